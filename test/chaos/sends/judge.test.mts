import type { EngineError, Json, RunResult } from '../../engine/engine.mts';
import { judgeSends, type SendsOutcome } from './judge.mts';

/*
 * The judge on trial: for every promise a run that breaks it, which has to be found, beside runs that keep
 * all of them.
 */

const RECIPIENTS = ['+491', '+492', '+493'];
const arrived = (...items: number[]) =>
	items.map((item) => ({ to: RECIPIENTS[item] ?? '', messageId: `id-${item}` }));
const done = (item: number, json: Json = {}) => ({
	json: { messageId: `id-${item}`, ...json },
	pairedItem: { item },
});
const failed = (item: number, outcome?: unknown) => ({
	json: { error: 'It failed', details: { outcome } },
	pairedItem: { item },
});
const success = (...outputs: RunResult['outputs']): SendsOutcome['result'] => ({
	status: 'success',
	outputs,
});
const stopped = (description: string): SendsOutcome['result'] => ({
	status: 'error',
	outputs: [],
	error: { name: 'NodeApiError', message: 'It failed', description } satisfies EngineError,
});

const rulesOf = (outcome: Partial<SendsOutcome>) =>
	judgeSends({
		onError: 'continueRegularOutput',
		recipients: RECIPIENTS,
		result: success([done(0), done(1), done(2)]),
		phone: arrived(0, 1, 2),
		isOnlyThrottled: false,
		...outcome,
	}).violations.map(({ rule }) => rule);
const stop = (description: string, phone: SendsOutcome['phone']) =>
	rulesOf({ onError: 'stopWorkflow', result: stopped(description), phone });

const ALL_DONE =
	'"Send message" was already done for 3 of the 3 items (items 0-2). Leave these out.';
const FIRST_DONE =
	'"Send message" was already done for 1 of the 3 items (item 0). Leave these out.';
const NONE_DONE = '"Send message" was not done for any of the 3 items.';
const NO_OTHER_DONE = 'It was not done for the other item.';
const maybe = (ranges: string) =>
	`"Send message" may have been done for items ${ranges}, so check them first.`;

describe('the judge acquits', () => {
	it.each<[string, Partial<SendsOutcome>]>([
		['a run in which all was sent', {}],
		['one that stops on failure and did not', { onError: 'stopWorkflow' }],
		[
			'failed items that did not arrive',
			{ result: success([done(0), failed(1, 'notDone'), done(2)]), phone: arrived(0, 2) },
		],
		[
			'items not known, arrived or not',
			{
				result: success([failed(0, 'notKnown'), failed(1, 'notKnown'), done(2)]),
				phone: arrived(0, 2),
			},
		],
		[
			'failed items on an output of their own',
			{
				onError: 'continueErrorOutput',
				result: success([done(0), done(2)], [failed(1, 'notDone')]),
				phone: arrived(0, 2),
			},
		],
	])('%s', (_name, outcome) => {
		expect(rulesOf(outcome)).toEqual([]);
	});

	it.each([
		['all was done', ALL_DONE, arrived(0, 1, 2)],
		['some was done, and it is named', FIRST_DONE, arrived(0)],
		['nothing was done, and it says so', `Advice.\n\n${NONE_DONE}`, []],
		['some may have been done, and it is named', `${maybe('1-2')} ${FIRST_DONE}`, arrived(0, 2)],
		['all may have been done', maybe('0-2'), arrived(1)],
		['only what may have been done is named', maybe('0, 2'), arrived(2)],
	])('a run that stopped where %s', (_name, description, phone) => {
		expect(stop(description, phone)).toEqual([]);
	});

	it('and counts what is not known', () => {
		const { notKnown } = judgeSends({
			onError: 'stopWorkflow',
			recipients: RECIPIENTS,
			result: stopped(`${maybe('0, 2')} ${NO_OTHER_DONE}`),
			phone: [],
			isOnlyThrottled: false,
		});
		expect(notKnown).toBe(2);
	});
});

