import type { IDataObject } from 'n8n-workflow';
import { filledIn } from '../../../form/field';
import type { FieldGroup } from '../../../form/rows';
import { link, text } from '../../../form/texts';
import { anyHeader, body, footer } from './headerBodyFooter';
import type { InteractiveType } from './interactiveType';

/** The text on the button of a type that has one button only. */
const displayText = text('Button Text', 'displayText', {
	max: 20,
	required: true,
	example: 'Track your parcel',
	description: 'At most {max} characters',
});

const url = link('URL', 'url', {
	rule: { maxLength: 2000, by: 'WhatsApp' },
	required: true,
	example: 'https://example.com/track?parcel=17',
	description: 'The web page that the button opens, at most {max} characters',
});

/** A button that opens a web page, as an action; also on the cards of a carousel. */
export const urlButton: FieldGroup<IDataObject> = {
	fields: [displayText, url],
	of: (form) => ({
		name: 'cta_url',
		parameters: filledIn(form, { display_text: displayText, url }),
	}),
};

export const ctaUrl: InteractiveType = {
	name: 'Website Button',
	value: 'cta_url',
	description: 'One button that opens a web page. WhatsApp does not report taps.',
	header: anyHeader,
	body,
	footer,
	fields: urlButton.fields,
	action: urlButton.of,
};
