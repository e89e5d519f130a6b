import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { oneOf } from '../../../form/readers';
import { MAX_HEADER } from '../limits';
import { typedText } from '../typedText';
import { areNamed, checkedVariables } from '../typedVariables';

const FORMATS = {
	DOCUMENT: 'Document',
	GIF: 'Animated GIF',
	IMAGE: 'Image',
	LOCATION: 'Location',
	NONE: 'None',
	TEXT: 'Text',
	VIDEO: 'Video',
};

type HeaderFormat = keyof typeof FORMATS;

/** What says more than the name of the format. */
const DESCRIPTIONS: Partial<Record<HeaderFormat, string>> = {
	GIF: 'A short MP4 video of at most 3.5 MB that plays by itself. For marketing only.',
};

const ALL_FORMATS: HeaderFormat[] = [
	'GIF',
	'DOCUMENT',
	'IMAGE',
	'LOCATION',
	'NONE',
	'TEXT',
	'VIDEO',
];
const OFFER_FORMATS: HeaderFormat[] = ['IMAGE', 'NONE', 'VIDEO'];

const formatField = (formats: HeaderFormat[], initial: HeaderFormat): INodeProperties => ({
	displayName: 'Header Format',
	name: 'headerFormat',
	type: 'options',
	options: formats.map((value) => {
		const description = DESCRIPTIONS[value];
		return { name: FORMATS[value], value, ...(description ? { description } : {}) };
	}),
	default: initial,
});

export const headerFormatField = formatField(ALL_FORMATS, 'NONE');

export const offerHeaderFormatField = formatField(OFFER_FORMATS, 'IMAGE');

export const headerTextField: INodeProperties = {
	displayName: 'Header Text',
	name: 'headerText',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. Your order {1}',
	description:
		'At most 60 characters, in bold. It may have one variable, which is written {1} or {order_number}.',
	displayOptions: { show: { headerFormat: ['TEXT'] } },
};

export const headerExampleField: INodeProperties = {
	displayName: 'Header Example',
	name: 'headerExample',
	type: 'string',
	default: '',
	placeholder: 'e.g. A-17',
	description:
		'What may stand in place of the variable of the header. Only needed if there is one.',
	displayOptions: { show: { headerFormat: ['TEXT'] } },
};

export const handleField: INodeProperties = {
	displayName: 'Header Handle',
	name: 'headerHandle',
	type: 'string',
	default: '',
	placeholder: 'e.g. 4::aW1hZ2UvanBlZw==:ARZ0…',
	description:
		"An example of the file, as the operation 'Upload Media' of templates gives it (metaHeaderHandle)",
};

export const headerHandleField: INodeProperties = {
	...handleField,
	required: true,
	displayOptions: { show: { headerFormat: ['DOCUMENT', 'GIF', 'IMAGE', 'VIDEO'] } },
};

function example(form: Form, [variable]: string[]): IDataObject {
	const text = form.text('headerExample');
	if (variable === undefined) {
		if (text.trim() === '') return {};
		throw new FieldError(
			`'${form.label('headerExample')}' is not needed`,
			`'${form.label('headerText')}' has no variable. Clear the example, or write {1} into the text. If the text is an expression, see what it gives.`,
		);
	}
	if (text.trim() === '') {
		throw new FieldError(
			`'${form.label('headerExample')}' is empty`,
			'WhatsApp wants an example of the variable, to review the template.',
		);
	}
	return areNamed([variable])
		? { example: { header_text_named_params: [{ param_name: variable, example: text }] } }
		: { example: { header_text: [text] } };
}

function textHeader(form: Form): IDataObject {
	const text = typedText(form, 'headerText').requiredText('headerText', MAX_HEADER);
	const label = form.label('headerText');
	const variables = checkedVariables(text, label);
	if (variables.length > 1) {
		throw new FieldError(
			`'${label}' has more than one variable`,
			`It has ${variables.length}, WhatsApp allows one. Put the others into the body.`,
		);
	}
	return { type: 'HEADER', format: 'TEXT', text, ...example(form, variables) };
}

/** A header with a file, whose example is a handle that an upload gave. */
export function mediaHeader(form: Form, format: string): IDataObject {
	return { type: 'HEADER', format, example: { header_handle: [form.id('headerHandle')] } };
}

function headerOf(form: Form, formats: HeaderFormat[]): IDataObject[] {
	const format = form.member('headerFormat', oneOf(formats)) ?? 'NONE';
	switch (format) {
		case 'NONE':
			return [];
		case 'TEXT':
			return [textHeader(form)];
		case 'LOCATION':
			return [{ type: 'HEADER', format }];
		default:
			return [mediaHeader(form, format)];
	}
}

/** The header of a template, if it has one. */
export const header = (form: Form) => headerOf(form, ALL_FORMATS);

/** The header of a limited-time offer, which is an image or a video. */
export const offerHeader = (form: Form) => headerOf(form, OFFER_FORMATS);
