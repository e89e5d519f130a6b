import type { IDataObject } from 'n8n-workflow';
import { flag } from '../../../form/choices';
import type { Form } from '../../../form/form';
import { text } from '../../../form/texts';
import { withoutVariables } from '../typedText';

export const offerText = withoutVariables(
	text('Offer Text', 'offerText', {
		max: 16,
		required: true,
		example: 'Flash sale!',
		description: 'Shown above the body. At most {max} characters, without variables.',
	}),
);

export const offerExpires = flag('Offer Expires', 'offerExpires', {
	default: true,
	strict: true,
	description:
		'Whether messages show how long the offer lasts. Each message then needs its expiration.',
});

/** What makes a template a limited-time offer. */
export const offerComponent = (form: Form): IDataObject => ({
	type: 'LIMITED_TIME_OFFER',
	limited_time_offer: { text: offerText.of(form), has_expiration: offerExpires.of(form) },
});
