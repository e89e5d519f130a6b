import { FieldError } from '../../../form/fieldError';
import { instant } from '../../../form/instant';
import { isRecord } from '../../../form/unknown';
import { textIn } from '../parts';
import { askedAs, readField, type ComponentBuilder, type SendContext } from './component';

/** When an offer ends, once it is known when and where it is sent. */
const expiryIn =
	(value: unknown, label: string) =>
	({ timeZone, now }: SendContext): number => {
		const milliseconds = instant(value, label, timeZone);
		if (milliseconds > now) return milliseconds;
		throw new FieldError(
			`'${label}' is in the past`,
			`It is ${new Date(milliseconds).toISOString()}. An offer must expire after the message is sent.`,
		);
	};

/** A limited-time offer, which shows the time left where the template says so. */
export const offerParts: ComponentBuilder = (_place, { limited_time_offer: offer }) => {
	if (!isRecord(offer) || offer.has_expiration !== true) return [];
	const text = textIn(offer, 'text');
	const expiry = askedAs(
		readField(
			['Offer expires at', 'offerExpiresAt'],
			{ type: 'dateTime', required: true },
			expiryIn,
		),
		`Offer${text === '' ? '' : ` “${text}”`}: date and time when it expires`,
	);
	return [
		{
			fields: [expiry],
			component: (form, sending) => ({
				type: 'limited_time_offer',
				parameters: [
					{
						type: 'limited_time_offer',
						limited_time_offer: { expiration_time_ms: expiry.of(form)(sending) },
					},
				],
			}),
		},
	];
};
