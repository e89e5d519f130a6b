/** A minute of what `npm run chaos -- events` does in ten: everything goes wrong once, and SNS is in a hurry. */
import { sqliteDatabase } from './database.mts';
import { runEvents } from './run.mts';
import { tableOf } from './table.mts';

it('loses nothing and starts nothing twice while everything goes wrong once, seed 1', async () => {
	const result = await runEvents({
		seed: 1,
		seconds: 40,
		rounds: 1,
		// Next to other tests, n8n has one core for itself, or less.
		rate: 6,
		pace: 0.25,
		publication: 'on',
		proxy: 'ready',
		startDatabase: sqliteDatabase,
		tell: () => undefined,
	});
	console.info(tableOf(result));
	expect(result.violations.slice(0, 5)).toEqual([]);
	// Whatever is excused, it would prove nothing if few events came in. n8n is away for half of the time.
	const once = result.outcomes.filter(({ outcome }) => outcome === 'once');
	expect(once.length).toBeGreaterThan(result.outcomes.length / 2);
}, 900_000);
