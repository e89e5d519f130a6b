/** `npm run chaos -- events`: the trigger in real n8n while everything around it goes wrong. */
import { sqliteDatabase } from './database.mts';
import type { EventsOptions } from './options.mts';
import { postgresDatabase } from './postgres.mts';
import { runEvents } from './run.mts';
import { tableOf } from './table.mts';

const DATABASES = { sqlite: sqliteDatabase, postgres: postgresDatabase };

/** Runs every seed, prints the result, and resolves with the exit code. */
export async function eventsCommand(options: EventsOptions): Promise<number> {
	const { seeds, database, ...others } = options;
	let violations = 0;
	for (const seed of seeds) {
		const command = commandFor(options, seed);
		const started = performance.now();
		console.log(`\n${command}`);
		const result = await runEvents({
			seed,
			...others,
			rounds: 1,
			tell: (text) => console.log(`  ${secondsSince(started)} ${text}`),
			startDatabase: DATABASES[database],
		});
		console.log(tableOf(result));
		const { length } = result.violations;
		if (length > 0) console.log(`  to see it again: ${command}`);
		violations += length;
	}
	console.log(`\n${seeds.length} runs, ${violations} violations`);
	return violations === 0 ? 0 : 1;
}

const secondsSince = (started: number) =>
	`${((performance.now() - started) / 1000).toFixed(0)} s`.padStart(6);

function commandFor(options: EventsOptions, seed: number): string {
	const { seconds, rate, database, publication, proxy, pace, limit } = options;
	return `npm run chaos -- events --seed ${seed} --seconds ${seconds} --rate ${rate} --database ${database} --publication ${publication} --proxy ${proxy} --pace ${pace}${limit === undefined ? '' : ` --limit ${limit}`}`;
}
