import type { IDataObject } from 'n8n-workflow';
import { fieldOf, propertyWith, type Field, type Look } from './field';
import { FieldError } from './fieldError';
import { jsonOf } from './json';
import { isRecord } from './unknown';
import { json as blobReader, type BlobRule } from './readers';

interface JsonLook extends Look {
	default: string;
}

const jsonProperty = (displayName: string, name: string, { default: initial, ...look }: JsonLook) =>
	propertyWith('json', { displayName, name, default: initial }, look);

/** JSON of any kind; undefined while it is empty. */
export const json = (displayName: string, name: string, look: JsonLook): Field =>
	fieldOf(jsonProperty(displayName, name, look), jsonOf);

/** A JSON object, without keys while the field is empty. The advice is for the error: how to write it. */
export function jsonObject(
	displayName: string,
	name: string,
	{ advice, required, ...look }: JsonLook & { advice: string },
): Field<IDataObject> {
	return fieldOf(
		jsonProperty(displayName, name, { ...look, required }),
		(given, label): IDataObject => {
			const value = jsonOf(given, label) ?? {};
			if (isRecord(value) && !(required && Object.keys(value).length === 0)) return value;
			throw new FieldError(`'${label}' is ${required ? 'empty or ' : ''}not a JSON object`, advice);
		},
	);
}

/** A JSON document as a blob member; undefined while it is empty. */
export const jsonBlob = (
	displayName: string,
	name: string,
	{ maxBytes, check, ...look }: BlobRule & JsonLook,
): Field<string | undefined> =>
	fieldOf(
		jsonProperty(displayName, name, look),
		blobReader({ maxBytes, check, required: look.required }),
	);
