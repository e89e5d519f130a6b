import type { Evidence } from './evidence.mts';
import { outcomesOf } from './judge.mts';
import { PATH, STARTED, post, run, judged } from './trial.mts';

describe('an event', () => {
	it.each<[string, Partial<Evidence>]>([
		['the first time', { attempts: [post(0, 200, STARTED)], executions: [run(100)] }],
		[
			'at last',
			{ attempts: [post(0, 500), post(20_000, 200, STARTED)], executions: [run(20_100)] },
		],
		[
			'although n8n crashed then',
			{ attempts: [post(9_900, 0)], executions: [run(10_000, { status: 'crashed' })] },
		],
		[
			'although n8n had saved it before in vain',
			{
				attempts: [post(0, 500), post(20_000, 200, STARTED)],
				executions: [run(100, { hasBegun: false, status: 'new' }), run(20_100)],
			},
		],
	])('is in order if it started one execution %s', (_how, evidence) => {
		expect(judged(evidence)).toEqual(['once', '', 'excused']);
	});

	it('is judged in every workflow that listens for its kind, and in no other', () => {
		const outcomes = outcomesOf({
			listeners: [
				{ workflowId: 'it', path: PATH, topicArn: 'topic', kinds: ['text', 'photo'] },
				{
					workflowId: 'photos',
					path: 'webhook/photos/webhook',
					topicArn: 'topic',
					kinds: ['photo'],
				},
			],
			events: [
				{ id: 1, kind: 'text', messageIds: ['m1'] },
				{ id: 2, kind: 'photo', messageIds: ['m2'] },
			],
			publications: [],
			attempts: [],
			undelivered: [],
			executions: [run(0), run(1, { events: [2] }), run(2, { workflowId: 'photos', events: [2] })],
			stops: [],
			incidents: [],
			addresses: [],
		});
		expect(outcomes.map(({ workflowId, event, outcome }) => [workflowId, event, outcome])).toEqual([
			['it', 1, 'once'],
			['it', 2, 'once'],
			['photos', 2, 'once'],
		]);
	});
});
