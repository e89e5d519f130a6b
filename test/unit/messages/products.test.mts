import { describe, expect, it } from '@jest/globals';
import { contentOf } from '../support/message.mts';
import { refusalOf } from '../support/refusal.mts';
import { behavesAsText } from './textField.mts';

const interactive = (values: Record<string, unknown>) => contentOf('interactive', values);
const refused = (values: Record<string, unknown>) => refusalOf(() => interactive(values));

describe('a product', () => {
	const form = {
		interactiveType: 'product',
		catalogId: '900',
		productRetailerId: 'sku1',
		bodyText: 'Have a look',
		footerText: 'While stocks last',
	};
	const action = { catalog_id: '900', product_retailer_id: 'sku1' };

	it('is sent with body and footer', () => {
		expect(interactive(form)).toEqual({
			type: 'product',
			body: { text: 'Have a look' },
			footer: { text: 'While stocks last' },
			action,
		});
	});

	it('is sent alone', () => {
		expect(interactive({ ...form, bodyText: '', footerText: null })).toEqual({
			type: 'product',
			action,
		});
	});

	it('has no header, even if one was selected for another type', () => {
		expect(interactive({ ...form, headerType: 'text', headerText: 'Hi' })).not.toHaveProperty(
			'header',
		);
	});

	it.each([
		['catalogId', "'Catalog ID' is empty"],
		['productRetailerId', "'Product ID' is empty"],
	])('is refused without %s', (name, message) => {
		expect(refused({ ...form, [name]: ' ' }).message).toBe(message);
	});

	behavesAsText({
		type: 'interactive',
		label: 'Product ID',
		values: (text) => ({ interactiveType: 'product', catalogId: '900', productRetailerId: text }),
		content: (text) => ({
			type: 'product',
			action: { catalog_id: '900', product_retailer_id: text },
		}),
		max: 256,
		required: true,
		trimmed: true,
	});
});

describe('a list of products', () => {
	const form = (...rows: object[]) => ({
		interactiveType: 'product_list',
		headerText: 'Bestsellers',
		bodyText: 'Pick some',
		catalogId: '900',
		products: { row: rows },
	});
	const sent = (...sections: object[]) => ({
		type: 'product_list',
		header: { type: 'text', text: 'Bestsellers' },
		body: { text: 'Pick some' },
		action: { catalog_id: '900', sections },
	});
	const items = (...ids: string[]) => ids.map((id) => ({ product_retailer_id: id }));
	const many = (count: number, section = (_i: number) => '') =>
		Array.from({ length: count }, (_, i) => ({
			productRetailerId: `sku${i}`,
			section: section(i),
		}));

	it('is sent in one section with a title', () => {
		expect(
			interactive(
				form(
					{ section: 'Mugs', productRetailerId: 'sku1' },
					{ section: 'Mugs', productRetailerId: 'sku2' },
				),
			),
		).toEqual(sent({ title: 'Mugs', product_items: items('sku1', 'sku2') }));
	});

	it('needs no title in one section', () => {
		expect(interactive(form({ productRetailerId: 'sku1' }))).toEqual(
			sent({ product_items: items('sku1') }),
		);
	});

	it('gathers the products of a section', () => {
		const rows = [
			{ section: 'Mugs', productRetailerId: 'a' },
			{ section: 'Cups', productRetailerId: 'b' },
			{ section: 'Mugs', productRetailerId: 'c' },
		];
		const sections = [
			{ title: 'Mugs', product_items: items('a', 'c') },
			{ title: 'Cups', product_items: items('b') },
		];
		expect(interactive(form(...rows))).toEqual(sent(...sections));
		expect(
			interactive({ ...form(), specifyProducts: 'json', productsJson: JSON.stringify(rows) }),
		).toEqual(sent(...sections));
	});

	it('has up to 30 products in up to 10 sections', () => {
		const full = form(...many(30, (i) => `Section ${i % 10}`));
		expect(interactive(full)).toMatchObject({ action: { sections: { length: 10 } } });
		expect(refused(form(...many(31))).message).toBe("'Products' has the wrong number of entries");
		expect(refused(form()).message).toBe("'Products' is empty");
		expect(refused(form(...many(11, (i) => `Section ${i}`))).message).toBe(
			"'Products' has too many sections",
		);
	});

	it.each(['x', '👍'])('has sections with titles of up to 24 characters (%s)', (character) => {
		const titled = (length: number) =>
			form({ section: character.repeat(length), productRetailerId: 'a' });
		expect(interactive(titled(24))).toEqual(
			sent({ title: character.repeat(24), product_items: items('a') }),
		);
		expect(refused(titled(25)).message).toBe("'Products 1: Section' is too long");
	});

	it('needs a title for each of several sections', () => {
		expect(
			refused(form({ section: 'Mugs', productRetailerId: 'a' }, { productRetailerId: 'b' }))
				.message,
		).toBe("'Products 2: Section' is empty");
	});

	it('needs a header', () => {
		expect(refused({ ...form({ productRetailerId: 'a' }), headerText: '' }).message).toBe(
			"'Header Text' is empty",
		);
	});
});

describe('the catalog', () => {
	const form = { interactiveType: 'catalog_message', bodyText: 'Our catalog' };

	it('is sent with the picture of a product', () => {
		expect(interactive({ ...form, thumbnailProductRetailerId: 'sku1' })).toEqual({
			type: 'catalog_message',
			body: { text: 'Our catalog' },
			action: {
				name: 'catalog_message',
				parameters: { thumbnail_product_retailer_id: 'sku1' },
			},
		});
	});

	it('is sent without one', () => {
		expect(interactive(form)).toEqual({
			type: 'catalog_message',
			body: { text: 'Our catalog' },
			action: { name: 'catalog_message' },
		});
	});
});
