import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { checkLinkCharacters, linkOf, linkWithVariables, looksLikeLink } from '../../../form/link';
import { checkText, quoted, type TextRule } from '../../../form/rule';
import { appLinkFields, appLinkMember } from '../buttons/appLink';
import { buttonTextField, buttonTextMember } from '../buttons/buttonText';
import type { ButtonType } from '../buttons/templateButton';
import { paymentLinkField, paymentLinkMember } from '../buttons/paymentLink';
import { typedText } from '../typedText';
import { linkVariables } from '../typedVariables';

/** WhatsApp's limit of the URL of a button, in characters. */
const MAX_URL = 2000;

const EXAMPLE_RULE: TextRule = {
	maxLength: MAX_URL,
	by: 'WhatsApp',
	pattern: /^[^\s{}]+$/,
	format: 'what a message may have in place of the variable, without spaces and braces',
};

const urlField: INodeProperties = {
	displayName: 'URL',
	name: 'url',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. https://example.com/orders/{1}',
	description: 'The address, with {1} at its end if every message has a part of its own',
};

const urlExampleField: INodeProperties = {
	displayName: 'URL Example',
	name: 'urlExample',
	type: 'string',
	default: '',
	placeholder: 'e.g. 4711',
	description:
		'An example of the variable, if there is one: its value alone, or the whole address with it',
};

const optionsField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [...appLinkFields, paymentLinkField],
};

/** Meta takes the value alone as well as the whole address. */
function exampleMember(row: Form, url: string): IDataObject {
	const label = row.label('urlExample');
	const given = row.id('urlExample');
	checkLinkCharacters(given, label);
	const start = url.slice(0, url.indexOf('{{'));
	if (!looksLikeLink(given)) {
		const example = checkText(given, label, EXAMPLE_RULE) ?? given;
		linkOf(start + example, label);
		return { example: [example] };
	}
	const whole = linkOf(given, label, { maxLength: MAX_URL, by: 'WhatsApp' });
	if (whole.startsWith(start)) return { example: [whole] };
	throw new FieldError(
		`'${label}' does not begin like '${row.label('url')}'`,
		`You gave ${quoted(given)}. Let it begin with ${quoted(start)}, or enter only what stands for the variable.`,
	);
}

function checkNoExample(row: Form): void {
	if (row.optionalId('urlExample') === undefined) return;
	throw new FieldError(
		`'${row.label('urlExample')}' is not needed`,
		`'${row.label('url')}' has no variable. Clear the example, or write {1} at the end of the address. If the address is an expression, see what it gives.`,
	);
}

function urlKeys(row: Form): IDataObject {
	const label = row.label('url');
	const typed = typedText(row, 'url').id('url');
	const hasVariable = linkVariables(typed, label).length > 0;
	const url = linkWithVariables(typed, label, { maxLength: MAX_URL, by: 'WhatsApp' });
	if (!hasVariable) checkNoExample(row);
	const options = row.group('options');
	return {
		url,
		...(hasVariable ? exampleMember(row, url) : {}),
		...appLinkMember(options, url),
		...paymentLinkMember(options),
	};
}

/** A button that opens a website. */
export const urlButton: ButtonType = {
	name: 'Website',
	value: 'URL',
	description: 'Opens an address',
	max: 2,
	fields: [buttonTextField, urlField, urlExampleField, optionsField],
	keys: (row) => ({ ...buttonTextMember(row), ...urlKeys(row) }),
};
