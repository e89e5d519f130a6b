import type { IDataObject } from 'n8n-workflow';
import { isDate } from '../../../form/dates';
import { emptyField, FieldError } from '../../../form/fieldError';
import { hasText, isRecord } from '../../../form/unknown';
import type { Read } from '../../../form/readers';
import { quoted, textOf } from '../../../form/rule';
import type { Variable } from '../variables';

/** Known from practice: WhatsApp fails such values after it has taken the message. */
const NOT_IN_PARAMETERS = /[\n\r\t]| {5}/;

/** A text in a template: not empty, in one line, without five spaces in a row. */
function parameterText(value: unknown, label: string): string {
	const text = textOf(value, label);
	if (text.trim() === '') {
		throw emptyField(
			label,
			'WhatsApp does not send a template with an empty value. Enter one, or check the expression.',
		);
	}
	if (NOT_IN_PARAMETERS.test(text)) {
		throw new FieldError(
			`'${label}' has a line break, a tab or more than 4 spaces in a row`,
			'WhatsApp does not accept these in template values. Remove them, e.g. with {{ $json.text.replace(/\\s+/g, " ") }}.',
		);
	}
	return text;
}

function refuse(label: string, what: string): never {
	throw new FieldError(
		`'${label}' ${what}`,
		'Enter text, or an object { currency: { fallback_value: "€ 12.50", code: "EUR", amount_1000: 12500 } } or { date_time: { fallback_value: "31 Dec 2026" } }.',
	);
}

function currencyParameter(currency: IDataObject, label: string): IDataObject {
	const { fallback_value: fallback, code, amount_1000: amount } = currency;
	if (!hasText(fallback)) refuse(label, 'is missing the text fallback_value');
	if (!hasText(code) || !/^[A-Z]{3}$/.test(code)) {
		throw new FieldError(
			`'${label}' has no valid currency code`,
			`You entered ${quoted(String(code))}. Use three uppercase letters, e.g. EUR.`,
		);
	}
	if (!Number.isSafeInteger(amount)) {
		throw new FieldError(
			`'${label}': amount_1000 is not a whole number`,
			'It is the amount times 1,000, e.g. 12500 for 12.50.',
		);
	}
	return {
		type: 'currency',
		currency: { fallback_value: fallback, code, amount_1000: amount },
	};
}

/** An amount or a time, which an expression gives as an object in WhatsApp's own form. */
function typedParameter(value: IDataObject, label: string): IDataObject {
	const { currency, date_time: dateTime } = value;
	if (isRecord(currency)) return currencyParameter(currency, label);
	if (isRecord(dateTime) && hasText(dateTime.fallback_value)) {
		return { type: 'date_time', date_time: { fallback_value: dateTime.fallback_value } };
	}
	return refuse(label, 'is neither text, nor an amount, nor a time');
}

/** The parameter that fills a variable in; throws a FieldError when WhatsApp would not take it. */
export const textParameter =
	({ name, isNamed }: Variable): Read<IDataObject> =>
	(value, label) => {
		const parameter =
			isRecord(value) && !isDate(value)
				? typedParameter(value, label)
				: { type: 'text', text: parameterText(value, label) };
		return isNamed ? { ...parameter, parameter_name: name } : parameter;
	};
