/** A workflow that sends many text messages, one for each item. */
import type { LocalAws } from '../../local-aws/index.mts';

export const SEND_MANY = { trigger: 'Start', items: 'Items', send: 'Send' };

/**
 * Text `n` goes to a person of its own, so that WhatsApp's pace for one person does not slow it.
 *
 * @param settings of the node, such as what it does on an error
 */
export function sendMany(
	aws: LocalAws,
	id: string,
	count: number,
	parameters: object = {},
	settings: object = {},
) {
	const { trigger, items, send } = SEND_MANY;
	const to = (node: string) => ({ main: [[{ node, type: 'main', index: 0 }]] });
	return {
		id,
		name: id,
		active: false,
		settings: { executionOrder: 'v1' },
		nodes: [
			{
				id: 'start',
				name: trigger,
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				id: 'list',
				name: 'List',
				type: 'n8n-nodes-base.set',
				typeVersion: 3.4,
				position: [200, 0],
				parameters: {
					mode: 'raw',
					jsonOutput: `={{ { list: Array.from({ length: ${count} }, (_, i) => ({ n: i + 1 })) } }}`,
				},
			},
			{
				id: 'items',
				name: items,
				type: 'n8n-nodes-base.splitOut',
				typeVersion: 1,
				position: [400, 0],
				parameters: { fieldToSplitOut: 'list', options: {} },
			},
			{
				id: 'send',
				name: send,
				type: 'n8n-nodes-aws-whatsapp.awsWhatsApp',
				typeVersion: 1,
				position: [600, 0],
				credentials: {
					awsSocialMessagingApi: { id: 'awsSocialMessaging', name: 'AWS' },
				},
				...settings,
				parameters: {
					resource: 'message',
					operation: 'send',
					originationPhoneNumberId: {
						__rl: true,
						mode: 'id',
						value: aws.account.phoneNumbers[0]?.id,
					},
					to: '=+49151{{ 10000000 + $json.n }}',
					messageType: 'text',
					textBody: `=${id} {{ $json.n }}`,
					options: {},
					...parameters,
				},
			},
		],
		connections: { [trigger]: to('List'), List: to(items), [items]: to(send) },
	};
}
