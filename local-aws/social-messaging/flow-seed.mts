/** A flow of one screen, which Meta would publish. */
export function sampleFlowJson(title: string, dataApiVersion?: string): Buffer {
	const screen = {
		id: 'START',
		title,
		terminal: true,
		layout: {
			type: 'SingleColumnLayout',
			children: [
				{ type: 'TextHeading', text: title },
				{ type: 'TextInput', name: 'name', label: 'Your name', required: true },
				{
					type: 'Footer',
					label: 'Send',
					'on-click-action': { name: 'complete', payload: { name: '${form.name}' } },
				},
			],
		},
	};
	const version = dataApiVersion === undefined ? {} : { data_api_version: dataApiVersion };
	return Buffer.from(JSON.stringify({ version: '7.3', ...version, screens: [screen] }));
}

export interface FlowSeed {
	name: string;
	categories: string[];
	status: 'DRAFT' | 'PUBLISHED' | 'DEPRECATED';
	json: Buffer;
	endpointUri?: string;
}

export function seedFlows(): FlowSeed[] {
	return [
		{
			name: 'Table reservation',
			categories: ['APPOINTMENT_BOOKING'],
			status: 'PUBLISHED',
			json: sampleFlowJson('Reserve a table', '3.0'),
			endpointUri: 'https://flows.nordwind.example/reservation',
		},
		{
			name: 'Feedback',
			categories: ['SURVEY', 'CUSTOMER_SUPPORT'],
			status: 'DRAFT',
			json: sampleFlowJson('How was it?'),
		},
		{
			name: 'Newsletter 2025',
			categories: ['SIGN_UP'],
			status: 'DEPRECATED',
			json: sampleFlowJson('Our newsletter'),
		},
	];
}
