import { id, text } from '../../../form/texts';
import { exampleIn } from '../parts';
import { asked, namesIn } from '../send/component';
import { like } from '../variables';
import { buttonComponent, type BuildButton } from './sentButton';
import type { TemplateButton } from './templateButton';

/** WhatsApp's limits, in Unicode code points. */
const MAX_CODE = 20;
const MAX_CODE_OF_OFFER = 15;

const maxCode = (isOffer: boolean) => (isOffer ? MAX_CODE_OF_OFFER : MAX_CODE);

const codeExample = (isOffer: boolean) =>
	id('Code Example', 'codeExample', {
		rule: { maxLength: maxCode(isOffer), by: 'WhatsApp' },
		required: true,
		example: 'SPRING20',
		description: `A sample code, at most {max} characters; ${MAX_CODE_OF_OFFER} in a limited-time offer. WhatsApp writes the text of the button itself.`,
	});

const send: BuildButton = (button) => {
	const { definition, context } = button;
	const code = asked(
		text(...namesIn(context, 'Coupon code', 'couponCode'), {
			max: maxCode(context.isOffer),
			required: true,
		}),
		{ about: `the code that the button copies${like(exampleIn(definition))}` },
	);
	return {
		fields: [code],
		component: (form) =>
			buttonComponent(button, 'copy_code', { type: 'coupon_code', coupon_code: code.of(form) }),
	};
};

/** A button that copies a coupon code. */
export const copyCode: TemplateButton = {
	name: 'Copy Code',
	value: 'COPY_CODE',
	create: {
		description: 'Copies a coupon code',
		on: ['template'],
		max: 1,
		fields: [codeExample(false)],
		members: (row, isOffer) => ({ example: codeExample(isOffer).of(row) }),
	},
	send,
};
