import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Form } from '../../../form/form';
import { requiredPlainText } from '../typedText';

/** WhatsApp's limits, in Unicode code points. */
const MAX_OFFER = 16;
export const MAX_OFFER_BODY = 600;

export const offerTextField: INodeProperties = {
	displayName: 'Offer Text',
	name: 'offerText',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. Flash sale!',
	description: 'Stands above the body, at most 16 characters and without variables',
};

export const offerExpiresField: INodeProperties = {
	displayName: 'Offer Expires',
	name: 'offerExpires',
	type: 'boolean',
	default: true,
	description:
		'Whether a message shows how long the offer lasts, and so needs its end when it is sent',
};

/** What makes a template a limited-time offer. */
export const offer = (form: Form): IDataObject => ({
	type: 'LIMITED_TIME_OFFER',
	limited_time_offer: {
		text: requiredPlainText(form, 'offerText', MAX_OFFER),
		has_expiration: form.strictFlag('offerExpires'),
	},
});
