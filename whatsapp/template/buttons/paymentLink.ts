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

/** The fields of the panel that errors name. */
type PanelFields = Record<'headerFormat' | 'buttons' | 'cards', Field>;

interface PlacedButton {
	button: IDataObject;
	/** What goes in front of the labels of its fields, e.g. "Cards 1: Buttons 2: ". */
	where: string;
}

/** All buttons, those of cards included. */
function buttonsIn(components: unknown, form: Form, panel: PanelFields, on = ''): PlacedButton[] {
	const listed = (part: unknown) => (Array.isArray(part) ? part.filter(isRecord) : []);
	return listed(components).flatMap((component) => [
		...listed(component.buttons).map((button, i) => ({
			button,
			where: `${on}${form.label(panel.buttons)} ${i + 1}: `,
		})),
		...listed(component.cards).flatMap((card, i) =>
			buttonsIn(card.components, form, panel, `${form.label(panel.cards)} ${i + 1}: `),
		),
	]);
}

/**
 * Makes sure that a template whose link is shown as a payment is one in which WhatsApp can show it.
 * Source: Meta's guide "Enhanced Payment Links".
 *
 * @throws FieldError naming what there is too much of, or that the link is the same in every message
 */
export function checkPaymentLink(form: Form, panel: PanelFields, components: IDataObject[]): void {
	const buttons = buttonsIn(components, form, panel);
	const payment = buttons.find(({ button }) => button[KEY] === true);
	if (!payment) return;
	const refuse = (what: string, advice: string): never => {
		throw new FieldError(`'${payment.where}${form.label(paymentLinkPreview)}' ${what}`, advice);
	};
	if (buttons.length > 1) {
		refuse('cannot be used with other buttons', 'Remove the other buttons, or turn it off.');
	}
	if (components.some(({ type }) => type === 'HEADER')) {
		refuse(
			'cannot be used with a header',
			`Choose 'None' as '${form.label(panel.headerFormat)}', or turn it off.`,
		);
	}
	if (!String(payment.button.url).endsWith('}}')) {
		refuse(
			'requires a link that differs in each message',
			"Add {1} at the end of the button's URL.",
		);
	}
}
