import type { INodeProperties } from 'n8n-workflow';

/** How a Flow opens: with a screen that is known here, or as its endpoint says. */
export const flowStartFields: INodeProperties[] = [
	{
		displayName: 'Flow Action',
		name: 'flowAction',
		type: 'options',
		options: [
			{
				name: 'Data Exchange',
				value: 'data_exchange',
				description: 'The endpoint of the Flow chooses the first screen',
			},
			{
				name: 'Navigate',
				value: 'navigate',
				description: 'The Flow opens with a screen that is known here',
			},
		],
		default: 'navigate',
	},
	{
		displayName: 'First Screen',
		name: 'flowScreen',
		type: 'string',
		default: '',
		placeholder: 'e.g. APPOINTMENT',
		description: 'ID of the screen to open with. Without it, the first one of the Flow.',
		displayOptions: { show: { flowAction: ['navigate'] } },
	},
];
