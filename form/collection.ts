import { propertyWith, properties, type Field, type Look } from './field';
import type { Form } from './form';

interface CollectionLook extends Look {
	placeholder: string;
	/** Refuses what it has no field for: in rows, which may come as JSON. */
	strict?: boolean;
}

/** Optional fields that are added one by one, as a form of its own. */
export const collection = (
	displayName: string,
	name: string,
	inner: Field[],
	{ strict, ...look }: CollectionLook,
): Field<Form> => ({
	property: propertyWith(
		{ displayName, name, type: 'collection', default: {}, options: properties(inner) },
		look,
	),
	inner,
	of: (form) => (strict ? form.strictGroup(name) : form.group(name)),
});
