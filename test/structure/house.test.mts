import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { resources } from '../../nodes/AwsWhatsApp/resources/resources.ts';

const root = join(import.meta.dirname, '../..');

interface Import {
	from: string;
	/** Whether it vanishes when the code is built. */
	isTypeOnly: boolean;
}

interface Source {
	path: string;
	text: string;
	imports: Import[];
}

function importsOf(path: string, text: string): Import[] {
	return [...text.matchAll(/^(?:import|export)\s+(type\s+)?([^;]*?)\s*from\s+'([^']+)';/gm)].map(
		([, type, names = '', target = '']) => ({
			from: target.startsWith('.') ? relative(root, join(root, dirname(path), target)) : target,
			isTypeOnly:
				type !== undefined ||
				names
					.replace(/[{}\s]+/g, ' ')
					.trim()
					.split(',')
					.filter((name) => name.trim() !== '')
					.every((name) => name.trim().startsWith('type ')),
		}),
	);
}

const shipped: Source[] = ['aws', 'credentials', 'nodes'].flatMap((folder) =>
	readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.map((file) => join(folder, file))
		.filter((path) => path.endsWith('.ts'))
		.map((path) => {
			const text = readFileSync(join(root, path), 'utf8');
			return { path, text, imports: importsOf(path, text) };
		}),
);

const inFolder = (folder: string) => shipped.filter(({ path }) => path.startsWith(`${folder}/`));
const withName = (ending: string) => shipped.filter(({ path }) => path.endsWith(ending));

/** "file -> import" for every import that is not allowed. */
function violations(sources: Source[], isAllowed: (used: Import) => boolean): string[] {
	return sources.flatMap(({ path, imports }) =>
		imports.filter((used) => !isAllowed(used)).map(({ from }) => `${path} -> ${from}`),
	);
}

const NODE = 'nodes/AwsWhatsApp';

/** The code without the sentences of its comments. */
const codeOf = (text: string) => text.replace(/\/\*\*[^]*?\*\/|^\s*\/\/ .*$/gm, '');

/** What a file needs when it runs, by way of others too. */
function reachable(path: string, seen = new Set<string>()): Set<string> {
	const source = shipped.find((candidate) => candidate.path === `${path}.ts`);
	for (const { from, isTypeOnly } of source?.imports ?? []) {
		if (isTypeOnly || seen.has(from)) continue;
		seen.add(from);
		reachable(from, seen);
	}
	return seen;
}

