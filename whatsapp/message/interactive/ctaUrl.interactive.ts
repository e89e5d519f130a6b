import { anyHeader, body, footer } from './headerBodyFooter';
import type { InteractiveType } from './interactiveType';
import { urlButton } from './urlButton';

export const ctaUrl: InteractiveType = {
	name: 'URL Button',
	value: 'cta_url',
	description: 'One button that opens a web page. WhatsApp does not report taps.',
	header: anyHeader,
	body,
	footer,
	fields: urlButton.fields,
	action: urlButton.of,
};
