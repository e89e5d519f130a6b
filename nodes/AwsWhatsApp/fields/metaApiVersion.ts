import type { Form } from '../../../form/form';
import { id } from '../../../form/texts';

/** The newest version of Meta's API that AWS's own material uses; AWS takes v20.0 and later. */
const NEWEST_IN_USE = 'v24.0';

export const metaApiVersion = id('Meta API Version', 'metaApiVersion', {
	rule: {
		pattern: /^v([2-9]\d|[1-9]\d{2,})\.\d+$/,
		format: 'v20.0 or a later version, such as v24.0',
	},
	default: NEWEST_IN_USE,
	example: NEWEST_IN_USE,
	description: "The version of WhatsApp's own API for AWS to use",
});

export const metaApiVersionOf = ({ options }: Form): string =>
	metaApiVersion.of(options) ?? NEWEST_IN_USE;