describe('the house', () => {
	it('has its sources where they belong', () => {
		expect(shipped.length).toBeGreaterThan(100);
		expect(withName('.operation.ts').map(({ path }) => path)).toHaveLength(41);
		for (const { path } of withName('.message.ts')) expect(path).toMatch(`${NODE}/message/`);
	});

	it('has one file for each operation, in the folder of its resource and with its name', () => {
		const files = resources.flatMap(({ name, value, operations }) => [
			`${NODE}/resources/${value}/${name.replace(/ /g, '')}.resource.ts`,
			...operations.map((each) => `${NODE}/resources/${value}/${each.value}.operation.ts`),
		]);
		const found = [...withName('.operation.ts'), ...withName('.resource.ts')];
		expect(found.map(({ path }) => path).sort()).toEqual(files.sort());
	});

	it('has in aws/ nothing that knows the node or the credential', () => {
		expect(violations(inFolder('aws'), ({ from }) => !/^(nodes|credentials)\//.test(from))).toEqual(
			[],
		);
	});

	it('has in credentials/ nothing that knows the node', () => {
		expect(violations(inFolder('credentials'), ({ from }) => !from.startsWith('nodes/'))).toEqual(
			[],
		);
	});

	it.each([
		['messages', 'message'],
		['templates', 'template'],
	])('composes %s without input or output, directly or by way of others', (_name, folder) => {
		const doors = [
			'request/call',
			'request/connection',
			'request/exchange',
			'request/outbound',
			'request/retry',
		];
		const forbidden = [...doors, 'media/s3', 'media/source', 'media/upload', 'media/download']
			.map((name) => `${NODE}/${name}`)
			.concat(['node:fs', 'node:http', 'node:https', 'node:net', 'node:crypto']);
		const sources = inFolder(`${NODE}/${folder}`);
		expect(sources.length).toBeGreaterThan(0);
		for (const { path } of sources) {
			const needed = [...reachable(path.replace(/\.ts$/, ''))];
			const entered = needed.filter(
				(name) => forbidden.includes(name) || name.startsWith(`${NODE}/pickers/`),
			);
			expect([path, entered]).toEqual([path, []]);
		}
	});

	it('has fields and the one way out that know no resource, and lists to pick from that know none', () => {
		for (const folder of ['fields', 'message', 'template', 'media', 'request', 'pickers']) {
			const sources = inFolder(`${NODE}/${folder}`);
			expect(violations(sources, ({ from }) => !from.startsWith(`${NODE}/resources/`))).toEqual([]);
		}
		for (const folder of ['fields', 'message', 'template', 'media', 'request', 'resources']) {
			const sources = inFolder(`${NODE}/${folder}`);
			expect(violations(sources, ({ from }) => !from.startsWith(`${NODE}/pickers/`))).toEqual([]);
		}
	});

	it('has resources that know no other resource', () => {
		const folders = new Set(resources.map(({ value }) => value));
		for (const folder of folders) {
			const own = `${NODE}/resources/${folder}/`;
			expect(
				violations(
					inFolder(`${NODE}/resources/${folder}`),
					({ from }) => !from.startsWith(`${NODE}/resources/`) || from.startsWith(own),
				),
			).toEqual([]);
		}
	});

	it('has operations that know no other operation', () => {
		expect(
			violations(withName('.operation.ts'), ({ from }) => !from.endsWith('.operation')),
		).toEqual([]);
	});

	it('talks to the outside in one place of the node, and in one where the credential signs in', () => {
		const talking = shipped.filter(({ text }) => /httpRequest\w*\s*[.(]/.test(codeOf(text)));
		const [ofNode = [], ofCredential = []] = [true, false].map((isNode) =>
			talking.map(({ path }) => path).filter((path) => path.startsWith(NODE) === isNode),
		);
		expect(ofNode).toEqual([`${NODE}/request/exchange.ts`]);
		expect(ofCredential).toHaveLength(1);
		expect(ofCredential[0]).toMatch(/^(aws|credentials)\/\w+\.ts$/);
	});

	it('needs n8n-workflow, the signer and Node.js itself, nothing else', () => {
		const outside = new Set(
			shipped.flatMap(({ imports }) =>
				imports.map(({ from }) => from).filter((from) => !/^(aws|credentials|nodes)\//.test(from)),
			),
		);
		expect([...outside].sort()).toEqual(['@smithy/signature-v4', 'n8n-workflow', 'node:crypto']);
	});
});

describe('every source', () => {
	it.each([
		['open ends', /\b(TODO|FIXME|XXX|HACK)\b/],
		['switched-off rules', /eslint-disable|@ts-ignore|@ts-expect-error|@ts-nocheck/],
	])('is free of %s, in comments too', (_name, pattern) => {
		expect(shipped.filter(({ text }) => pattern.test(text)).map(({ path }) => path)).toEqual([]);
	});

	it('has at most 300 lines', () => {
		const long = shipped.filter(({ text }) => text.split('\n').length > 301);
		expect(long.map(({ path }) => path)).toEqual([]);
	});

	it.each([
		['any', /(?::|<|\bas|\||=)\s*any\b(?!\s*[a-z])/],
		[
			'what fails verification',
			/\b(?:(?:setTimeout|setInterval)\s*\(|(?:console|globalThis|process)\s*(?:\.\w|\[))/,
		],
		['debugging', /\bdebugger\b/],
	])('has code that is free of %s', (_name, pattern) => {
		const found = shipped.filter(({ text }) => pattern.test(codeOf(text)));
		expect(found.map(({ path }) => path)).toEqual([]);
	});
});

describe('the package', () => {
	const manifest: Record<string, unknown> = JSON.parse(
		readFileSync(join(root, 'package.json'), 'utf8'),
	);
	const built = (ending: string) =>
		withName(`${ending}.ts`)
			.map(({ path }) => `dist/${path.replace(/\.ts$/, '.js')}`)
			.sort();

	it('announces exactly the nodes and credentials that there are', () => {
		expect(manifest.n8n).toMatchObject({
			n8nNodesApiVersion: 1,
			nodes: built('.node'),
			credentials: built('.credentials'),
		});
	});

	it('depends on nothing at run time but n8n', () => {
		expect(Object.keys(manifest.dependencies ?? {})).toEqual([]);
		expect(Object.keys(manifest.peerDependencies ?? {})).toEqual(['n8n-workflow']);
		expect(manifest).not.toHaveProperty('optionalDependencies');
		expect(manifest).not.toHaveProperty('bundledDependencies');
	});

	it('ships only what was built', () => {
		expect(manifest.files).toEqual(['dist']);
		expect(manifest.keywords).toContain('n8n-community-node-package');
	});

	it('describes every node for the search of the editor', () => {
		for (const { path } of withName('.node.ts')) {
			const codex = path.replace(/\.ts$/, '.json');
			expect(existsSync(join(root, codex))).toBe(true);
			const name = basename(path, '.node.ts').replace(/^A/, 'a');
			expect(JSON.parse(readFileSync(join(root, codex), 'utf8'))).toMatchObject({
				node: `n8n-nodes-aws-whatsapp.${name}`,
				codexVersion: '1.0',
				categories: ['Communication'],
			});
		}
	});
});

describe('the sources', () => {
	it('do not ask URL.canParse, which is wrong on Node 20 after some thousand calls', () => {
		const asking = shipped.filter(({ text }) => text.includes('canParse('));
		expect(asking.map(({ path }) => path)).toEqual([]);
	});
});
