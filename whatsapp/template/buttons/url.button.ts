import type { IDataObject } from 'n8n-workflow';
import { collection } from '../../../form/collection';
import { given } from '../../../form/field';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { checkLinkCharacters, linkOf, linkWithVariables, looksLikeLink } from '../../../form/link';
import { checkText, quoted, type TextRule } from '../../../form/rule';
import { id } from '../../../form/texts';
import { exampleIn, textIn } from '../parts';
import { asked, namesIn, readField } from '../send/component';
import { withVariables } from '../typedText';
import { checkedVariables, linkVariables } from '../typedVariables';
import { like, shortened, variablesIn } from '../variables';
import { appLinkFields, appLinkMember } from './appLink';
import { buttonText } from './buttonText';
import { paymentLinkMember, paymentLinkPreview } from './paymentLink';
import { buttonComponent, buttonNames, textInQuotes, type BuildButton } from './sentButton';
import type { TemplateButton } from './templateButton';
import { MAX_URL, urlSuffix } from './urlSuffix';

const EXAMPLE_RULE: TextRule = {
	maxLength: MAX_URL,
	by: 'WhatsApp',
	pattern: /^[^\s{}]+$/,
	format: 'a sample value for the variable, without spaces or curly braces',
};

const address = withVariables(
	id('URL', 'url', {
		required: true,
		example: 'https://example.com/orders/{1}',
		description: 'The URL, with {1} at the end if part of it differs in each message',
	}),
);

const urlExample = id('URL Example', 'urlExample', {
	example: '4711',
	description:
		'A sample value for the variable, if there is one: just the value, or the whole URL with it',
});

const options = collection('Options', 'options', [...appLinkFields, paymentLinkPreview], {
	placeholder: 'Add option',
});

/** Meta takes the value alone as well as the whole address. */
function exampleMember(row: Form, url: string): IDataObject {
	const label = row.label(urlExample);
	const written = given(row, urlExample);
	checkLinkCharacters(written, label);
	const start = url.slice(0, url.indexOf('{{'));
	if (!looksLikeLink(written)) {
		const example = checkText(written, label, EXAMPLE_RULE) ?? written;
		linkOf(start + example, label);
		return { example: [example] };
	}
	const whole = linkOf(written, label, { maxLength: MAX_URL, by: 'WhatsApp' });
	if (whole.startsWith(start)) return { example: [whole] };
	throw new FieldError(
		`'${label}' does not begin with '${row.label(address)}'`,
		`You entered ${quoted(written)}. Begin it with ${quoted(start)}, or enter only the value of the variable.`,
	);
}

function checkNoExample(row: Form): void {
	if (urlExample.of(row) === undefined) return;
	throw new FieldError(
		`'${row.label(urlExample)}' must be empty here`,
		`'${row.label(address)}' has no variable. Clear the example, or add {1} at the end of the URL. If the URL is an expression, check its result.`,
	);
}

function members(row: Form): IDataObject {
	const text = buttonText.of(row);
	const label = row.label(address);
	const typed = address.of(row);
	const hasVariable = linkVariables(typed, label).length > 0;
	const url = linkWithVariables(typed, label, { maxLength: MAX_URL, by: 'WhatsApp' });
	if (!hasVariable) checkNoExample(row);
	const added = options.of(row);
	return {
		text,
		url,
		...(hasVariable ? exampleMember(row, url) : {}),
		...appLinkMember(added, url),
		...paymentLinkMember(added),
	};
}

const MAX_SHOWN = 40;

const send: BuildButton = (button) => {
	const { definition, context } = button;
	const url = textIn(definition, 'url');
	const [variable] = variablesIn(url);
	if (!variable) return undefined;
	const [start = ''] = url.split('{{');
	const { name, isNamed } = variable;
	const names =
		isNamed && context.prefix === ''
			? namesIn(context, `Button ${button.index + 1} link`, name)
			: buttonNames(button, 'link', isNamed ? `_${name}` : 'UrlSuffix');
	// The example is the whole address; what is of interest is its end.
	const example = exampleIn(definition);
	const end = example.startsWith(start) ? example.slice(start.length) : example;
	const suffix = asked(readField(names, { type: 'string', required: true }, urlSuffix(start)), {
		mark: textInQuotes(button),
		about: `the part after ${shortened(start, MAX_SHOWN)}${like(end, MAX_SHOWN)}`,
	});
	return {
		fields: [suffix],
		component: (form) => {
			const parameter = { type: 'text', text: suffix.of(form) };
			return buttonComponent(
				button,
				'url',
				isNamed ? { ...parameter, parameter_name: name } : parameter,
			);
		},
	};
};

/** Source: the service model, LibraryTemplateButtonInput. */
const LIBRARY_RULE = { maxLength: 400, by: 'AWS' } as const;

const baseUrl = withVariables(
	id('Base URL', 'baseUrl', {
		required: true,
		example: 'https://example.com/orders/{1}',
		description: 'The URL, with {1} for the part that differs in each message',
	}),
);

const suffixExample = id('URL Example', 'urlSuffixExample', {
	rule: { minLength: 1, ...LIBRARY_RULE },
	example: 'https://example.com/orders/4711',
	description: 'The URL with a sample value in place of the variable',
});

/** The whole address, as Meta shows it, or only its end, as the member is called. */
function suffixMember(row: Form): IDataObject {
	const label = row.label(suffixExample);
	const example = suffixExample.of(row);
	if (example === undefined) return {};
	if (looksLikeLink(example)) return { url_suffix_example: linkOf(example, label, LIBRARY_RULE) };
	checkLinkCharacters(example, label);
	return { url_suffix_example: example };
}

function libraryMembers(row: Form): IDataObject {
	const label = row.label(baseUrl);
	const url = baseUrl.of(row);
	checkedVariables(url, label);
	return { url: { base_url: linkWithVariables(url, label, LIBRARY_RULE), ...suffixMember(row) } };
}

/** A button that opens a website. */
export const url = {
	name: 'Website',
	value: 'URL',
	create: {
		description: 'Opens a web page',
		on: ['template', 'card'],
		max: 2,
		fields: [buttonText, address, urlExample, options],
		members,
	},
	send,
	library: { fields: [baseUrl, suffixExample], members: libraryMembers },
} satisfies TemplateButton;
