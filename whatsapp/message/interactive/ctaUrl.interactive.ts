import { ALL_HEADERS, MAX_BODY, type InteractiveType } from './interactiveType';
import { urlAction, urlButtonFields } from './urlButton';

export const ctaUrl: InteractiveType = {
	name: 'URL Button',
	value: 'cta_url',
	description: 'One button that opens a web page. WhatsApp does not tell when it is pressed.',
	headers: { types: ALL_HEADERS },
	body: { maxLength: MAX_BODY, required: true },
	footer: true,
	fields: urlButtonFields,
	action: urlAction,
};
