import type { TextRule } from '../../form/rule';

/** What every object has by itself: a file under such a name is lost, or taken for something else. */
const TAKEN = [...Object.getOwnPropertyNames(Object.prototype), 'prototype'];

/** The name of an output field, which n8n uses as the key of an object. */
export const OUTPUT_FIELD_RULE: TextRule = {
	pattern: new RegExp(`^(?!(?:${TAKEN.join('|')})$)`),
	format: `any name but those that every object has: ${TAKEN.join(', ')}`,
};
