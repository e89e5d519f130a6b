/**
 * `npm run bench [-- <part> …] [--rounds 5] [--profile]`: speed and memory in real n8n, always against
 * something that does the same in the same minutes. Ends with a table of claims, and with 1 if one
 * does not hold.
 */
import { join } from 'node:path';
import { unmeasured, verdict, type Claim } from './claims.mts';
import { machine } from './machine.mts';
import { benchOptions, UsageError, type BenchOptions } from './options.mts';
import { parts } from './parts/parts.mts';
import { profileOurs } from './profiling.mts';
import { createWorld, type World } from './world.mts';

const PROFILES = join(import.meta.dirname, '../../.cache/bench');
const CTRL_C = 130;

type Options = BenchOptions<keyof typeof parts>;

const say = (line: string) => console.log(line);

/** What goes wrong in one part leaves the others their turn, and counts as a claim that fails. */
async function measured(
	world: World,
	part: keyof typeof parts,
	{ rounds, profile }: Options,
): Promise<Claim[]> {
	const claims: Claim[] = [];
	try {
		const comparison = await parts[part](world);
		claims.push(...(await comparison.measure(rounds, say)));
		if (profile) await profileOurs(part, comparison, PROFILES, say);
	} catch (error) {
		const failure = error instanceof Error ? error.message : String(error);
		say(`  ${failure}`);
		claims.push(unmeasured(part, failure));
	}
	return claims;
}

async function bench(options: Options): Promise<number> {
	const description = machine(process.env.AWS_WHATSAPP_N8N_DIR ?? '');
	say(description);
	const world = await createWorld();
	let isInterrupted = false;
	const interrupt = () => {
		isInterrupted = true;
		// The run at work fails then, and with it the part.
		void world.dispose();
	};
	process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
	try {
		const claims: Claim[] = [];
		for (const part of options.parts) {
			claims.push(...(await measured(world, part, options)));
			if (isInterrupted) return CTRL_C;
		}
		const { lines, exitCode } = verdict(claims, options.rounds);
		for (const line of ['', description, '', ...lines]) say(line);
		return exitCode;
	} finally {
		await world.dispose();
	}
}

try {
	const known = Object.keys(parts) as Array<keyof typeof parts>;
	process.exitCode = await bench(benchOptions(process.argv.slice(2), known));
} catch (error) {
	if (!(error instanceof UsageError)) throw error;
	console.error(error.message);
	process.exitCode = 2;
}
