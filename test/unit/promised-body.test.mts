import { ACTIONS } from '../../aws/clients/actions.ts';
import { promisedBody } from '../../aws/clients/promisedBody.ts';
import { UnusableResponse } from '../../aws/errors/errors.ts';

const actions = Object.entries(ACTIONS).map(([name, { promises }]) => ({ name, promises }));
const MARKED = { 'x-amzn-requestid': '1' };
const answer = (body: unknown, statusCode = 200, headers: object = MARKED) =>
	({ statusCode, body, headers }) as never;

describe.each(actions)('the answer to $name', ({ promises }) => {
	const whole = Object.fromEntries(promises.map((member) => [member, 'x']));

	it('is accepted unchanged if it has everything promised', () => {
		expect(promisedBody(answer({ ...whole, more: 1 }), promises)).toEqual({ ...whole, more: 1 });
	});

	it('is refused without any of it, and says what is missing', () => {
		for (const member of promises) {
			for (const value of [undefined, null, '', '  ']) {
				const check = () => promisedBody(answer({ ...whole, [member]: value }), promises);
				expect(check).toThrow(UnusableResponse);
				expect(check).toThrow(`HTTP 200 without "${member}"`);
			}
		}
	});

	it.each<[string, unknown]>([
		['a web page or another document', '<html>Log in</html>'],
		['text that is not valid JSON', '{"a": '],
		['null', null],
		['a list', []],
		['a number', 5],
		['text that is not valid JSON', 'ok'],
		['a boolean', true],
		['an object', Buffer.from('{}')],
	])('is refused if it is %s', (name, body) => {
		const check = () => promisedBody(answer(body), promises);
		expect(check).toThrow(UnusableResponse);
		expect(check).toThrow(`HTTP 200 with ${name}`);
	});

	it("is accepted without any promised member only with AWS's mark", () => {
		const check = () => promisedBody(answer({ ...whole, status: 'ok' }, 200, {}), promises);
		if (promises.length > 0) expect(check()).toMatchObject(whole);
		else expect(check).toThrow('HTTP 200 without a request ID of AWS');
	});

	it('has IDs that are plausible', () => {
		for (const member of promises.filter((name) => /(Id|Handle)$/.test(name))) {
			for (const value of [5, true, {}, { a: 1 }, ['x'], 'x'.repeat(50_000)]) {
				const check = () => promisedBody(answer({ ...whole, [member]: value }), promises);
				expect(check).toThrow(`without "${member}"`);
			}
		}
	});

	it('may be empty only if nothing is promised', () => {
		for (const body of ['', undefined]) {
			const check = () => promisedBody(answer(body, 204), promises);
			if (promises.length === 0) expect(check()).toEqual({});
			else expect(check).toThrow('HTTP 204 with an empty response');
		}
	});
});
