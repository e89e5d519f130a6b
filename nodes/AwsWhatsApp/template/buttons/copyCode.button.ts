import { idIn, labelIn } from '../part';
import { buttonComponent, type BuildButton } from './button';

/** WhatsApp's limits, in Unicode code points. */
const MAX_CODE = 20;
const MAX_CODE_OF_OFFER = 15;

/** A button that copies a coupon code. */
export const copyCodeButton: BuildButton = (button) => {
	const { definition, place } = button;
	const [example] = [definition.example].flat();
	const id = idIn(place, 'couponCode');
	const shortLabel = labelIn(place, 'Coupon code');
	const like = typeof example === 'string' && example !== '' ? ` (e.g. ${example})` : '';
	return {
		fields: [
			{
				id,
				label: `${shortLabel}: what the button copies${like}`,
				shortLabel,
				type: 'string',
				required: true,
			},
		],
		component: (form) =>
			buttonComponent(button, 'copy_code', {
				type: 'coupon_code',
				coupon_code: form.requiredText(id, place.isOffer ? MAX_CODE_OF_OFFER : MAX_CODE),
			}),
	};
};
