import { describe, expect, it } from '@jest/globals';
import { templatePreview } from '../../whatsapp/template/creation/preview.ts';
import { jsonBlob, jsonInBlob } from '../../form/json.ts';

const HEADER = {
	type: 'HEADER',
	format: 'TEXT',
	text: 'Order {{1}}',
	example: { header_text: ['A-17'] },
};
const BODY = {
	type: 'BODY',
	text: 'Hi {{2}}, order {{1}} is here.',
	example: { body_text: [['A-17', 'Ada']] },
};
const link = (url: string, example?: unknown) => ({
	type: 'BUTTONS',
	buttons: [
		{ type: 'QUICK_REPLY', text: 'Thanks' },
		{ type: 'URL', text: 'Go', url, ...(example ? { example } : {}) },
	],
});

describe('the preview of a template', () => {
	it('has the texts and their variables with their examples', () => {
		const button = link('https://example.com/{{1}}', ['x']);
		const document = { name: 'a', components: [HEADER, BODY, button] };
		expect(templatePreview(document)).toEqual({
			headerText: 'Order {{1}}',
			bodyText: 'Hi {{2}}, order {{1}} is here.',
			variables: [
				{ name: '1', place: 'Header', example: 'A-17' },
				{ name: '1', place: 'Body', example: 'A-17' },
				{ name: '2', place: 'Body', example: 'Ada' },
				{ name: '1', place: 'Button 2', example: 'x' },
			],
		});
	});

	it('shows that a text has no variables', () => {
		expect(templatePreview([{ type: 'BODY', text: 'Hi 1!' }])).toEqual({
			bodyText: 'Hi 1!',
			variables: [],
		});
	});

	it('looks into cards', () => {
		const text = { type: 'body', text: 'Only {{1}}!' };
		const card = { components: [text, link('https://a.example/{{1}}')] };
		expect(templatePreview([BODY, { type: 'carousel', cards: [card, card] }])).toMatchObject({
			bodyText: BODY.text,
			variables: [
				{ place: 'Body' },
				{ place: 'Body' },
				{ name: '1', place: 'Card 1: Body' },
				{ name: '1', place: 'Card 1: Button 2' },
				{ name: '1', place: 'Card 2: Body' },
				{ name: '1', place: 'Card 2: Button 2' },
			],
		});
	});

	it('has named variables', () => {
		const example = { body_text_named_params: [{ param_name: 'first_name', example: 'Ada' }] };
		expect(templatePreview([{ type: 'BODY', text: 'Hi {{first_name}}!', example }])).toEqual({
			bodyText: 'Hi {{first_name}}!',
			variables: [{ name: 'first_name', place: 'Body', example: 'Ada' }],
		});
	});

	it.each([
		null,
		[],
		{},
		[null],
		['x'],
		{ components: 'x' },
		[{ type: 'BODY' }],
		[{ type: 'BODY', text: 7, example: [] }],
		[{ type: 'BUTTONS', buttons: [null, { type: 'URL', url: 7 }] }],
		[{ type: 'CAROUSEL', cards: 'x' }],
	])('is empty for %j', (document) => {
		expect(templatePreview(document)).toEqual({ variables: [] });
	});

	it('is made from what was sent', () => {
		const document = { components: [BODY], emoji: '👩‍👩‍👧‍👦' };
		expect(jsonInBlob(jsonBlob(document, 'Template', 6000))).toEqual(document);
	});
});
