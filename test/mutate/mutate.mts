/**
 * Mutation testing: `npm run mutate` draws small mistakes at random (a bound, a condition, a number, a call
 * that is missing: see mutants.mts) in the pure rooms, the engine and the transport, makes each in a copy of
 * the project, and runs the unit, structure, snapshot and wire tests that import the source, the nearest
 * first, up to the first that fails; what the compiler refuses is not even tried. Where n8n is installed
 * (AWS_WHATSAPP_N8N_DIR), what is still alive is packed and has to survive the wire and engine tests too.
 * Two mutants run at a time. Each survivor is named, with its place: either a test is missing, or the
 * mistake makes no difference. Why not Stryker: it tries every mutant of a file, which takes hours here,
 * draws none at random, and cannot pack a mutant for n8n's engine.
 */
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { seededRandom } from '../../local-aws/index.mts';
import { Compiler } from './compiler.mts';
import { Copy } from './copy.mts';
import { mutantsOf, type Mutant } from './mutants.mts';
import { optionsOf, type MutateOptions } from './options.mts';
import { Imports } from './related.mts';

const AT_A_TIME = 2;
const LEAST_SHARE = 0.95;

const project = resolve(import.meta.dirname, '../..');

function drawn({ count, seed, rooms }: MutateOptions): Mutant[] {
	const random = seededRandom(seed);
	return rooms
		.flatMap((room) => globSync(`${room}/**/*.ts`, { cwd: project }).sort())
		.flatMap((file) => mutantsOf(file, readFileSync(join(project, file), 'utf8')))
		.map((mutant): [number, Mutant] => [random(), mutant])
		.sort(([one], [other]) => one - other)
		.slice(0, count)
		.map(([, mutant]) => mutant);
}

const shortened = (code: string) => code.replace(/\s+/g, ' ').slice(0, 80);
const told = ({ file, line, original, replacement }: Mutant) =>
	`${file}:${line}  ${shortened(original)}  →  ${shortened(replacement)}`;

const engineTests = () => [
	'test/wire/wire.test.mts',
	...globSync('test/engine/*.test.mts', { cwd: project }).sort(),
];

/** Which test notices the mutant; undefined where none does. */
async function noticeOf(mutant: Mutant, copy: Copy, imports: Imports): Promise<string | undefined> {
	return await copy.with(mutant, async () => {
		const tests = imports.testsOf(mutant.file);
		const notice = tests.length > 0 ? await copy.failureOf(tests) : undefined;
		if (notice !== undefined || !process.env.AWS_WHATSAPP_N8N_DIR) return notice;
		const tarball = await copy.tarball();
		return tarball === undefined
			? 'the build'
			: await copy.failureOf(engineTests(), { AWS_WHATSAPP_TARBALL: tarball });
	});
}

/** Tests that fail anyway would notice every mutant. */
async function check(mutants: Mutant[], copy: Copy, imports: Imports): Promise<void> {
	const tests = new Set(mutants.flatMap(({ file }) => imports.testsOf(file)));
	const failed = await copy.failureOf([...tests]);
	if (failed !== undefined) throw new Error(`${failed} fails without a mutant`);
}

async function main(args: string[]): Promise<number> {
	const options = optionsOf(args);
	const mutants = drawn(options);
	if (options.list) {
		console.log(mutants.map(told).join('\n'));
		return 0;
	}
	const imports = new Imports(project);
	const copies = await Promise.all(
		Array.from({ length: AT_A_TIME }, async () => await Copy.of(project)),
	);
	process.on('exit', () => {
		for (const copy of copies) copy.remove();
	});
	for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

	const [first] = copies;
	if (first) await check(mutants, first, imports);
	const compiler = new Compiler(project);
	const survivors: Mutant[] = [];
	const waiting = mutants.entries();
	await Promise.all(
		copies.map(async (copy) => {
			for (const [index, mutant] of waiting) {
				const notice = compiler.accepts(mutant)
					? await noticeOf(mutant, copy, imports)
					: 'the compiler';
				if (notice === undefined) survivors.push(mutant);
				console.log(`${index + 1}/${mutants.length} ${notice ?? 'SURVIVED'}: ${told(mutant)}`);
			}
		}),
	);
	const share = 1 - survivors.length / mutants.length;
	console.log(`\nSurvivors:\n${survivors.map(told).sort().join('\n') || 'none'}`);
	console.log(
		`${mutants.length - survivors.length} of ${mutants.length} noticed (${(share * 100).toFixed(1)} %), seed ${options.seed}`,
	);
	return share < LEAST_SHARE ? 1 : 0;
}

try {
	process.exitCode = await main(process.argv.slice(2));
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
