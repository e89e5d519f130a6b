import { templateFromForm } from '../../../whatsapp/template/creation/templateFromForm.ts';
import { formWith } from '../support/form.mts';
import { refusalOf } from '../support/refusal.mts';

export type Values = Record<string, unknown>;

/** What every template has besides its components. */
export const ENVELOPE = {
	templateName: 'order_update',
	templateLanguageCode: 'en_US',
	templateType: 'standard',
	templateCategory: 'UTILITY',
};

export const BODY = { bodyText: 'Your order is on its way.' };
export const SENT_BODY = { type: 'BODY', text: 'Your order is on its way.' };

/**
 * The definition that a form becomes; without a body of its own it has the usual one.
 *
 * @param written what stands in the panel, where that is another than the values
 */
export const definitionOf = (values: Values, written: Values = values) =>
	templateFromForm(formWith({ ...ENVELOPE, ...BODY, ...values }, written));

export const refusal = (values: Values, written?: Values) =>
	refusalOf(() => definitionOf(values, written));

export const refused = (values: Values) => refusal(values).message;

export const rows = (...row: object[]) => ({ row });

/** Rows of examples, by variable. */
export const examples = (given: Record<string, string>) =>
	rows(...Object.entries(given).map(([variable, example]) => ({ variable, example })));
