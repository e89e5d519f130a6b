import { flag, number } from '../../form/choices';

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
