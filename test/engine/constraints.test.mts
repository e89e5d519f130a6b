import { accounts } from './constraints/accounts.mts';
import { blobs } from './constraints/blobs.mts';
import { carries, tryValues } from './constraints/driver.mts';
import { ids } from './constraints/ids.mts';
import { texts } from './constraints/texts.mts';
import { serviceRequests } from './recorded.mts';
import { useSetting } from './setting.mts';

const setting = useSetting();

const shortly = (value: unknown) => (JSON.stringify(value) ?? 'undefined').slice(0, 80);

describe.each([
	['IDs', ids],
	['texts, words and numbers', texts],
	['accounts, files and call settings', accounts],
	['documents', blobs],
])('the limits of %s', (_name, constraints) => {
	it.each(
		constraints.map((constraint) => ({
			...constraint,
			name: `${constraint.place.join('.')}: ${constraint.label}`,
		})),
	)('$name ($path)', async (constraint) => {
		const { label, inside, outside, sent = (value: unknown) => value } = constraint;
		for (const { value, error, description } of await tryValues(setting, constraint, inside)) {
			// What AWS says about the content is its own matter, as long as the limits are kept.
			expect([shortly(value), error]).not.toEqual([shortly(value), expect.stringContaining(`'`)]);
			expect(description ?? '').not.toMatch(/ValidationException|SerializationException/);
			const wanted = [sent(value), String(sent(value))];
			const isSent = serviceRequests(setting.aws).some((request) =>
				wanted.some((each) => carries(request, each)),
			);
			expect([shortly(value), isSent]).toEqual([shortly(value), true]);
		}
		setting.aws.requests.length = 0;
		for (const { value, error } of await tryValues(setting, constraint, outside)) {
			expect([shortly(value), error]).toEqual([
				shortly(value),
				expect.stringContaining(`'${label}`),
			]);
		}
		expect(setting.aws.requests).toEqual([]);
	});
});
