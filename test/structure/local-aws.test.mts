/** The stand-in for AWS is a project of its own: others use its entry point, and it uses nothing of theirs. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = join(import.meta.dirname, '../..');
const HOME = 'local-aws/';
const DOOR = 'local-aws/index.mts';
const OTHERS = ['aws', 'credentials', 'engine', 'form', 'nodes', 'test', 'whatsapp'];

/** "file -> import" for every module that the files of a folder name, in whatever way. */
function importsIn(folder: string): Array<{ path: string; target: string; isRelative: boolean }> {
	return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.map((file) => join(folder, file))
		.filter((path) => /\.(m?ts|m?js)$/.test(path) && !path.includes('node_modules/'))
		.flatMap((path) => {
			const code = readFileSync(join(root, path), 'utf8');
			const named = /(?:\bfrom|^import|\bimport\(|\brequire\(|\bmock\()\s*'([^'\s$]+)'/gm;
			return [...code.matchAll(named)].map(([, name = '']) => ({
				path,
				target: name.startsWith('.') ? relative(root, join(root, dirname(path), name)) : name,
				isRelative: name.startsWith('.'),
			}));
		});
}

const told = (imports: ReturnType<typeof importsIn>) =>
	imports.map(({ path, target }) => `${path} -> ${target}`);

describe('the stand-in for AWS', () => {
	const own = importsIn('local-aws');
	const manifest = JSON.parse(readFileSync(join(root, HOME, 'package.json'), 'utf8')) as {
		private: boolean;
		exports: string;
		devDependencies: Record<string, string>;
	};

	it('is used only through its entry point', () => {
		const using = OTHERS.flatMap(importsIn).filter(({ target }) => target.startsWith('local-aws'));
		expect(using.length).toBeGreaterThan(20);
		expect(told(using.filter(({ target }) => target !== DOOR))).toEqual([]);
		expect(join(HOME, manifest.exports)).toBe(DOOR);
	});

	it('is not used by the code that ships', () => {
		const shipped = OTHERS.filter((folder) => folder !== 'test').flatMap(importsIn);
		expect(shipped.length).toBeGreaterThan(100);
		expect(told(shipped.filter(({ target }) => target.startsWith('local-aws')))).toEqual([]);
	});

	it('imports nothing else from this repository', () => {
		const outside = own.filter(({ target, isRelative }) => isRelative && !target.startsWith(HOME));
		expect(told(outside)).toEqual([]);
	});

	it('needs only Node.js and the packages in its manifest, at the versions that the tests use', () => {
		const packages = own
			.filter(({ target, isRelative }) => !isRelative && !target.startsWith('node:'))
			.filter(({ target }) => !Object.hasOwn(manifest.devDependencies, target));
		expect(told(packages)).toEqual([]);
		const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
		expect(devDependencies).toMatchObject(manifest.devDependencies);
	});

	it('is private, so that it is never published', () => {
		expect(manifest.private).toBe(true);
	});
});
