import type { INodeProperties } from 'n8n-workflow';
import { isShown, membersOf, rowsOf } from '../../structure/description.mts';

type Values = Record<string, unknown>;

/** A field for text, and how to fill in a form with a text of one's choice in it. */
export interface TextPlace {
	label: string;
	fill(text: unknown): Values;
}

const isText = ({ type }: INodeProperties) => type === 'string';

const withDefaults = (fields: INodeProperties[], values: Values): Values => ({
	...Object.fromEntries(fields.map((field) => [field.name, field.default])),
	...values,
});

const rowsIn = (value: unknown): Values[] => (value as { row?: Values[] } | undefined)?.row ?? [];

/**
 * Every field for text that a filled-in form shows: of the form itself, of its collections, and of
 * the first row of lists that have one, at any depth.
 */
export function textPlaces(
	fields: INodeProperties[],
	form: Values,
	outer: Values = {},
): TextPlace[] {
	const filled = withDefaults(fields, form);
	const known = { ...outer, ...filled };
	return fields
		.filter((field) => isShown(field, known))
		.flatMap((field): TextPlace[] => {
			const { name, displayName } = field;
			if (isText(field)) {
				return [{ label: displayName, fill: (text) => ({ ...filled, [name]: text }) }];
			}
			const collection = membersOf(field)
				.filter((member) => isText(member) && isShown(member, known))
				.map((member) => ({
					label: member.displayName,
					fill: (text: unknown) => ({
						...filled,
						[name]: { ...Object(filled[name]), [member.name]: text },
					}),
				}));
			const [group] = rowsOf(field);
			const [row, ...others] = rowsIn(form[name]);
			if (!group || !row) return collection;
			return textPlaces(group.values, row, known).map(({ label, fill }) => ({
				label,
				fill: (text) => ({ ...filled, [name]: { row: [fill(text), ...others] } }),
			}));
		});
}
