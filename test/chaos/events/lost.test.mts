import type { Evidence } from './evidence.mts';
import {
	HERE,
	FORMER,
	PATH,
	STARTED,
	DROPPED,
	STARTING,
	NOT_REGISTERED,
	N8N_FAILED,
	post,
	run,
	incident,
	gaveUp,
	judged,
	RESTART,
	KILL,
} from './trial.mts';

describe('an event is lost, and the trigger is to blame,', () => {
	it.each<[string, string, Partial<Evidence>]>([
		[
			'where it was dropped',
			`answered 200 "${DROPPED}", and nothing started`,
			{ attempts: [post(0, 500, N8N_FAILED), post(20_000, 200, DROPPED)] },
		],
		[
			'where it was taken, and is nowhere',
			`answered 200 "${STARTED}", and nothing started`,
			{ attempts: [post(0, 200, STARTED)], incidents: [RESTART] },
		],
		[
			'where the execution never began',
			`answered 200 "${STARTED}", and nothing started`,
			{ attempts: [post(0, 200, STARTED)], executions: [run(100, { hasBegun: false })] },
		],
		[
			'where it was refused for good',
			'refused for good: 403 "This is not an SNS message"',
			{
				attempts: [post(10_000, 403, 'This is not an SNS message')],
				undelivered: [gaveUp('client error')],
				incidents: [RESTART],
			},
		],
		[
			'where n8n did not know the webhook, and nothing had happened',
			'n8n answered 404 although nobody had touched it',
			{
				attempts: [post(0, 404, NOT_REGISTERED)],
				undelivered: [gaveUp('client error')],
				incidents: [RESTART],
			},
		],
		[
			'where n8n was starting, and nobody had stopped it',
			'n8n answered 200 "starting up" although nobody had stopped it',
			{ attempts: [post(0, 200, STARTING)], incidents: [RESTART] },
		],
		[
			'where SNS could not end',
			'SNS was still trying at the end',
			{ attempts: [post(0, 503, 'Try again later')] },
		],
		['where it was not even posted', 'SNS was still trying at the end', {}],
	])('%s', (_how, reason, evidence) => {
		expect(judged(evidence)).toEqual(['lost', reason, 'violation']);
	});

	it('if one of its two messages was dropped, whatever happened to the other', () => {
		const again = { messageId: 'm2', topicArn: 'topic', at: 5_000, endpoints: [HERE + PATH] };
		const evidence: Partial<Evidence> = {
			events: [{ id: 1, kind: 'text', messageIds: ['m1', 'm2'] }],
			publications: [{ messageId: 'm1', topicArn: 'topic', at: 0, endpoints: [] }, again],
			attempts: [post(5_000, 200, DROPPED, { messageId: 'm2' })],
		};
		expect(judged(evidence)).toEqual([
			'lost',
			`answered 200 "${DROPPED}", and nothing started`,
			'violation',
		]);
	});
});

describe('an event is lost, and the trigger is not to blame,', () => {
	it.each<[string, string, Partial<Evidence>]>([
		[
			'where nobody was subscribed',
			'not subscribed when it was published',
			{ publications: [{ messageId: 'm1', topicArn: 'topic', at: 0, endpoints: [] }] },
		],
		[
			'where n8n took it before it was awake',
			'n8n answered 200 while it was starting',
			{ attempts: [post(15_000, 200, STARTING)], incidents: [KILL] },
		],
		[
			'where n8n did not know the webhook yet',
			'n8n answered 404 while it was starting or publishing',
			{
				attempts: [post(15_000, 404, NOT_REGISTERED)],
				undelivered: [gaveUp('client error')],
				incidents: [incident('workflow published', 14_000, 16_000)],
			},
		],
		[
			'where SNS gave up',
			"SNS gave up after its policy's last retry",
			{ attempts: [post(0, 0), post(20_000, 500)], undelivered: [gaveUp('retries exhausted')] },
		],
		[
			'where n8n had moved away',
			'sent to an address that n8n had left',
			{
				publications: [{ messageId: 'm1', topicArn: 'topic', at: 0, endpoints: [FORMER + PATH] }],
				attempts: [post(0, 0, '', { endpoint: FORMER + PATH })],
			},
		],
		[
			'where SNS gave up at the present address, and at a former one',
			"SNS gave up after its policy's last retry",
			{
				publications: [
					{
						messageId: 'm1',
						topicArn: 'topic',
						at: 0,
						endpoints: [FORMER + PATH, HERE + PATH],
					},
				],
				attempts: [post(0, 0, '', { endpoint: FORMER + PATH }), post(0, 0)],
				undelivered: [gaveUp('retries exhausted', FORMER + PATH), gaveUp('retries exhausted')],
			},
		],
	])('%s', (_how, reason, evidence) => {
		expect(judged(evidence)).toEqual(['lost', reason, 'excused']);
	});
});
