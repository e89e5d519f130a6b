import { flag } from '../../../form/choices';

/** In n8n's standard words. */
export const simplify = flag('Simplify', 'simplify', {
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
});
