/** A workflow with a node for every operation, to look at and to try. */
import { createRequire } from 'node:module';
import type { INodeTypeDescription } from 'n8n-workflow';
import type { LocalAws } from '../../local-aws/index.mts';
import { PACKAGE_NAME } from './n8n.mts';

export interface OperationNode {
	/** The action, such as "Get template": n8n calls a new node so. */
	name: string;
	resource: string;
	operation: string;
	/** As the dropdowns show them. */
	label: string;
}

const NODES_IN_A_ROW = 7;

/** The operations of the built package, resource by resource. */
export function everyOperation(): OperationNode[] {
	const load = createRequire(import.meta.url);
	const { AwsWhatsApp } = load('../../dist/nodes/AwsWhatsApp/AwsWhatsApp.node.js') as {
		AwsWhatsApp: new () => { description: INodeTypeDescription };
	};
	return new AwsWhatsApp().description.properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ displayOptions, options = [] }) =>
			options.map((option) => {
				const resource = String(displayOptions?.show?.resource?.[0]);
				const operation = 'value' in option ? String(option.value) : '';
				const action = ('action' in option ? option.action : undefined) ?? '';
				const name = action.charAt(0).toUpperCase() + action.slice(1);
				return { name, resource, operation, label: option.name };
			}),
		);
}

const locator = (value = '') => ({ __rl: true, mode: 'id', value });

/** Each node has its business account and its phone number; the rest is as one finds it. */
export function everyOperationWorkflow(
	{ account }: LocalAws,
	credential: { id: string; name: string },
) {
	const [businessAccount] = account.businessAccounts;
	const phoneNumberId = businessAccount?.phoneNumbers[0]?.id;
	return {
		id: 'everyOperation00',
		name: 'Every operation',
		nodes: everyOperation().map(({ name, resource, operation }, i) => ({
			parameters: {
				resource,
				operation,
				businessAccountId: locator(businessAccount?.id),
				originationPhoneNumberId: locator(phoneNumberId),
				phoneNumberId: locator(phoneNumberId),
			},
			id: `5e0d2f6a-0000-4000-8000-1000000000${String(i).padStart(2, '0')}`,
			name,
			type: `${PACKAGE_NAME}.awsWhatsApp`,
			typeVersion: 1,
			position: [(i % NODES_IN_A_ROW) * 240, Math.floor(i / NODES_IN_A_ROW) * 180],
			credentials: { awsSocialMessagingApi: { id: credential.id, name: credential.name } },
		})),
		connections: {},
		active: false,
		settings: {},
	};
}
