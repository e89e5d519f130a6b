import { flag, number } from '../form/choices';
import { collection } from '../form/collection';
import { sortedByLabel, type Field } from '../form/field';
import type { Form } from '../form/form';
import type { Operation } from './operation';

export const returnAll = flag('Return All', 'returnAll', {
	default: false,
	description: 'Whether to return all results or only up to a given limit',
});

export const limit = number('Limit', 'limit', {
	min: 1,
	max: Number.MAX_SAFE_INTEGER,
	default: 50,
	description: 'Max number of results to return',
	displayOptions: { show: { returnAll: [false] } },
});

/** 'Return All' and 'Limit', in n8n's standard words. */
export const listFields = [returnAll, limit];

/** Enough for speed by default, few enough for AWS's quotas of 10 to 100 requests a second. */
export const REQUESTS_AT_ONCE = { min: 1, max: 100, default: 16 };

export const maxRequestsAtOnce = number('Max Requests at Once', 'maxRequestsAtOnce', {
	...REQUESTS_AT_ONCE,
	description:
		'How many items are sent to AWS at the same time. Messages to the same person keep their order anyway. Set it to 1 to keep the order of all items.',
});

/** A number that is too large is taken for the largest: it only says how fast the run may be. */
export function requestsAtOnceOf(form: Form): number {
	const { min, max, default: usual } = REQUESTS_AT_ONCE;
	const wanted = Math.trunc(Number(form.options.raw(maxRequestsAtOnce)));
	return wanted >= min ? Math.min(wanted, max) : usual;
}

/** What may be added to the request. */
export const additionalFields = (...fields: Field[]) =>
	collection('Additional Fields', 'additionalFields', fields, { placeholder: 'Add field' });

/** What may be changed. */
export const updateFields = (...fields: Field[]) =>
	collection('Update Fields', 'updateFields', fields, { placeholder: 'Add field to change' });

/** All fields of an operation: its own, and 'Options' with what it adds there and what all have. */
export const fieldsOf = ({ fields, options = [] }: Pick<Operation, 'fields' | 'options'>) => [
	...fields,
	collection('Options', 'options', sortedByLabel([...options, maxRequestsAtOnce]), {
		placeholder: 'Add option',
	}),
];
