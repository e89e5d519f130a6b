import { isJsonObject } from '../request/json';
import { instant } from '../message/instant';
import type { BuildParts, TemplateField } from './part';
import { textIn } from './sendable';

const expiry = (offer: string): TemplateField => ({
	id: 'offerExpiresAt',
	label: `Offer${offer === '' ? '' : ` “${offer}”`}: when it expires`,
	shortLabel: 'Offer expires at',
	type: 'dateTime',
	required: true,
});

/** A limited-time offer, which shows the time left where the template says so. */
export const offerParts: BuildParts = (_place, { limited_time_offer: offer }) => {
	if (!isJsonObject(offer) || offer.has_expiration !== true) return [];
	const field = expiry(textIn(offer, 'text'));
	return [
		{
			fields: [field],
			component: (form, { timeZone }) => ({
				type: 'limited_time_offer',
				parameters: [
					{
						type: 'limited_time_offer',
						limited_time_offer: {
							expiration_time_ms: instant(form.raw(field.id), form.label(field.id), timeZone),
						},
					},
				],
			}),
		},
	];
};
