import type { IDataObject } from 'n8n-workflow';
import { fileNameKey } from '../message/fileName';
import { coordinate } from '../message/coordinates';
import { ifPresent } from '../message/messageType';
import { MAX_HEADER } from './limits';
import { mediaField, mediaIn } from './mediaField';
import {
	idIn,
	labelIn,
	type BuildParts,
	type Place,
	type TemplateField,
	type TemplatePart,
} from './part';
import { productFields, productIn } from './product';
import { textIn, wordIn } from './sendable';
import { textParameters, variableField } from './textParameter';
import { examplesOf, variablesIn } from './variables';

type BuildHeader = (place: Place, component: IDataObject) => TemplatePart | undefined;

const headerOf = (...parameters: IDataObject[]) => ({ type: 'header', parameters });

const textHeader: BuildHeader = (place, component) => {
	const text = textIn(component, 'text');
	const [variable] = variablesIn(text, examplesOf(component));
	if (!variable) return undefined;
	return {
		fields: [variableField(place, 'header', text, variable)],
		component: (form) =>
			headerOf(
				...textParameters(form, place, {
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
	(place) => {
		const field = mediaField(place, `header${name}`, `Header ${type === 'gif' ? 'GIF' : type}`);
		const kind = type === 'image' ? 'image' : 'video';
		return {
			fields: [field],
			component: (form, surroundings) =>
				headerOf({ type, [type]: mediaIn(kind, form, field.id, surroundings) }),
		};
	};

const documentHeader: BuildHeader = (place) => {
	const field = mediaField(place, 'headerDocument', 'Header document');
	const fileName: TemplateField = {
		id: idIn(place, 'headerFileName'),
		label: labelIn(place, "Header file name: what the recipient sees; without it, the file's own"),
		shortLabel: labelIn(place, 'Header file name'),
		type: 'string',
		required: false,
	};
	return {
		fields: [field, fileName],
		component: (form, surroundings) =>
			headerOf({
				type: 'document',
				document: mediaIn('document', form, field.id, surroundings, fileNameKey(form, fileName.id)),
			}),
	};
};

const locationHeader: BuildHeader = (place) => {
	const field = (id: string, what: string, like: string): TemplateField => ({
		id: idIn(place, id),
		label: labelIn(place, `Header ${what} (e.g. ${like})`),
		shortLabel: labelIn(place, `Header ${what}`),
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
					latitude: coordinate(form, latitude.id, 90),
					longitude: coordinate(form, longitude.id, 180),
					...ifPresent('name', form.id(name.id)),
					...ifPresent('address', form.id(address.id)),
				},
			}),
	};
};

const productHeader: BuildHeader = (place) => {
	const fields = productFields(place);
	return {
		fields,
		component: (form) => headerOf({ type: 'product', product: productIn(form, place) }),
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
export const headerParts: BuildParts = (place, component) => {
	const format = wordIn(component, 'format') || 'TEXT';
	const part = Object.hasOwn(HEADERS, format) ? HEADERS[format]?.(place, component) : undefined;
	return part ? [part] : [];
};
