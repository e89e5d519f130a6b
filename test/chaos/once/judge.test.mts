import { judge, type Evidence } from './judge.mts';

const sent = { messageId: 'm1' };
const repeated = { messageId: 'm1', isRepeat: true };
const leftOut = { isLeftOut: true };
const notKnown = {
	error: 'The message may have been sent before',
	details: { outcome: 'notKnown' },
};
const failed = { error: 'AWS denied access', details: { outcome: 'notDone' } };

const evidence = (more: Partial<Evidence>): Evidence => ({
	decision: 'fail',
	recipients: ['a', 'b'],
	arrived: ['a', 'b'],
	items: [sent, repeated],
	killed: 1,
	...more,
});
const rules = (more: Partial<Evidence>) => judge(evidence(more)).map(({ rule }) => rule);

describe('the judge of messages that go out once', () => {
	it.each<[string, Partial<Evidence>]>([
		['everyone got theirs', {}],
		['one is not known, and did arrive', { items: [sent, notKnown] }],
		['one is not known, and did not arrive', { items: [sent, notKnown], arrived: ['a'] }],
		['one was left out', { decision: 'leaveOut', items: [sent, leftOut], arrived: ['a'] }],
		['one was sent again', { decision: 'sendAgain', arrived: ['a', 'b', 'b'] }],
	])('is content where %s', (_, more) => {
		expect(rules(more)).toEqual([]);
	});

	it.each<[string, Partial<Evidence>, string]>([
		['one arrived twice', { arrived: ['a', 'a', 'b'] }, 'sent at most once'],
		[
			'one arrived twice and is not known',
			{ arrived: ['a', 'a', 'b'], items: [notKnown, sent] },
			'sent at most once',
		],
		[
			'one that was to be sent again arrived three times',
			{ decision: 'sendAgain', arrived: ['a', 'a', 'a', 'b'] },
			'sent at most once',
		],
		['a stranger got one', { arrived: ['a', 'b', 'c'] }, 'sent at most once'],
		[
			'one is said to be sent, and did not arrive',
			{ arrived: ['a'] },
			'"done" never said of what was not done',
		],
		['one failed for another reason', { items: [sent, failed] }, 'every item accounted for'],
		['one item is missing', { items: [sent] }, 'every item accounted for'],
		[
			'one was left out that was to fail',
			{ items: [sent, leftOut] },
			'what is not known is treated as chosen',
		],
		[
			'one failed that was to be sent again',
			{ decision: 'sendAgain', items: [sent, notKnown] },
			'what is not known is treated as chosen',
		],
		[
			'one is not known though nobody was killed',
			{ killed: 0, items: [sent, notKnown] },
			'little is not known',
		],
		[
			'one was sent again though nobody was killed',
			{ killed: 0, decision: 'sendAgain', arrived: ['a', 'b', 'b'] },
			'little is not known',
		],
	])('objects where %s', (_, more, rule) => {
		expect(rules(more)).toContain(rule);
	});
});
