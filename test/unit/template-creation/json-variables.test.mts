import { describe, expect, it } from '@jest/globals';
import { templateComponents } from '../../../whatsapp/template/creation/definitionJson.ts';
import { refusalOf } from '../support/refusal.mts';

const read = (components: unknown[]) => templateComponents(components, 'Components');
const card = (...components: unknown[]) => ({ type: 'CAROUSEL', cards: [{ components }] });
const link = (url: string, example?: string) => ({
	type: 'BUTTONS',
	buttons: [{ type: 'URL', text: 'Go', url, ...(example ? { example: [example] } : {}) }],
});
const ADA = { body_text: [['Ada']] };

describe('variables in JSON', () => {
	it.each<[string, object]>([
		['a body', { type: 'BODY', text: 'Hi {{1}}!', example: ADA }],
		['a body with blanks in the braces', { type: 'body', text: 'Hi {{ 1 }}!', example: ADA }],
		[
			'a named variable',
			{
				type: 'BODY',
				text: 'Hi {{first_name}}!',
				example: { body_text_named_params: [{ param_name: 'first_name', example: 'Ada' }] },
			},
		],
		['a body without any', { type: 'BODY', text: 'Hi!' }],
		['an empty list of examples', { type: 'BODY', text: 'Hi!', example: { body_text: [[]] } }],
		[
			'a picture, whose example is a file',
			{ type: 'HEADER', format: 'IMAGE', example: { header_handle: ['4::x'] } },
		],
		['a text that Meta writes', { type: 'BODY', add_security_recommendation: true }],
		['a link with its bare value', link('https://example.com/{{1}}', 'summer2023')],
		['a link that is the same for all, with an example', link('https://example.com/', 'x')],
		['other braces', { type: 'BODY', text: 'Be happy :-} {Ada} {"a":1}' }],
	])('are accepted as Meta has them: %s', (_name, component) => {
		expect(read([component])).toEqual([component]);
	});

	it.each<[string, object]>([
		['a body', { type: 'BODY', text: 'Hi 1!', example: ADA }],
		['a header', { type: 'header', text: 'Order 1', example: { header_text: ['A-17'] } }],
		[
			'a named variable',
			{
				type: 'BODY',
				text: 'Hi !',
				example: { body_text_named_params: [{ param_name: 'first_name', example: 'Ada' }] },
			},
		],
		['a card', card({ type: 'BODY', text: 'Only 1!', example: ADA })],
	])('that are missing, although there are examples, are reported: %s', (_name, component) => {
		const { message } = refusalOf(() => read([{ type: 'FOOTER', text: 'Bye' }, component]));
		expect(message).toBe("'Components' has an example, but no variable for it");
	});

	it.each<[string, object]>([
		['a body', { type: 'BODY', text: 'Hi {1}!' }],
		['a body with another one', { type: 'BODY', text: 'Hi {{1}}, {2}!', example: ADA }],
		['a name', { type: 'HEADER', text: 'Order { order_id }' }],
		['a link', link('https://example.com/{1}')],
		['a card', card({ type: 'BODY', text: 'Only {1}!' })],
		['a card with a link', card(link('https://example.com/{1}'))],
	])('in single braces would be text for Meta: %s', (_name, component) => {
		const { message, description } = refusalOf(() => read([component]));
		expect(message).toBe("'Components' has a variable in single curly braces");
		expect(description).toContain('In JSON, write variables in double curly braces');
	});
});
