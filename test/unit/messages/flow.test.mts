import { NOT_TEXT } from '../support/hostile.mts';
import { contentOf } from '../support/message.mts';
import { refusalOf } from '../support/refusal.mts';
import { behavesAsText } from './textField.mts';

const form = (values: object = {}) => ({
	interactiveType: 'flow',
	bodyText: 'Book a visit',
	flowId: '123456789',
	flowCta: 'Book',
	...values,
});
const PARAMETERS = {
	flow_message_version: '3',
	flow_id: '123456789',
	flow_cta: 'Book',
	mode: 'published',
	flow_action: 'navigate',
};
const sent = (parameters: object = PARAMETERS) => ({
	type: 'flow',
	body: { text: 'Book a visit' },
	action: { name: 'flow', parameters },
});
const refused = (values: object) => refusalOf(() => contentOf('interactive', form(values)));

describe('a Flow', () => {
	it('is sent with its token and the data of the first screen', () => {
		expect(
			contentOf(
				'interactive',
				form({
					flowToken: 'n8n-exec-77',
					flowMode: 'published',
					flowAction: 'navigate',
					flowScreen: 'FIRST',
					flowData: '{"name": "Ada"}',
				}),
			),
		).toEqual(
			sent({
				...PARAMETERS,
				flow_token: 'n8n-exec-77',
				flow_action_payload: { screen: 'FIRST', data: { name: 'Ada' } },
			}),
		);
	});

	it.each<[string, object]>([
		['nothing more', {}],
		['empty fields', { flowToken: ' ', flowScreen: '', flowData: '{}' }],
		['empty data', { flowToken: null, flowScreen: null, flowData: {} }],
		['no data', { flowToken: '', flowScreen: ' ', flowData: '' }],
	])('has no payload and no token with %s', (_name, values) => {
		expect(contentOf('interactive', form(values))).toEqual(sent());
	});

	it('may have a screen or data only, and data from an expression', () => {
		expect(contentOf('interactive', form({ flowScreen: ' FIRST ' }))).toEqual(
			sent({ ...PARAMETERS, flow_action_payload: { screen: 'FIRST' } }),
		);
		expect(contentOf('interactive', form({ flowData: { a: [1, '👍'] } }))).toEqual(
			sent({ ...PARAMETERS, flow_action_payload: { data: { a: [1, '👍'] } } }),
		);
	});

	it('that exchanges data has neither screen nor data, whatever the fields still contain', () => {
		expect(
			contentOf(
				'interactive',
				form({ flowAction: 'data_exchange', flowScreen: 'FIRST', flowData: 'no JSON' }),
			),
		).toEqual(sent({ ...PARAMETERS, flow_action: 'data_exchange' }));
	});

	it('may be a draft', () => {
		expect(contentOf('interactive', form({ flowMode: 'draft' }))).toEqual(
			sent({ ...PARAMETERS, mode: 'draft' }),
		);
	});

	it.each([
		['flowMode', 'Flow Mode', 'live'],
		['flowAction', 'Flow Action', 'open'],
	])('does not accept any other %s', (name, label, value) => {
		const { message, description } = refused({ [name]: value });
		expect(message).toBe(`'${label}' has an unknown value`);
		expect(description).toContain(`"${value}"`);
	});

	it.each(['[]', '"a"', '17', [1], 17, true])('has data in an object, not %p', (flowData) => {
		expect(refused({ flowData }).message).toBe("'Screen Data' is not a JSON object");
	});

	it('has data in JSON that keeps its numbers', () => {
		expect(refused({ flowData: '{a: 1}' }).message).toBe("'Screen Data' is not valid JSON");
		expect(refused({ flowData: '{"a": 12345678901234567890}' }).message).toBe(
			"'Screen Data' contains a number that is too long to stay exact",
		);
	});
});

describe('the Flow that is sent', () => {
	const { flow_id: _id, ...withoutId } = PARAMETERS;

	it.each<[unknown, object]>([
		['1', { flow_id: '1' }],
		[17, { flow_id: '17' }],
		[' 123 ', { flow_id: '123' }],
		['9'.repeat(100), { flow_id: '9'.repeat(100) }],
		['booking', { flow_name: 'booking' }],
		['Book an appointment, 2nd try', { flow_name: 'Book an appointment, 2nd try' }],
		['1 2', { flow_name: '1 2' }],
		['👍'.repeat(200), { flow_name: '👍'.repeat(200) }],
		['<b>{{ x }}', { flow_name: '<b>{{ x }}' }],
	])('is named by digits as ID, by anything else as name: %p', (flowId, key) => {
		expect(contentOf('interactive', form({ flowId }))).toEqual(sent({ ...withoutId, ...key }));
	});

	it.each(['9'.repeat(101), 'x'.repeat(201), '👍'.repeat(201)])('is not too long: %#', (flowId) => {
		expect(refused({ flowId }).message).toBe("'Flow' is too long");
	});

	it.each(['', ' ', null, undefined])('is required, unlike %p', (flowId) => {
		expect(refused({ flowId }).message).toBe("'Flow' is empty");
	});

	it.each(NOT_TEXT)('is not %s', (_name, flowId) => {
		expect(refused({ flowId }).message).toBe("'Flow' is not text");
	});
});

describe('the button of a Flow', () => {
	behavesAsText({
		type: 'interactive',
		label: 'Button Text',
		values: (flowCta) => form({ flowCta }),
		content: (flow_cta) => sent({ ...PARAMETERS, flow_cta }),
		max: 30,
		required: true,
	});
});

describe.each([
	['token', 'Flow Token', 'flowToken', (flow_token: string) => ({ flow_token })],
	[
		'first screen',
		'First Screen',
		'flowScreen',
		(screen: string) => ({ flow_action_payload: { screen } }),
	],
])('the %s of a Flow', (_name, label, field, key) => {
	behavesAsText({
		type: 'interactive',
		label,
		values: (text) => form({ [field]: text }),
		content: (text) => sent({ ...PARAMETERS, ...(text === undefined ? {} : key(text)) }),
		trimmed: true,
	});
});
