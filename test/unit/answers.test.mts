import { actionOf } from '../../aws/clients/actions.ts';
import { promisedBody } from '../../aws/transport/answers.ts';
import { UnusableResponse } from '../../aws/transport/errors.ts';
import { resources } from '../../nodes/AwsWhatsApp/resources/resources.ts';

const operations = resources.flatMap(({ value: resource, operations: all }) =>
	all.map(({ value, request, permissions }) => ({
		name: `${resource}.${value}`,
		action: actionOf(request.method, request.url),
		permissions,
	})),
);
const MARKED = { 'x-amzn-requestid': '1' };
const answer = (body: unknown, statusCode = 200, headers: object = MARKED) =>
	({ statusCode, body, headers }) as never;

describe('the table of actions', () => {
	it.each(operations)('knows what $name asks for', ({ action, permissions }) => {
		expect(action?.name).toBe(permissions[0]);
	});

	it('knows nothing of what the service does not have', () => {
		expect(actionOf('GET', '/v1/whatsapp/send')).toBeUndefined();
		expect(actionOf(undefined, '/v1/whatsapp/nothing')).toBeUndefined();
	});
});

describe.each(operations)('the answer to $name', ({ action }) => {
	const promises = action?.promises ?? [];
	const whole = Object.fromEntries(promises.map((member) => [member, 'x']));

	it('is taken as it is where it has all that is promised', () => {
		expect(promisedBody(answer({ ...whole, more: 1 }), action)).toEqual({ ...whole, more: 1 });
	});

	it('is refused without any of it, and says what is missing', () => {
		for (const member of promises) {
			for (const value of [undefined, null, '', '  ']) {
				const check = () => promisedBody(answer({ ...whole, [member]: value }), action);
				expect(check).toThrow(UnusableResponse);
				expect(check).toThrow(`HTTP 200 without "${member}"`);
			}
		}
	});

	it.each<[string, unknown]>([
		['a page', '<html>Log in</html>'],
		['half a document', '{"a": '],
		['null', null],
		['a list', []],
		['a number', 5],
		['a text', 'ok'],
		['true', true],
		['bytes', Buffer.from('{}')],
	])('is refused where it is %s', (_name, body) => {
		expect(() => promisedBody(answer(body), action)).toThrow(UnusableResponse);
	});

	it('without anything promised is taken only with the mark of AWS', () => {
		const check = () => promisedBody(answer({ ...whole, status: 'ok' }, 200, {}), action);
		if (promises.length > 0) expect(check()).toMatchObject(whole);
		else expect(check).toThrow('HTTP 200 without a request ID of AWS');
	});

	it('has IDs that can be one', () => {
		for (const member of promises.filter((name) => /(Id|Handle)$/.test(name))) {
			for (const value of [5, true, {}, { a: 1 }, ['x'], 'x'.repeat(50_000)]) {
				const check = () => promisedBody(answer({ ...whole, [member]: value }), action);
				expect(check).toThrow(`without "${member}"`);
			}
		}
	});

	it('may be empty only where nothing is promised', () => {
		for (const body of ['', undefined]) {
			const check = () => promisedBody(answer(body, 204), action);
			if (promises.length === 0) expect(check()).toEqual({});
			else expect(check).toThrow('HTTP 204 with an empty answer');
		}
	});
});
