import type { INodeProperties } from 'n8n-workflow';
import type { Form } from '../../../form/form';
import type { TextRule } from '../../../form/rule';

/** The newest version of Meta's API that AWS's own material uses; AWS takes v20.0 and later. */
const DEFAULT_META_API_VERSION = 'v24.0';

const RULE: TextRule = {
	pattern: /^v([2-9]\d|[1-9]\d{2,})\.\d+$/,
	format: 'v20.0 or a later version, such as v24.0',
};

export const metaApiVersionOption: INodeProperties = {
	displayName: 'Meta API Version',
	name: 'metaApiVersion',
	type: 'string',
	default: 'v24.0',
	placeholder: 'e.g. v24.0',
	description: "The version of WhatsApp's own API that AWS is to use",
};

export function metaApiVersionOf(form: Form): string {
	return form.options.optionalId('metaApiVersion', RULE) ?? DEFAULT_META_API_VERSION;
}
