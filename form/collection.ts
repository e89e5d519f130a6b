import { propertyWith, properties, type Field, type Look } from './field';
import type { Form } from './form';

/** Optional fields that are added one by one, as a form of its own. */
export const collection = (
	displayName: string,
	name: string,
	inner: Field[],
	look: Look & { placeholder: string },
): Field<Form> => ({
	property: propertyWith(
		{ displayName, name, type: 'collection', default: {}, options: properties(inner) },
		look,
	),
	inner,
	of: (form) => form.group(name),
});
