import type { IDataObject } from 'n8n-workflow';
import { flag } from '../../../form/choices';
import type { Field } from '../../../form/field';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { isRecord } from '../../../form/unknown';

export const paymentLinkPreview = flag('Payment Link Preview', 'paymentLinkPreview', {
	default: true,
	description:
		'Whether WhatsApp shows the link as a payment with its amount. India only, for links of some payment gateways, in templates without a header or other buttons.',
});

const KEY = 'payment_link_preview';

export const paymentLinkMember = (options: Form): IDataObject =>
	paymentLinkPreview.of(options) ? { [KEY]: true } : {};

/** All buttons, those of cards included. */
function buttonsIn(part: unknown): IDataObject[] {
	if (Array.isArray(part)) return part.flatMap(buttonsIn);
	if (!isRecord(part)) return [];
	const own = Array.isArray(part.buttons) ? part.buttons.filter(isRecord) : [];
	return [...own, ...buttonsIn(part.cards), ...buttonsIn(part.components)];
}

/**
 * Makes sure that a template whose link is shown as a payment is one in which WhatsApp can show it.
 * Source: Meta's guide "Enhanced Payment Links".
 *
 * @param format the field in which one chooses the header's format
 * @throws FieldError naming what there is too much of, or that the link is the same in every message
 */
export function checkPaymentLink(form: Form, format: Field, components: IDataObject[]): void {
	const buttons = buttonsIn(components);
	const payment = buttons.find((button) => button[KEY] === true);
	if (!payment) return;
	const refuse = (what: string, advice: string): never => {
		throw new FieldError(`'${paymentLinkPreview.property.displayName}' ${what}`, advice);
	};
	if (buttons.length > 1) {
		refuse('cannot be used with other buttons', 'Remove the other buttons, or turn it off.');
	}
	if (components.some(({ type }) => type === 'HEADER')) {
		refuse(
			'cannot be used with a header',
			`Choose 'None' as '${form.label(format)}', or turn it off.`,
		);
	}
	if (!String(payment.url).endsWith('}}')) {
		refuse(
			'requires a link that differs in each message',
			"Add {1} at the end of the button's URL.",
		);
	}
}
