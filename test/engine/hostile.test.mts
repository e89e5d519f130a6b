import { HOSTILE_TEXTS } from '../unit/support/hostile.mts';
import { accounts } from './constraints/accounts.mts';
import { blobs } from './constraints/blobs.mts';
import type { Constraint } from './constraints/constraint.mts';
import { carries, tryValues } from './constraints/driver.mts';
import { ids } from './constraints/ids.mts';
import { texts } from './constraints/texts.mts';
import { serviceRequests } from './recorded.mts';
import { useSetting } from './setting.mts';

const setting = useSetting();

const VALUES: unknown[] = [
	...HOSTILE_TEXTS.map(([, text]) => text),
	'x'.repeat(10_240),
	'👍',
	null,
	0,
	4915112345678,
	-1.5,
	true,
	['a'],
	[],
	{ a: 1 },
	{},
	'',
];

/** One field of a kind is enough, and not the same for each of 24 operations. */
function oneOfEach(constraints: Constraint[]): Constraint[] {
	const kinds = new Map(
		constraints
			// A limit is not text: as a number that is too large for a page, it is cut to pages.
			.filter(({ isLiteral, label }) => !isLiteral && label !== 'Limit')
			.map((each) => [`${each.label} ${each.place[0]} ${each.path}`, each]),
	);
	return [...kinds.values()];
}

const fields = oneOfEach([...ids, ...texts, ...accounts, ...blobs]);

const isEmpty = (value: unknown) =>
	value === null || (typeof value === 'string' && value.trim() === '') || isEmptyList(value);
const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;

/** The forms in which a value may stand in a request and still be the same. */
function sameAs(value: unknown, { sent }: Constraint): unknown[] {
	const trimmed = typeof value === 'string' ? value.trim() : value;
	const written = typeof value === 'object' ? [] : [String(trimmed), [String(trimmed)]];
	const list = typeof value === 'string' ? [value.split(',').map((each) => each.trim())] : [];
	return [trimmed, ...written, ...list, ...(sent ? [sent(value)] : [])];
}

describe('a value from expressions and strangers is refused by name or sent intact', () => {
	it.each(fields.map((field) => ({ ...field, name: `${field.place.join('.')}: ${field.label}` })))(
		'$name',
		async (field) => {
			for (const { value, error, description } of await tryValues(setting, field, VALUES)) {
				const shown = JSON.stringify(value).slice(0, 60);
				if (error !== undefined && /^(Event \d+ in )?'/.test(error)) {
					const label = isEmpty(value) && /Update Fields/.test(error) ? 'Update' : field.label;
					expect([shown, error]).toEqual([shown, expect.stringContaining(`'${label}`)]);
					expect(`${error}${description}`.length).toBeLessThan(1000);
					continue;
				}
				const requests = serviceRequests(setting.aws);
				const isIntact =
					isEmpty(value) ||
					requests.some((request) => sameAs(value, field).some((each) => carries(request, each)));
				expect([shown, error, isIntact]).toEqual([shown, error, true]);
				expect(description ?? '').not.toMatch(/SerializationException/);
			}
		},
	);

	it.each(
		fields
			.filter(({ path, sent, inside }) => path !== 'tagKeys' && !sent && !Array.isArray(inside[0]))
			.map((field) => ({ ...field, name: `${field.place.join('.')}: ${field.label}` })),
	)('$name: neither a list nor an object, and nothing is sent', async (field) => {
		const verdicts = await tryValues(setting, field, [['a'], { a: 1 }, [], {}]);
		expect(verdicts.map(({ error }) => error?.slice(0, field.label.length + 2))).toEqual(
			verdicts.map(() => `'${field.label}'`),
		);
		expect(setting.aws.requests).toEqual([]);
	});
});
