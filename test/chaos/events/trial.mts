import type { Attempt, Evidence, Incident, StartedExecution } from './evidence.mts';
import { outcomesOf, violationsIn } from './judge.mts';

/*
 * The judge on trial: for everything that can happen to an event, a record that shows it, and beside it one
 * that looks alike and excuses nothing.
 */

export const HERE = 'http://127.0.0.1:1/';
export const FORMER = 'http://127.0.0.1:2/';
export const PATH = 'webhook/it/webhook';
export const STARTED = '{"message":"Workflow was started"}';
export const DROPPED = '{"message":"Webhook call received"}';
export const STARTING = 'n8n is starting up. Please wait';
export const NOT_REGISTERED =
	'{"code":404,"message":"The requested webhook \\"POST it/webhook\\" is not registered."}';
export const N8N_FAILED = '{"code":0,"message":"There was a problem executing the workflow"}';

export const post = (
	startedAt: number,
	status: number,
	answer = '',
	more: Partial<Attempt> = {},
) => ({
	subscriptionArn: 'arn',
	endpoint: HERE + PATH,
	messageId: 'm1',
	startedAt,
	endedAt: startedAt + 500,
	status,
	answer,
	...more,
});
export const run = (createdAt: number, more: Partial<StartedExecution> = {}): StartedExecution => ({
	id: `e${createdAt}`,
	workflowId: 'it',
	status: 'success',
	createdAt,
	hasBegun: true,
	events: [1],
	...more,
});
export const incident = (kind: Incident['kind'], from: number, until: number) => ({
	kind,
	from,
	until,
});
export const gaveUp = (reason: 'client error' | 'retries exhausted', endpoint = HERE + PATH) => ({
	endpoint,
	reason,
	messageId: 'm1',
});

export function judged(evidence: Partial<Evidence>) {
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

export const RESTART = incident('n8n restarted', 10_000, 20_000);
export const KILL = incident('n8n killed', 10_000, 20_000);
