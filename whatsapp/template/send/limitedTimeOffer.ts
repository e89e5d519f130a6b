import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { isJsonObject } from '../../../form/json';
import { instant } from '../../../form/instant';
import type { ComponentBuilder, SendContext, TemplateField } from './component';
import { textIn } from './definition';

const expiry = (offer: string): TemplateField => ({
	id: 'offerExpiresAt',
	label: `Offer${offer === '' ? '' : ` “${offer}”`}: date and time when it expires`,
	shortLabel: 'Offer expires at',
	type: 'dateTime',
	required: true,
});

function expiryIn(form: Form, id: string, { timeZone, now }: SendContext): number {
	const label = form.label(id);
	const milliseconds = instant(form.raw(id), label, timeZone);
	if (milliseconds <= now) {
		throw new FieldError(
			`'${label}' is in the past`,
			`It is ${new Date(milliseconds).toISOString()}. An offer must expire after the message is sent.`,
		);
	}
	return milliseconds;
}

/** A limited-time offer, which shows the time left where the template says so. */
export const offerParts: ComponentBuilder = (_place, { limited_time_offer: offer }) => {
	if (!isJsonObject(offer) || offer.has_expiration !== true) return [];
	const field = expiry(textIn(offer, 'text'));
	return [
		{
			fields: [field],
			component: (form, sending) => ({
				type: 'limited_time_offer',
				parameters: [
					{
						type: 'limited_time_offer',
						limited_time_offer: { expiration_time_ms: expiryIn(form, field.id, sending) },
					},
				],
			}),
		},
	];
};
