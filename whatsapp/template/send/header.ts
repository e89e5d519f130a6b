import type { IDataObject } from 'n8n-workflow';
import { filledIn, type Field } from '../../../form/field';
import { id, text } from '../../../form/texts';
import { CATALOG_ID_RULE, PRODUCT_ID_RULE } from '../../catalog';
import { coordinate } from '../../message/coordinates';
import { named } from '../../message/fileName';
import { mediaObject } from '../../message/mediaObject';
import { MAX_HEADER } from '../limits';
import { wordIn } from '../parts';
import { like } from '../variables';
import {
	asked,
	askedAs,
	namesIn,
	type ComponentBuilder,
	type ComponentContext,
	type TemplateComponent,
} from './component';
import { mediaField } from './mediaField';
import { textParts } from './textComponent';

type BuildHeader = (context: ComponentContext) => TemplateComponent;

const headerOf = (parameter: IDataObject) => ({ type: 'header', parameters: [parameter] });

/** A picture or video; a GIF is an MP4 video, too. */
const pictureHeader =
	(type: 'image' | 'video' | 'gif', name: string): BuildHeader =>
	(context) => {
		const what = `Header ${type === 'gif' ? 'GIF' : type}`;
		const file = mediaField(namesIn(context, what, `header${name}`));
		const kind = type === 'image' ? 'image' : 'video';
		return {
			fields: [file],
			component: (form, sending) =>
				headerOf({ type, [type]: mediaObject(kind, file.of(form)(sending)) }),
		};
	};

const documentHeader: BuildHeader = (context) => {
	const file = mediaField(namesIn(context, 'Header document', 'headerDocument'));
	const fileName = asked(text(...namesIn(context, 'Header file name', 'headerFileName')), {
		about: "the name shown to the recipient, by default the file's own",
	});
	return {
		fields: [file, fileName],
		component: (form, sending) => {
			const nameOf = named(fileName.of(form));
			const document = mediaObject('document', file.of(form)(sending), nameOf);
			return headerOf({ type: 'document', document });
		},
	};
};

const locationHeader: BuildHeader = (context) => {
	const names = (what: string, name: string) => namesIn(context, `Header ${what}`, `header${name}`);
	const required = { required: true } as const;
	const asIn = <T>(example: string, field: Field<T>) =>
		askedAs(field, `${field.property.displayName}${like(example)}`);
	const latitude = asIn('52.52001', coordinate(...names('latitude', 'Latitude'), 90, {}));
	const longitude = asIn('13.40495', coordinate(...names('longitude', 'Longitude'), 180, {}));
	const name = asIn('Office', id(...names('location name', 'LocationName'), required));
	const address = asIn(
		'Unter den Linden 1, Berlin',
		id(...names('location address', 'LocationAddress'), required),
	);
	return {
		fields: [latitude, longitude, name, address],
		component: (form) =>
			headerOf({
				type: 'location',
				location: filledIn(form, { latitude, longitude, name, address }),
			}),
	};
};

/** A business account has one catalog, so that all products of a template share this field. */
const catalogId = asked(id('Catalog ID', 'catalogId', { required: true, rule: CATALOG_ID_RULE }), {
	about: 'ID of the Meta catalog that is linked to the business account',
});

const productHeader: BuildHeader = (context) => {
	const names = namesIn(context, 'Product ID', 'productRetailerId');
	const product = asked(id(...names, { required: true, rule: PRODUCT_ID_RULE }), {
		about: 'as in the catalog, e.g. SKU-17',
	});
	return {
		fields: [catalogId, product],
		component: (form) =>
			headerOf({
				type: 'product',
				product: { product_retailer_id: product.of(form), catalog_id: catalogId.of(form) },
			}),
	};
};

const HEADERS = new Map<string, BuildHeader>([
	['IMAGE', pictureHeader('image', 'Image')],
	['VIDEO', pictureHeader('video', 'Video')],
	['GIF', pictureHeader('gif', 'Gif')],
	['DOCUMENT', documentHeader],
	['LOCATION', locationHeader],
	['PRODUCT', productHeader],
]);

/** A header; a text without a variable needs nothing when it is sent. */
export const headerParts: ComponentBuilder = (context, component) => {
	const format = wordIn(component, 'format') || 'TEXT';
	if (format === 'TEXT') return textParts(context, 'header', component, MAX_HEADER, 1);
	const header = HEADERS.get(format)?.(context);
	return header ? [header] : [];
};
