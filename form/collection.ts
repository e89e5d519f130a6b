import { propertyWith, properties, type Field, type Look } from './field';
import { FieldError } from './fieldError';
import type { Form } from './form';
import { quoted } from './rule';
import { isRecord, record } from './unknown';

/** @throws FieldError when the values have what there is no field for */
export function checkKnown(values: unknown, fields: Field[], label: string): void {
	const known = properties(fields).map(({ name }) => name);
	const stranger = Object.keys(record(values)).find((key) => !known.includes(key));
	if (stranger === undefined) return;
	throw new FieldError(
		`'${label}' has an unknown key`,
		`You entered ${quoted(stranger)}. Use one of: ${known.join(', ')}.`,
	);
}

/** Refuses what is not an object, or has members without a field: in JSON, nothing is to be lost. */
function checkStrictly(given: unknown, inner: Field[], label: string): void {
	if (!isRecord(given)) {
		const names = properties(inner).map(({ name }) => name);
		throw new FieldError(
			`'${label}' is not a JSON object`,
			`Enter it in curly braces, with these keys: ${names.join(', ')}.`,
		);
	}
	checkKnown(given, inner, label);
}

interface CollectionLook extends Look {
	placeholder: string;
	/** Refuses what it has no field for: in rows, which may come as JSON. */
	strict?: boolean;
}

/** Optional fields that are added one by one, as a form of its own. */
export function collection(
	displayName: string,
	name: string,
	inner: Field[],
	{ strict, ...look }: CollectionLook,
): Field<Form> {
	const property = propertyWith(
		'collection',
		{ displayName, name, default: {}, options: properties(inner) },
		look,
	);
	return {
		property,
		inner,
		of: (form) => {
			if (strict) checkStrictly(form.raw({ property }) ?? {}, inner, form.label({ property }));
			return form.group({ property });
		},
	};
}
