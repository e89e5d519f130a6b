import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ROOMS } from '../structure/house.mts';

const PROJECT = resolve(import.meta.dirname, '../..');
const TARBALL = process.env.AWS_WHATSAPP_TARBALL ?? '';
const MINUTE = 60_000;

/** The rooms that n8n's rules for nodes do not look at by themselves. */
const OTHER_ROOMS = Object.keys(ROOMS).filter((room) => !['nodes', 'credentials'].includes(room));

/** Runs a script, which jest cannot load for its ES modules, and gives what it logs last. */
function outcomeOf(script: string): unknown {
	// The scanner leaves a temporary folder behind, which goes away with this one. And n8n's rules take
	// every file for a node file, a trigger too, when they find jest's NODE_ENV.
	const temporary = mkdtempSync(join(tmpdir(), 'n8n-scan-'));
	const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
		cwd: PROJECT,
		env: { ...process.env, TMPDIR: temporary, NODE_ENV: 'production' },
		encoding: 'utf8',
	});
	rmSync(temporary, { recursive: true });
	return JSON.parse(output.trim().split('\n').at(-1) ?? '');
}

/** The complaints of n8n's scanner; none if it passes. */
const scan = (folder: string, patterns: string) =>
	outcomeOf(`
		import * as scanner from '@n8n/scan-community-package/scanner/scanner.mjs';
		const { SOURCE_FILE_PATTERNS } = scanner;
		const verdict = await scanner.analyzePackage(${JSON.stringify(folder)}, ${patterns});
		const complaint = verdict.passed ? '' : (verdict.details ?? verdict.message);
		console.log(JSON.stringify(complaint));
	`);

/** The complaints of the linter's rules for nodes in the other rooms. */
const lintOtherRooms = () =>
	outcomeOf(`
		import { ESLint } from 'eslint';
		import { config } from '@n8n/node-cli/eslint';
		const files = ${JSON.stringify(OTHER_ROOMS)}.map((room) => room + '/**/*.ts');
		const { rules } = config.find((each) => each.files?.includes('./nodes/**/*.ts'));
		const overrideConfig = [...config, { files, rules }];
		const results = await new ESLint({ overrideConfigFile: true, overrideConfig }).lintFiles(files);
		const complaints = results.flatMap(({ filePath, messages }) =>
			messages.map(({ line, ruleId, message }) => [filePath, line, ruleId, message].join(' ')),
		);
		console.log(JSON.stringify({ files: results.length, complaints }));
	`);

describe('the published package', () => {
	let folder: string;

	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'n8n-package-'));
		execFileSync('tar', ['-xzf', TARBALL, '-C', folder, '--strip-components=1']);
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	const filesInTarball = () =>
		execFileSync('tar', ['-tzf', TARBALL], { encoding: 'utf8' })
			.split('\n')
			.filter(Boolean)
			.map((path) => path.replace(/^package\//, ''));

	const manifest = () =>
		JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
			dependencies?: object;
			n8n: { nodes: string[]; credentials: string[] };
		};

	it(
		"passes n8n's verification scan as source",
		() => expect(scan(PROJECT, 'SOURCE_FILE_PATTERNS')).toBe(''),
		2 * MINUTE,
	);

	it(
		"passes n8n's verification scan as source, in the rooms that it does not check too",
		() => {
			const patterns = OTHER_ROOMS.map((room) => `${room}/**/*.ts`);
			expect(scan(PROJECT, JSON.stringify(['package.json', ...patterns]))).toBe('');
		},
		2 * MINUTE,
	);

	it(
		"passes n8n's rules for nodes in every room",
		() => {
			const { files, complaints } = lintOtherRooms() as { files: number; complaints: string[] };
			expect(files).toBeGreaterThan(200);
			expect(complaints).toEqual([]);
		},
		2 * MINUTE,
	);

	it(
		"passes n8n's verification scan as published",
		() => expect(scan(folder, 'undefined')).toBe(''),
		2 * MINUTE,
	);

	it('is smaller than 300 kB', () => {
		expect(statSync(TARBALL).size).toBeLessThan(300_000);
	});

	it('contains the built code, the readme, the license and the manifest, and nothing else', () => {
		const others = filesInTarball().filter((path) => !path.startsWith('dist/'));
		expect(others.sort()).toEqual(['LICENSE', 'README.md', 'package.json']);
	});

	it('contains no sources and no build leftovers', () => {
		const leftovers = filesInTarball().filter((path) => /\.m?ts$|\.tsbuildinfo$|\.map$/.test(path));
		expect(leftovers).toEqual([]);
	});

	it('contains every node and credential that it announces', () => {
		const { nodes, credentials } = manifest().n8n;
		expect(filesInTarball()).toEqual(expect.arrayContaining([...nodes, ...credentials]));
	});

	it('needs no other package at run time', () => {
		expect(manifest().dependencies ?? {}).toEqual({});
	});
});
