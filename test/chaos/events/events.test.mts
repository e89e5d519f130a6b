/** A minute of what `npm run chaos -- events` does in ten: everything goes wrong once, and SNS is in a hurry. */
import { sqliteDatabase } from './database.mts';
import { runEvents } from './run.mts';
import { tableOf } from './table.mts';

it('loses nothing and starts nothing twice while everything goes wrong once, seed 1', async () => {
	const result = await runEvents({
		seed: 1,
		seconds: 45,
		rate: 20,
		publication: 'on',
		pace: 0.25,
		tell: () => undefined,
		startDatabase: sqliteDatabase,
	});
	console.info(tableOf(result));
	expect(result.violations).toEqual([]);
	// Without this it would prove nothing: most events start something, whatever is excused.
	const once = result.outcomes.filter(({ outcome }) => outcome === 'once');
	expect(once.length).toBeGreaterThan(result.outcomes.length * 0.8);
}, 600_000);
