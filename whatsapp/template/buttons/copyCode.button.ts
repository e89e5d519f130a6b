import { idIn, labelIn } from '../send/component';
import { buttonComponent, type BuildButton } from './sentButton';

/** WhatsApp's limits, in Unicode code points. */
const MAX_CODE = 20;
const MAX_CODE_OF_OFFER = 15;

/** A button that copies a coupon code. */
export const copyCodeButton: BuildButton = (button) => {
	const { definition, context: context } = button;
	const [example] = [definition.example].flat();
	const id = idIn(context, 'couponCode');
	const shortLabel = labelIn(context, 'Coupon code');
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
				coupon_code: form.requiredText(id, context.isOffer ? MAX_CODE_OF_OFFER : MAX_CODE),
			}),
	};
};
