import { id } from '../../../form/texts';

export const REFERENCE_ID_RULE = {
	pattern: /^[A-Za-z0-9_.-]{1,60}$/,
	format: 'letters, digits, underscores, periods and hyphens, at most 60',
};

/** Your own mark of an order, which its messages share. */
export const referenceId = id('Reference ID', 'referenceId', {
	rule: REFERENCE_ID_RULE,
	required: true,
	example: 'A-17',
	description: 'Your order number: letters, digits, underscores, periods and hyphens, at most 60',
});
