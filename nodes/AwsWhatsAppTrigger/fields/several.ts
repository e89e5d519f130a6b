import type { INodeProperties } from 'n8n-workflow';
import { fieldOf, propertyWith, type Field, type Look } from '../../../form/field';
import { textOf } from '../../../form/rule';

/** WhatsApp may know more values than a list has. */
function valuesOf(value: unknown, label: string): string[] {
	const values: unknown[] = Array.isArray(value) ? value : textOf(value, label).split(/[,;\n]/);
	return values
		.filter((each) => typeof each === 'string' || typeof each === 'number')
		.map((each) => textOf(each, label).trim())
		.filter((each) => each !== '');
}

/** Several values in one text, separated by commas. */
export const severalTexts = (displayName: string, name: string, look: Look): Field<string[]> =>
	fieldOf(propertyWith('string', { displayName, name, default: '' }, look), valuesOf);

/** Several values of a list. */
export const severalListed = (
	displayName: string,
	name: string,
	{
		options,
		default: initial = [],
		...look
	}: Look & Pick<Partial<INodeProperties>, 'options' | 'default'>,
): Field<string[]> =>
	fieldOf(
		propertyWith('multiOptions', { displayName, name, options, default: initial }, look),
		valuesOf,
	);
