import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { FieldError } from '../../request/fieldError';
import type { Form } from '../../request/form';
import { quoted, type TextRule } from '../../request/rule';
import { buttonTextField, buttonTextKey } from './buttonText';
import type { ButtonType } from './buttonType';
import { checkedVariables, withoutVariables } from './variables';

const URL_RULE: TextRule = {
	maxLength: 2000,
	by: 'WhatsApp',
	pattern: /^https?:\/\/\S+$/i,
	format: 'an address that begins with https:// and has no blanks',
};

const urlField: INodeProperties = {
	displayName: 'URL',
	name: 'url',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. https://example.com/orders/{{1}}',
	description:
		'The address, with {{1}} at its end if every message has a part of its own. Keep the field fixed: in an expression, n8n would replace it.',
};

const urlExampleField: INodeProperties = {
	displayName: 'URL Example',
	name: 'urlExample',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://example.com/orders/4711',
	description: 'The whole address with an example in place of the variable, if there is one',
};

function webAddress(row: Form, name: string): string {
	const url = row.id(name, URL_RULE);
	if (!URL.canParse(withoutVariables(url, 'x'))) {
		throw new FieldError(
			`'${row.label(name)}' is not a web address`,
			`You gave ${quoted(url)}. It has to be a whole address, e.g. https://example.com/orders.`,
		);
	}
	return url;
}

function exampleKey(row: Form, hasVariable: boolean): IDataObject {
	if (hasVariable) return { example: [webAddress(row, 'urlExample')] };
	if (row.optionalId('urlExample') === undefined) return {};
	throw new FieldError(
		`'${row.label('urlExample')}' is not needed`,
		`'${row.label('url')}' has no variable. Clear the example, or write {{1}} at the end of the address. If the address is an expression, n8n has replaced the variable.`,
	);
}

function urlKeys(row: Form): IDataObject {
	const url = webAddress(row, 'url');
	const label = row.label('url');
	const variables = checkedVariables(url, label);
	const isLast = url.indexOf('{{') === url.lastIndexOf('{{') && url.endsWith('}}');
	if (variables.length > 0 && !isLast) {
		throw new FieldError(
			`'${label}' has a variable that is not at its end`,
			`You gave ${quoted(url)}. WhatsApp allows one variable, and nothing behind it.`,
		);
	}
	return { url, ...exampleKey(row, variables.length > 0) };
}

/** A button that opens a website. */
export const urlButton: ButtonType = {
	name: 'Website',
	value: 'URL',
	description: 'Opens an address',
	max: 2,
	fields: [buttonTextField, urlField, urlExampleField],
	keys: (row) => ({ ...buttonTextKey(row), ...urlKeys(row) }),
};
