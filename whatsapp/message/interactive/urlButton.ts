import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Form } from '../../../form/form';
import { linkOf } from '../../../form/link';
import { buttonTitle } from './choices';

/** WhatsApp's limit of the URL of a button, in characters. */
const MAX_URL = 2000;

/** The text on the button of a type that has one button only. */
const displayTextField: INodeProperties = {
	displayName: 'Button Text',
	name: 'displayText',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. Track your parcel',
	description: 'At most 20 characters',
};

/** A button that opens a web page; also on the cards of a carousel. */
export const urlButtonFields: INodeProperties[] = [
	displayTextField,
	{
		displayName: 'URL',
		name: 'url',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. https://example.com/track?parcel=17',
		description: 'The page that the button opens, at most 2,000 characters',
	},
];

/**
 * The action of a button that opens a web page.
 *
 * @throws FieldError when the text is too long, or the URL is none
 */
export function urlAction(form: Form): IDataObject {
	const display_text = buttonTitle(form, 'displayText');
	const url = linkOf(form.id('url'), form.label('url'), { maxLength: MAX_URL, by: 'WhatsApp' });
	return { name: 'cta_url', parameters: { display_text, url } };
}
