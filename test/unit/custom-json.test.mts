import { customMessage } from '../../whatsapp/message/customJson.ts';
import { HOSTILE_TEXTS } from './support/hostile.mts';
import { formOf } from './support/message.mts';
import { refusalOf } from './support/refusal.mts';

const TEXT = { to: '+4915112345678', type: 'text', text: { body: 'Hello' } };

const compose = (message: unknown) => customMessage(formOf({ message }));
const refusal = (message: unknown) => refusalOf(() => compose(message));

describe('a message written as JSON', () => {
	it('is the same as text and as an object', () => {
		const expected = { messaging_product: 'whatsapp', ...TEXT };
		expect(compose(TEXT)).toEqual(expected);
		expect(compose(JSON.stringify(TEXT))).toEqual(expected);
		expect(compose(`\n ${JSON.stringify(TEXT, null, 2)} \n`)).toEqual(expected);
		expect(compose({ messaging_product: 'whatsapp', ...TEXT })).toEqual(expected);
	});

	it('keeps everything that is unknown', () => {
		const message = {
			...TEXT,
			recipient_type: 'individual',
			context: { message_id: 'wamid.HBgA' },
			biz_opaque_callback_data: 'order-17',
			future: { deep: [1, null, { a: false }] },
		};
		expect(compose(message)).toEqual({ messaging_product: 'whatsapp', ...message });
	});

	it("does not change the item's object", () => {
		const message = structuredClone({ ...TEXT, to: '49 151 12345678' });
		const copy = structuredClone(message);
		compose(message);
		expect(message).toEqual(copy);
	});

	it.each(['4915112345678', '0049 151 12345678', 4915112345678, ' +49-151-12345678 '])(
		'has a recipient with "+", even if it is written as %p',
		(to) => {
			expect(compose({ ...TEXT, to })).toMatchObject({ to: '+4915112345678' });
		},
	);

	it('may go to a group, whose ID stays unchanged', () => {
		const message = { ...TEXT, recipient_type: 'group', to: 'Y2FwaV9ncm91cDox+/==' };
		expect(compose(message)).toEqual({ messaging_product: 'whatsapp', ...message });
	});

	it('needs no recipient if WhatsApp asks for none', () => {
		const read = { status: 'read', message_id: 'wamid.HBgA' };
		expect(compose(read)).toEqual({ messaging_product: 'whatsapp', ...read });
		const byUserId = { recipient: 'DE.123', type: 'text', text: { body: 'x' } };
		expect(compose(byUserId)).toEqual({ messaging_product: 'whatsapp', ...byUserId });
	});

	it.each(HOSTILE_TEXTS)('keeps in its texts %s', (_name, body) => {
		const message = { ...TEXT, text: { body } };
		expect(compose(message)).toMatchObject({ text: { body } });
		expect(compose(JSON.stringify(message))).toMatchObject({ text: { body } });
	});

	it('does not let a member named __proto__ become a prototype', () => {
		const composed = compose(`{"type":"text","__proto__":{"polluted":true}}`);
		expect(Object.getPrototypeOf(composed)).toBe(Object.prototype);
		expect(composed.polluted).toBeUndefined();
		expect(Object.getOwnPropertyDescriptor({}, 'polluted')).toBeUndefined();
	});
});

describe('what is refused, with the name of the field', () => {
	it.each(['{', "{'to': 1}", '{"to": 1,}', 'Hello', '{{ $json }}', '{"a":1}{"b":2}'])(
		'text that is not JSON: %p',
		(message) => {
			const { message: said, description } = refusal(message);
			expect(said).toBe("'Message' is not valid JSON");
			expect(description).toContain('Check quotes, commas, braces and brackets.');
		},
	);

	it.each<[unknown]>([
		[''],
		[' \n'],
		[null],
		[undefined],
		[5],
		[true],
		[[]],
		[[TEXT]],
		[{}],
		['[]'],
		['"text"'],
		['null'],
		['17'],
		['{}'],
	])('JSON that is not a message: %j', (message) => {
		expect(refusal(message).message).toBe("'Message' is empty or not a JSON object");
	});

	it.each(['telegram', 'WhatsApp', '', null, 5, {}])('another product: %p', (product) => {
		const { message, description } = refusal({ ...TEXT, messaging_product: product });
		expect(message).toBe("'Message' is not a WhatsApp message");
		expect(description).toContain('"messaging_product"');
	});

	it.each(['0151 12345678', 'Ada', true, 12])('a recipient that is not a number: %p', (to) => {
		expect(refusal({ ...TEXT, to }).message).toContain('is not an international phone number');
	});

	it.each([null, '', {}, ['+4915112345678']])(
		'a recipient that is missing or not text (%j), without calling the whole message empty',
		(to) => {
			const { message } = refusal({ ...TEXT, to });
			expect(message).toMatch(/\bto\b/i);
		},
	);
});
