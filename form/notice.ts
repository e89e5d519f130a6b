import { propertyWith, type Field, type Look } from './field';

/** A sentence in the panel that must be read before running the operation. */
export const notice = (
	name: string,
	sentence: string,
	look: Pick<Look, 'displayOptions'> = {},
): Field<undefined> => ({
	property: propertyWith('notice', { displayName: sentence, name, default: '' }, look),
	of: () => undefined,
});
