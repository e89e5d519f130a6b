import type { IDataObject } from 'n8n-workflow';
import type { Form } from '../../../form/form';
import { checkLinkCharacters, linkOf, linkWithVariables, looksLikeLink } from '../../../form/link';
import { id } from '../../../form/texts';
import { withVariables } from '../typedText';
import { checkedVariables } from '../typedVariables';

/** Source: the service model, LibraryTemplateButtonInput. */
const URL_RULE = { maxLength: 400, by: 'AWS' } as const;

const baseUrl = withVariables(
	id('Base URL', 'baseUrl', {
		required: true,
		example: 'https://example.com/orders/{1}',
		description: 'The URL, with {1} for the part that differs in each message',
	}),
);

const urlExample = id('URL Example', 'urlSuffixExample', {
	rule: { minLength: 1, ...URL_RULE },
	example: 'https://example.com/orders/4711',
	description: 'The URL with a sample value in place of the variable',
});

/** The whole address, as Meta shows it, or only its end, as the member is called. */
function exampleMember(row: Form): IDataObject {
	const label = row.label(urlExample);
	const example = urlExample.of(row);
	if (example === undefined) return {};
	if (looksLikeLink(example)) return { url_suffix_example: linkOf(example, label, URL_RULE) };
	checkLinkCharacters(example, label);
	return { url_suffix_example: example };
}

function members(row: Form): IDataObject {
	const label = row.label(baseUrl);
	const url = baseUrl.of(row);
	checkedVariables(url, label);
	return { url: { base_url: linkWithVariables(url, label, URL_RULE), ...exampleMember(row) } };
}

/** The input of a button of Meta's library that opens a website. */
export const libraryUrl = { fields: [baseUrl, urlExample], members };
