import type { IDataObject } from 'n8n-workflow';
import {
	madeBy,
	memoryOf,
	saveAfterPost,
	writeDown,
} from '../../../nodes/AwsWhatsAppTrigger/memory.ts';
import type { TriggerContext } from '../../../nodes/AwsWhatsAppTrigger/settings.ts';

const made = (arn: string) => ({ arn, topicArn: 'topic', endpoint: 'https://n8n.example.com/' });

let count = 0;
/** One trigger, as a process of n8n sees it: what was saved is shared, what is remembered is not. */
function trigger() {
	const id = `trigger-${(count += 1)}`;
	const saved: Record<'node' | 'global', IDataObject> = { node: {}, global: {} };
	const context = (isPost: boolean, process = id): TriggerContext => {
		const all: unknown = {
			getMode: () => (isPost ? 'webhook' : 'trigger'),
			getInstanceId: () => 'n8n',
			getWorkflow: () => ({ id: 'workflow' }),
			getNode: () => ({ id: process, parameters: {} }),
			getNodeWebhookUrl: () => 'https://n8n.example.com/',
			getWorkflowStaticData: (type: 'node' | 'global') => saved[type],
			...(isPost ? { getRequestObject: () => ({}) } : {}),
		};
		return all as TriggerContext;
	};
	return { saved, post: () => context(true), activation: () => context(false) };
}

describe('what a trigger remembers', () => {
	it('is saved after a post', () => {
		const { saved, post } = trigger();
		const { seen } = memoryOf(post());
		seen.settle(seen.claim(['a']) ?? []);
		saveAfterPost(post(), Date.now());
		expect(saved.node.seenEvents).toHaveLength(17);
	});

	it('is not saved if other nodes use the static data, which a post would revert', () => {
		const { saved, post } = trigger();
		saved.global.counter = 3;
		saveAfterPost(post(), Date.now());
		expect(saved.node).toEqual({});
	});

	it('is not saved after a post that took long', () => {
		const { saved, post } = trigger();
		saveAfterPost(post(), Date.now() - 1_001);
		expect(saved.node).toEqual({});
	});

	it('comes from the saved data if another process has activated the trigger', () => {
		const { saved, post } = trigger();
		writeDown(post(), () => [made('arn:1')]);
		expect(madeBy(post())).toMatchObject([{ arn: 'arn:1' }]);
		saved.node = {
			subscriptions: [{ ...made('arn:2'), owner: Object(saved.node.subscriptions)[0].owner }],
		};
		expect(madeBy(post())).toMatchObject([{ arn: 'arn:2' }]);
	});

	it('is not reverted to an older copy if this process has activated the trigger', () => {
		const { saved, post, activation } = trigger();
		writeDown(activation(), () => [made('arn:1')]);
		saved.node = {};
		saveAfterPost(post(), Date.now());
		expect(saved.node.subscriptions).toMatchObject([{ arn: 'arn:1' }]);
	});
});
