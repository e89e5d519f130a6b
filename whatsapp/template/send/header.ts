import type { IDataObject } from 'n8n-workflow';
import { named } from '../../message/fileName';
import { degrees } from '../../message/coordinates';
import { MAX_HEADER } from '../limits';
import { mediaField, mediaIn } from './mediaField';
import {
	idIn,
	labelIn,
	type ComponentBuilder,
	type ComponentContext,
	type TemplateField,
	type TemplateComponent,
} from './component';
import { productFields, productIn } from './product';
import { textIn, wordIn } from './definition';
import { textParameters, variableField } from './textParameter';
import { examplesOf, variablesIn } from './variables';

type BuildHeader = (
	context: ComponentContext,
	component: IDataObject,
) => TemplateComponent | undefined;

const headerOf = (...parameters: IDataObject[]) => ({ type: 'header', parameters });

const textHeader: BuildHeader = (context, component) => {
	const text = textIn(component, 'text');
	const [variable] = variablesIn(text, examplesOf(component));
	if (!variable) return undefined;
	return {
		fields: [variableField(context, 'header', text, variable)],
		component: (form) =>
			headerOf(
				...textParameters(form, context, {
					spot: 'header',
					text,
					variables: [variable],
					maxLength: MAX_HEADER,
				}),
			),
	};
};

/** A picture or video; a GIF is an MP4 video, too. */
const pictureHeader =
	(type: 'image' | 'video' | 'gif', name: string): BuildHeader =>
	(context) => {
		const field = mediaField(context, `header${name}`, `Header ${type === 'gif' ? 'GIF' : type}`);
		const kind = type === 'image' ? 'image' : 'video';
		return {
			fields: [field],
			component: (form, sending) =>
				headerOf({ type, [type]: mediaIn(kind, form, field.id, sending) }),
		};
	};

const documentHeader: BuildHeader = (context) => {
	const field = mediaField(context, 'headerDocument', 'Header document');
	const fileName: TemplateField = {
		id: idIn(context, 'headerFileName'),
		label: labelIn(
			context,
			"Header file name: the name shown to the recipient, by default the file's own",
		),
		shortLabel: labelIn(context, 'Header file name'),
		type: 'string',
		required: false,
	};
	return {
		fields: [field, fileName],
		component: (form, sending) =>
			headerOf({
				type: 'document',
				document: mediaIn('document', form, field.id, sending, named(form.text(fileName.id))),
			}),
	};
};

const locationHeader: BuildHeader = (context) => {
	const field = (id: string, what: string, like: string): TemplateField => ({
		id: idIn(context, id),
		label: labelIn(context, `Header ${what} (e.g. ${like})`),
		shortLabel: labelIn(context, `Header ${what}`),
		type: 'string',
		required: true,
	});
	const latitude = field('headerLatitude', 'latitude', '52.52001');
	const longitude = field('headerLongitude', 'longitude', '13.40495');
	const name = field('headerLocationName', 'location name', 'Office');
	const address = field('headerLocationAddress', 'location address', 'Unter den Linden 1, Berlin');
	return {
		fields: [latitude, longitude, name, address],
		component: (form) =>
			headerOf({
				type: 'location',
				location: {
					latitude: form.member(latitude.id, degrees(90)),
					longitude: form.member(longitude.id, degrees(180)),
					name: form.id(name.id),
					address: form.id(address.id),
				},
			}),
	};
};

const productHeader: BuildHeader = (context) => {
	const fields = productFields(context);
	return {
		fields,
		component: (form) => headerOf({ type: 'product', product: productIn(form, context) }),
	};
};

const HEADERS: Record<string, BuildHeader> = {
	TEXT: textHeader,
	IMAGE: pictureHeader('image', 'Image'),
	VIDEO: pictureHeader('video', 'Video'),
	GIF: pictureHeader('gif', 'Gif'),
	DOCUMENT: documentHeader,
	LOCATION: locationHeader,
	PRODUCT: productHeader,
};

/** A header; one without a variable needs nothing when it is sent. */
export const headerParts: ComponentBuilder = (context, component) => {
	const format = wordIn(component, 'format') || 'TEXT';
	const part = Object.hasOwn(HEADERS, format) ? HEADERS[format]?.(context, component) : undefined;
	return part ? [part] : [];
};
