import { number } from '../../form/choices';
import { collection } from '../../form/collection';
import { sortedByLabel, type Field } from '../../form/field';

/** Enough for speed by default, few enough for AWS's quotas of 10 to 100 requests a second. */
export const REQUESTS_AT_ONCE = { min: 1, max: 100, default: 16 };

export const maxRequestsAtOnce = number('Max Requests at Once', 'maxRequestsAtOnce', {
	...REQUESTS_AT_ONCE,
	description:
		'How many items are sent to AWS at the same time. Set it to 1 to keep the order of the items.',
});

/** The 'Options' collection: what an operation adds, and what all have. Sorted by label. */
export const optionsField = (...own: Field[]) =>
	collection('Options', 'options', sortedByLabel([...own, maxRequestsAtOnce]), {
		placeholder: 'Add option',
	});

/** What may be added to the request. */
export const additionalFields = (...fields: Field[]) =>
	collection('Additional Fields', 'additionalFields', fields, { placeholder: 'Add field' });

/** What may be changed. */
export const updateFields = (...fields: Field[]) =>
	collection('Update Fields', 'updateFields', fields, { placeholder: 'Add field to change' });
