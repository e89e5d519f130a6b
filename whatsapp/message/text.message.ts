import type { MessageType } from './messageType';

/** WhatsApp's limit of a text body, in Unicode code points. */
const MAX_BODY = 4096;

export const text: MessageType = {
	name: 'Text',
	value: 'text',
	description: 'A written message',
	fields: [
		{
			displayName: 'Text',
			name: 'textBody',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '',
			required: true,
			placeholder: 'e.g. Your order is on its way',
			description:
				'At most 4,096 characters. *bold*, _italic_ and ~strikethrough~ work as in WhatsApp.',
		},
	],
	content: (form) => ({
		body: form.requiredText('textBody', MAX_BODY),
		...(form.options.flag('previewUrl') ? { preview_url: true } : {}),
	}),
};
