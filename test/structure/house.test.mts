import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { resources } from '../../nodes/AwsWhatsApp/resources/resources.ts';
import {
	inFolder,
	isOurs,
	PURE,
	roomOf,
	root,
	ROOMS,
	shipped,
	withName,
	type Import,
	type Source,
} from './house.mts';

/** "file -> import" for every import that is not allowed. */
function violations(sources: Source[], isAllowed: (used: Import) => boolean): string[] {
	return sources.flatMap(({ path, imports }) =>
		imports.filter((used) => !isAllowed(used)).map(({ from }) => `${path} -> ${from}`),
	);
}

const NODE = 'nodes/AwsWhatsApp';

/** The folder of a node, which is its own business. */
const nodeOf = (path: string) => /^nodes\/(Aws\w+)\//.exec(path)?.[1];

/** The code without the sentences of its comments. */
const codeOf = (text: string) => text.replace(/\/\*\*[^]*?\*\/|^\s*\/\/ .*$/gm, '');

/** Files that need each other, types included: "a -> b -> a". */
function circles(): string[] {
	const imports = new Map(
		shipped.map(({ path, imports: used }) => [
			path.replace(/\.ts$/, ''),
			used.map(({ from }) => from).filter(isOurs),
		]),
	);
	const done = new Set<string>();
	const found: string[] = [];
	const visit = (path: string, way: string[]) => {
		const since = way.indexOf(path);
		if (since !== -1) found.push([...way.slice(since), path].join(' -> '));
		if (since !== -1 || done.has(path)) return;
		for (const used of imports.get(path) ?? []) visit(used, [...way, path]);
		done.add(path);
	};
	for (const path of imports.keys()) visit(path, []);
	return found;
}

describe('the house', () => {
	it('has its sources where they belong', () => {
		expect(shipped.length).toBeGreaterThan(100);
		expect(withName('.operation.ts').map(({ path }) => path)).toHaveLength(
			resources.flatMap((resource) => resource.operations).length,
		);
		for (const { path } of withName('.message.ts')) expect(path).toMatch('whatsapp/message/');
	});

	it.each(Object.entries(ROOMS))('%s/ imports nothing from a room above', (room, known) => {
		expect(inFolder(room).length).toBeGreaterThan(0);
		expect(
			violations(
				inFolder(room),
				({ from }) => !isOurs(from) || [room, ...known].includes(roomOf(from)),
			),
		).toEqual([]);
	});

	it('has no circular imports, not even of types', () => {
		expect(circles()).toEqual([]);
	});

	it.each(PURE)('%s/ does no input or output', (room) => {
		const isPure = ({ from }: Import) =>
			isOurs(from) || ['n8n-workflow', 'node:crypto'].includes(from);
		expect(violations(inFolder(room), isPure)).toEqual([]);
		const asking = inFolder(room).filter(({ text }) =>
			/Date\.now\(|new Date\(\)|Math\.random|randomUUID|\bsleep\(/.test(codeOf(text)),
		);
		expect(asking.map(({ path }) => path)).toEqual([]);
	});

	it('has no node that reaches into another', () => {
		const reaching = shipped.flatMap(({ path, imports }) =>
			imports
				.filter(({ from }) => nodeOf(from) !== undefined && nodeOf(from) !== nodeOf(path))
				.map(({ from }) => `${path} -> ${from}`),
		);
		expect(reaching).toEqual([]);
	});

	it('has one file for each operation, in the folder of its resource and with its name', () => {
		const files = resources.flatMap(({ name, value, operations }) => [
			`${NODE}/resources/${value}/${name.replace(/ /g, '')}.resource.ts`,
			...operations.map((each) => `${NODE}/resources/${value}/${each.value}.operation.ts`),
		]);
		const found = [...withName('.operation.ts'), ...withName('.resource.ts')];
		expect(found.map(({ path }) => path).sort()).toEqual(files.sort());
	});

	it('has resources that import no other resource', () => {
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

	it('has operations that import no other operation', () => {
		expect(
			violations(withName('.operation.ts'), ({ from }) => !from.endsWith('.operation')),
		).toEqual([]);
	});

	it('sends requests from one place, and from one where the credential signs in', () => {
		const talking = shipped.filter(({ text }) => /httpRequest\w*\s*[.(]/.test(codeOf(text)));
		expect(talking.map(({ path }) => path).sort()).toEqual([
			'aws/transport/sendSigned.ts',
			'credentials/signIn.ts',
		]);
	});

	it('has the paths of the service only in the table of its actions', () => {
		const naming = shipped.filter(({ text }) => /['"`]\/v1\//.test(codeOf(text)));
		expect(naming.map(({ path }) => path)).toEqual(['aws/clients/actions.ts']);
	});

	it('needs only n8n-workflow, the signer and Node.js', () => {
		const outside = new Set(
			shipped.flatMap(({ imports }) =>
				imports.map(({ from }) => from).filter((from) => !isOurs(from)),
			),
		);
		expect([...outside].sort()).toEqual(['@smithy/signature-v4', 'n8n-workflow', 'node:crypto']);
	});
});

describe('every source', () => {
	it.each([
		['open ends', /\b(TODO|FIXME|XXX|HACK)\b/],
		['switched-off rules', /eslint-disable|@ts-ignore|@ts-expect-error|@ts-nocheck/],
	])('is free of %s, even in comments', (_name, pattern) => {
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

	it('announces exactly the existing nodes and credentials', () => {
		expect(manifest.n8n).toMatchObject({
			n8nNodesApiVersion: 1,
			nodes: built('.node'),
			credentials: built('.credentials'),
		});
	});

	it('depends on nothing but n8n at run time', () => {
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
	it('do not use URL.canParse, which is wrong on Node 20 after a few thousand calls', () => {
		const asking = shipped.filter(({ text }) => text.includes('canParse('));
		expect(asking.map(({ path }) => path)).toEqual([]);
	});

	it.each([
		['localeCompare(', 'form/order.ts sorts labels'],
		['updateDisplayOptions', 'form/conditions.ts adds conditions'],
	])('do not use %s, which takes tens of ms when n8n starts: %s', (slow) => {
		const asking = shipped.filter(({ text }) => codeOf(text).includes(slow));
		expect(asking.map(({ path }) => path)).toEqual([]);
	});
});
