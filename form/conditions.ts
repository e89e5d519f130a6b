import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

/** When a field is shown, by the values of other fields. */
export type Show = NonNullable<IDisplayOptions['show']>;

/** A property under further conditions; those that it has stay. */
export function alsoShownWhen(property: INodeProperties, show: Show): INodeProperties {
	const { displayOptions } = property;
	return {
		...property,
		displayOptions: { ...displayOptions, show: { ...displayOptions?.show, ...show } },
	};
}
