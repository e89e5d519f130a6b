import { contentOfChange } from '../../../whatsapp/events/keys.ts';
import type { Change } from '../../../whatsapp/events/change.ts';

const contentOf = (value: unknown, whole: unknown) => contentOfChange({ value, whole } as Change);
const WHOLE = { field: 'flows', message_timestamp: '2026-11-24T08:40:54Z', more: 1 };

describe('the content of a change', () => {
	it.each([[{ a: 1 }], [{}], [[]], [''], ['text'], [0], [false]])(
		'is its value, without what came with it: %j',
		(value) => {
			expect(contentOf(value, WHOLE)).toBe(value);
		},
	);

	it.each([undefined, null])(
		'is all that came if the value is %p, except when AWS passed it on',
		(value) => {
			expect(contentOf(value, WHOLE)).toEqual({ field: 'flows', more: 1 });
			for (const whole of ['text', 5, null, undefined, [WHOLE]])
				expect(contentOf(value, whole)).toBe(whole);
		},
	);
});