describe('the judge finds', () => {
	it('a message that came twice', () => {
		expect(rulesOf({ phone: [...arrived(0, 1, 2), ...arrived(1)] })).toEqual(['sent at most once']);
	});

	it('a message to someone who is not a recipient', () => {
		const stranger = { to: '+499', messageId: 'x' };
		expect(rulesOf({ phone: [...arrived(0, 1, 2), stranger] })).toEqual(['sent at most once']);
	});

	it.each<[string, RunResult['outputs']]>([
		['is missing', [[done(0), done(1)]]],
		['comes out twice', [[done(0), done(1), done(2), done(2)]]],
		['comes out on both outputs', [[done(0), done(1), done(2)], [failed(1, 'notKnown')]]],
		['is paired with nothing', [[done(0), done(1), done(2), { json: { messageId: 'id-0' } }]]],
		['has neither ID nor error', [[done(0), done(1), { json: {}, pairedItem: { item: 2 } }]]],
		['has both ID and error', [[done(0), done(1), done(2, { error: 'It failed' })]]],
	])('an item that %s', (_name, outputs) => {
		expect(rulesOf({ result: success(...outputs) })).toContain('every item accounted for');
	});

	it('a run that fails although the workflow continues after failures', () => {
		expect(rulesOf({ result: stopped(ALL_DONE) })).toContain('every item accounted for');
	});

	it.each([[undefined], ['done'], ['unknown'], [true]])(
		'a failure whose outcome is %p',
		(outcome) => {
			const result = success([done(0), failed(1, outcome), done(2)]);
			expect(rulesOf({ result })).toEqual(['outcome given with every failure']);
		},
	);

	it('"not done" said of something that was done', () => {
		const rule = '"not done" never said of what was done';
		const result = success([done(0), failed(1, 'notDone'), done(2)]);
		expect(rulesOf({ result })).toEqual([rule]);
		expect(stop(NONE_DONE, arrived(1))).toEqual([rule]);
		expect(stop(FIRST_DONE, arrived(0, 2))).toEqual([rule]);
		expect(stop(`${maybe('1')} ${FIRST_DONE}`, arrived(0, 1, 2))).toEqual([rule]);
	});

	it('"done" said of something that was not done', () => {
		const rule = '"done" never said of what was not done';
		expect(rulesOf({ phone: arrived(0, 2) })).toEqual([rule]);
		expect(stop(FIRST_DONE, [])).toEqual([rule]);
	});

	it("the ID of someone else's message", () => {
		const result = success([done(0), done(1), done(2, { messageId: 'id-1' })]);
		expect(rulesOf({ result })).toEqual(['"done" never said of what was not done']);
	});

	it.each([
		['without an account', 'Try again later.'],
		['with no description at all', ''],
		['with an account of another number of items', NONE_DONE.replace('3', '4')],
		['that counts wrongly', FIRST_DONE.replace('1 of', '2 of')],
		['that names items that there are not', maybe('2-3')],
		['that names an item as done and as not known', `${maybe('0')} ${FIRST_DONE}`],
		['that counts the others wrongly', `${maybe('0')} ${NO_OTHER_DONE}`],
		['that contradicts itself', `${FIRST_DONE} ${NONE_DONE}`],
		['that says none was done, and that some may have been', `${maybe('1')} ${NONE_DONE}`],
		['with ranges that cannot be read', maybe('2-1')],
	])('an error %s', (_name, description) => {
		expect(stop(description, [])).toContain('every item accounted for');
	});

	it('a failure although there was nothing but throttling', () => {
		const rule = 'throttled requests are all sent in the end';
		const isOnlyThrottled = true;
		expect(rulesOf({ isOnlyThrottled })).toEqual([]);
		const result = success([done(0), failed(1, 'notDone'), done(2)]);
		expect(rulesOf({ isOnlyThrottled, result, phone: arrived(0, 2) })).toContain(rule);
		const error = stopped(NONE_DONE);
		expect(
			rulesOf({ isOnlyThrottled, onError: 'stopWorkflow', result: error, phone: [] }),
		).toContain(rule);
	});
});
