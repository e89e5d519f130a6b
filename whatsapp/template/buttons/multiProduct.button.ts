import type { IDataObject } from 'n8n-workflow';
import { FieldError } from '../../../form/fieldError';
import { jsonOf } from '../../../form/json';
import { isRecord } from '../../../form/unknown';
import { textOf } from '../../../form/rule';
import { PRODUCT_LIST } from '../../catalog';
import { asked, namesIn, readField } from '../send/component';
import { actionComponent, type BuildButton } from './sentButton';
import { NO_INPUT, type TemplateButton } from './templateButton';
import { thumbnailField } from './thumbnail';

const { maxSections, maxProducts, maxTitle } = PRODUCT_LIST;

const HOW = 'Enter a list such as [{ "title": "Shoes", "products": ["SKU-1", "SKU-2"] }].';

function refuse(label: string, what: string, how = HOW): never {
	throw new FieldError(`'${label}' ${what}`, how);
}

/** A product as its ID alone, or as WhatsApp writes it. */
function productItem(product: unknown, label: string): IDataObject {
	const id = isRecord(product) ? product.product_retailer_id : product;
	const text = textOf(id, `${label}: product`).trim();
	if (text === '') refuse(label, 'has a product without an ID');
	return { product_retailer_id: text };
}

function section(given: unknown, label: string, needsTitle: boolean): IDataObject {
	if (!isRecord(given)) return refuse(label, 'has a section that is not an object');
	const products: unknown = given.products ?? given.product_items;
	if (!Array.isArray(products) || products.length === 0) {
		return refuse(label, 'has a section without products');
	}
	const title = textOf(given.title, `${label}: title`);
	if ([...title].length > maxTitle) {
		refuse(label, 'has a title that is too long', `WhatsApp allows ${maxTitle} characters.`);
	}
	if (needsTitle && title.trim() === '') {
		refuse(label, 'has a section without a title', 'With several sections, each needs one.');
	}
	return {
		...(title.trim() === '' ? {} : { title }),
		product_items: products.map((product) => productItem(product, label)),
	};
}

/** The sections of products, from JSON in short or in WhatsApp's own form. */
function sectionsIn(value: unknown, label: string): IDataObject[] {
	const given = jsonOf(value, label);
	if (given === undefined) return refuse(label, 'is empty');
	if (!Array.isArray(given) || given.length === 0)
		return refuse(label, 'is not a list of sections');
	if (given.length > maxSections) {
		refuse(label, 'has too many sections', `WhatsApp allows ${maxSections}.`);
	}
	const sections = given.map((each) => section(each, label, given.length > 1));
	const products = sections.flatMap(({ product_items: items }) => items).length;
	if (products > maxProducts) {
		refuse(
			label,
			'has too many products',
			`There are ${products}; WhatsApp allows ${maxProducts} in all sections together.`,
		);
	}
	return sections;
}

const send: BuildButton = (button) => {
	const thumbnail = thumbnailField(button, true);
	const names = namesIn(button.context, 'Sections', 'catalogSections');
	const sections = asked(readField(names, { type: 'json', required: true }, sectionsIn), {
		about: 'products as JSON, e.g. [{ "title": "Shoes", "products": ["SKU-1"] }]',
	});
	return {
		fields: [thumbnail, sections],
		component: (form) =>
			actionComponent(button, 'mpm', {
				thumbnail_product_retailer_id: thumbnail.of(form),
				sections: sections.of(form),
			}),
	};
};

/** A button that opens a choice of products of the catalog. */
export const multiProduct: TemplateButton = {
	name: 'Multi-Product',
	value: 'MPM',
	create: {
		description: 'Opens a selection of your products',
		on: ['template'],
		max: 1,
		fields: [],
		members: () => ({ text: 'View items' }),
	},
	send,
	library: NO_INPUT,
};
