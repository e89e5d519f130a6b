import type { Evidence } from './evidence.mts';
import { STARTED, DROPPED, N8N_FAILED, post, run, judged, RESTART, KILL } from './trial.mts';

describe('an event is repeated, and the trigger is to blame,', () => {
	it.each<[string, string, Partial<Evidence>]>([
		[
			'where SNS delivered it twice',
			'started again by a repetition',
			{
				attempts: [post(0, 200, STARTED), post(5_000, 200, STARTED)],
				executions: [run(100), run(5_100)],
			},
		],
		[
			'where the trigger refused it and started it all the same',
			'started again by a repetition',
			{
				attempts: [post(0, 503, 'Try again later'), post(5_000, 200, STARTED)],
				executions: [run(100), run(5_100)],
			},
		],
		[
			'where it had taken long, and was forgotten although a later post has written it down',
			'started again, after n8n killed',
			{
				attempts: [
					post(0, 200, STARTED, { endedAt: 8_000 }),
					post(9_000, 200, STARTED, { messageId: 'm2' }),
					post(25_000, 200, STARTED),
				],
				executions: [run(7_900), run(25_100)],
				incidents: [KILL],
			},
		],
		[
			'where it was forgotten over a restart',
			'started again, after n8n restarted',
			{
				attempts: [post(5_000, 200, STARTED), post(25_000, 200, STARTED)],
				executions: [run(5_100), run(25_100)],
				incidents: [RESTART],
			},
		],
		[
			'where SNS got no answer although n8n lived',
			'started again by a repetition',
			{
				attempts: [post(0, 0, '', { endedAt: 15_000 }), post(35_000, 200, STARTED)],
				executions: [run(14_000), run(35_100)],
			},
		],
		[
			'where n8n ran it to its end, in a post that SNS had given up',
			'started again, after n8n killed',
			{
				attempts: [post(0, 0, '', { endedAt: 5_000 }), post(25_000, 200, STARTED)],
				executions: [run(4_000), run(25_100)],
				incidents: [KILL],
			},
		],
		[
			'where n8n had not run it to its end, but a later post was told that it had been taken',
			'started again, after n8n killed',
			{
				attempts: [
					post(0, 0, '', { endedAt: 5_000 }),
					post(6_000, 200, DROPPED),
					post(25_000, 200, STARTED, { messageId: 'm2' }),
				],
				events: [{ id: 1, kind: 'text', messageIds: ['m1', 'm2'] }],
				executions: [run(4_000, { status: 'running' }), run(25_100)],
				incidents: [KILL],
			},
		],
		[
			'where the kill came before it was posted',
			'started again, after n8n killed',
			{
				attempts: [post(0, 200, STARTED), post(10_200, 0), post(25_000, 200, STARTED)],
				executions: [run(100), run(25_100)],
				incidents: [KILL],
			},
		],
		[
			'where one of three starts is the fault of nobody',
			'started again, after n8n killed',
			{
				attempts: [post(10_000, 0), post(25_000, 200, STARTED), post(26_000, 200, STARTED)],
				executions: [run(10_050), run(25_100), run(26_100)],
				incidents: [KILL],
			},
		],
	])('%s', (_how, reason, evidence) => {
		expect(judged(evidence)).toEqual(['repeated', reason, 'violation']);
	});
});

describe('an event is repeated, and the trigger is not to blame,', () => {
	it.each<[string, string, Partial<Evidence>]>([
		[
			'where n8n was killed after it had saved the execution',
			'n8n ended between saving the execution and answering',
			{
				attempts: [post(10_000, 0), post(25_000, 200, STARTED)],
				executions: [run(10_050, { status: 'crashed' }), run(25_100)],
				incidents: [KILL],
			},
		],
		[
			'where n8n was killed while it was still at a post that SNS had given up',
			'n8n ended with the execution unfinished, in a post that SNS had given up',
			{
				attempts: [
					post(0, 0, '', { endedAt: 5_000 }),
					post(6_000, 503, 'Try again later'),
					post(25_000, 200, STARTED),
				],
				executions: [run(4_000, { status: 'running' }), run(25_100)],
				incidents: [KILL],
			},
		],
		[
			'where n8n saved the execution and said that it could not',
			'n8n saved the execution and answered that it had failed',
			{
				attempts: [post(0, 500, N8N_FAILED), post(20_000, 200, STARTED)],
				executions: [run(100), run(20_100)],
			},
		],
		[
			'where n8n was killed before the next post wrote down one that had taken long',
			'n8n ended before the next post could write down one that had taken long',
			{
				attempts: [
					post(0, 200, STARTED, { endedAt: 9_000 }),
					post(9_100, 200, STARTED, { messageId: 'm2', endedAt: 11_000 }),
					post(25_000, 200, STARTED),
				],
				executions: [run(8_900), run(25_100)],
				incidents: [KILL],
			},
		],
	])('%s', (_how, reason, evidence) => {
		expect(judged(evidence)).toEqual(['repeated', reason, 'excused']);
	});
});
