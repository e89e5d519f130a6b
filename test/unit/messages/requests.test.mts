import { contentOf } from '../support/message.mts';
import { refusalOf } from '../support/refusal.mts';
import { behavesAsText } from './textField.mts';

/** The types that have a body and nothing to fill in besides, with the name of their action. */
const PLAIN: Array<[type: string, action: string]> = [
	['call_permission_request', 'call_permission_request'],
	['location_request_message', 'send_location'],
	['request_contact_info', 'request_contact_info'],
];

describe.each(PLAIN)('a message of type %s', (interactiveType, name) => {
	it('is its body and its action', () => {
		expect(contentOf('interactive', { interactiveType, bodyText: 'Please' })).toEqual({
			type: interactiveType,
			body: { text: 'Please' },
			action: { name },
		});
	});

	it('has neither header nor footer, whatever the fields still contain', () => {
		const values = { headerType: 'text', headerText: 'Hello', footerText: 'Example GmbH' };
		expect(contentOf('interactive', { interactiveType, bodyText: 'Please', ...values })).toEqual({
			type: interactiveType,
			body: { text: 'Please' },
			action: { name },
		});
	});

	describe('has a body that', () => {
		behavesAsText({
			type: 'interactive',
			label: 'Body',
			values: (bodyText) => ({ interactiveType, bodyText }),
			content: (text) => ({
				type: interactiveType,
				...(text === undefined ? {} : { body: { text } }),
				action: { name },
			}),
			max: 1024,
			...(interactiveType === 'call_permission_request' ? {} : { required: true }),
		});
	});
});

const call = (values: object = {}) => ({
	interactiveType: 'voice_call',
	bodyText: 'Call us',
	...values,
});
const sentCall = (parameters: object) => ({
	type: 'voice_call',
	body: { text: 'Call us' },
	action: {
		name: 'voice_call',
		...(Object.keys(parameters).length > 0 ? { parameters } : {}),
	},
});

describe('a call button', () => {
	it('is sent with its text, time and payload', () => {
		expect(
			contentOf(
				'interactive',
				call({ displayText: 'Call now', ttlMinutes: 120, payload: 'case-17' }),
			),
		).toEqual(sentCall({ display_text: 'Call now', ttl_minutes: 120, payload: 'case-17' }));
	});

	it.each([{}, { displayText: ' ', ttlMinutes: '', payload: '' }, { ttlMinutes: null }])(
		'leaves empty values to WhatsApp: %p',
		(values) => {
			expect(contentOf('interactive', call(values))).toEqual(sentCall({}));
		},
	);

	it.each([1, '120', 43_200])('may work for %p minutes', (ttlMinutes) => {
		expect(contentOf('interactive', call({ ttlMinutes }))).toEqual(
			sentCall({ ttl_minutes: Number(ttlMinutes) }),
		);
	});

	it.each([0, 43_201, -1, 1.5, '1e3', 'a day', NaN, true, '٣'])(
		'does not work for %p minutes',
		(ttlMinutes) => {
			const { message } = refusalOf(() => contentOf('interactive', call({ ttlMinutes })));
			expect(message).toBe("'Valid For (Minutes)' is not a whole number from 1 to 43,200");
		},
	);
});

describe.each([
	['text', 'Button Text', 'displayText', 'display_text', 20],
	['payload', 'Payload', 'payload', 'payload', 512],
])('the %s of a call button', (_name, label, field, key, max) => {
	behavesAsText({
		type: 'interactive',
		label,
		values: (text) => call({ [field]: text }),
		content: (text) => sentCall(text === undefined ? {} : { [key]: text }),
		max,
	});
});
