import { flag } from '../../form/choices';
import { text as textField } from '../../form/texts';
import type { MessageType } from './messageType';

const body = textField('Text', 'textBody', {
	max: 4096,
	required: true,
	typeOptions: { rows: 4 },
	example: 'Your order is on its way',
	description: 'At most {max} characters. Supports *bold*, _italic_ and ~strikethrough~.',
});

const linkPreview = flag('Link Preview', 'previewUrl', {
	default: true,
	description: 'Whether WhatsApp shows a preview of the first link in the text',
	displayOptions: { show: { '/messageType': ['text'] } },
});

export const text: MessageType = {
	name: 'Text',
	value: 'text',
	groups: 'allowed',
	description: 'A text message',
	fields: [body],
	options: [linkPreview],
	content: (form) => ({
		body: body.of(form),
		...(linkPreview.of(form.options) ? { preview_url: true } : {}),
	}),
};
