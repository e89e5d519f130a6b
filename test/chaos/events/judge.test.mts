import type { Attempt, Evidence, Incident, StartedExecution } from './evidence.mts';
import { outcomesOf, violationsIn } from './judge.mts';

/*
 * The judge on trial: for everything that may become of an event a record that shows it, and beside it one
 * that looks alike and excuses nothing.
 */

const HERE = 'http://127.0.0.1:1/';
const FORMER = 'http://127.0.0.1:2/';
const PATH = 'webhook/it/webhook';
const STARTED = '{"message":"Workflow was started"}';
const DROPPED = '{"message":"Webhook call received"}';
const STARTING = 'n8n is starting up. Please wait';
const NOT_REGISTERED =
	'{"code":404,"message":"The requested webhook \\"POST it/webhook\\" is not registered."}';
const N8N_FAILED = '{"code":0,"message":"There was a problem executing the workflow"}';

const post = (startedAt: number, status: number, answer = '', more: Partial<Attempt> = {}) => ({
	subscriptionArn: 'arn',
	endpoint: HERE + PATH,
	messageId: 'm1',
	startedAt,
	endedAt: startedAt + 500,
	status,
	answer,
	...more,
});
const run = (createdAt: number, more: Partial<StartedExecution> = {}): StartedExecution => ({
	id: `e${createdAt}`,
	workflowId: 'it',
	status: 'success',
	createdAt,
	hasBegun: true,
	events: [1],
	...more,
});
const incident = (kind: Incident['kind'], from: number, until: number) => ({ kind, from, until });
const gaveUp = (reason: 'client error' | 'retries exhausted', endpoint = HERE + PATH) => ({
	endpoint,
	reason,
	messageId: 'm1',
});

function judged(evidence: Partial<Evidence>) {
	const outcomes = outcomesOf({
		listeners: [{ workflowId: 'it', path: PATH, topicArn: 'topic', kinds: ['text'] }],
		events: [{ id: 1, kind: 'text', messageIds: ['m1'] }],
		publications: [{ messageId: 'm1', topicArn: 'topic', at: 0, endpoints: [HERE + PATH] }],
		attempts: [],
		undelivered: [],
		executions: [],
		// The end of the process in both of the incidents below.
		stops: [{ from: 10_000, until: 10_100 }],
		incidents: [],
		addresses: [
			{ url: FORMER, from: -Infinity, until: 0 },
			{ url: HERE, from: 0, until: Infinity },
		],
		...evidence,
	});
	expect(outcomes).toHaveLength(1);
	const [{ outcome = '', reason = '', isViolation = true } = {}] = outcomes;
	expect(violationsIn(outcomes)).toHaveLength(isViolation ? 1 : 0);
	return [outcome, reason, isViolation ? 'violation' : 'excused'];
}

const RESTART = incident('n8n restarted', 10_000, 20_000);
const KILL = incident('n8n killed', 10_000, 20_000);

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
	])('that started one execution %s is in order', (_how, evidence) => {
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
			'refused for good: 403 "This is no message of SNS"',
			{
				attempts: [post(10_000, 403, 'This is no message of SNS')],
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

	it('where one of its two messages was dropped, whatever became of the other', () => {
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
