import type { IDataObject } from 'n8n-workflow';
import { choice } from '../../../form/choices';
import { emptyField, FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { id, text } from '../../../form/texts';
import { MAX_HEADER } from '../limits';
import { withVariables } from '../typedText';
import { areNamed, checkedVariables } from '../typedVariables';

const FORMATS = {
	GIF: [
		'Animated GIF',
		'A short MP4 video of at most 3.5 MB that plays automatically. For marketing templates only.',
	],
	DOCUMENT: 'Document',
	IMAGE: 'Image',
	LOCATION: 'Location',
	NONE: 'None',
	TEXT: 'Text',
	VIDEO: 'Video',
} as const;

export const headerFormat = choice('Header Format', 'headerFormat', FORMATS, { default: 'NONE' });

const { IMAGE, NONE, VIDEO } = FORMATS;

export const offerHeaderFormat = choice(
	'Header Format',
	'headerFormat',
	{ IMAGE, NONE, VIDEO },
	{ default: 'IMAGE', optional: true },
);

export const headerText = withVariables(
	text('Header Text', 'headerText', {
		max: MAX_HEADER,
		required: true,
		example: 'Your order {1}',
		description:
			'At most {max} characters, in bold. Can contain one variable, written as {1} or {order_number}.',
		displayOptions: { show: { headerFormat: ['TEXT'] } },
	}),
);

export const headerExample = text('Header Example', 'headerExample', {
	example: 'A-17',
	description: 'Sample value for the variable in the header. Only needed if there is one.',
	displayOptions: { show: { headerFormat: ['TEXT'] } },
});

const HANDLE = {
	example: '4::aW1hZ2UvanBlZw==:ARZ0…',
	description: "The metaHeaderHandle of a sample file, returned by 'Upload Media' of the template",
};

export const headerHandle = id('Header Handle', 'headerHandle', {
	...HANDLE,
	required: true,
	displayOptions: { show: { headerFormat: ['DOCUMENT', 'GIF', 'IMAGE', 'VIDEO'] } },
});

export const cardHandle = id('Header Handle', 'headerHandle', {
	...HANDLE,
	description: `${HANDLE.description}. Leave it empty for products.`,
});

function exampleMember(form: Form, [variable]: string[]): IDataObject {
	const example = headerExample.of(form);
	if (variable === undefined) {
		if (example.trim() === '') return {};
		throw new FieldError(
			`'${form.label(headerExample)}' must be empty here`,
			`'${form.label(headerText)}' has no variable. Clear the example, or add {1} to the text. If the text is an expression, check its result.`,
		);
	}
	if (example.trim() === '') {
		throw emptyField(
			form.label(headerExample),
			'WhatsApp needs an example of the variable to review the template.',
		);
	}
	return areNamed([variable])
		? { example: { header_text_named_params: [{ param_name: variable, example }] } }
		: { example: { header_text: [example] } };
}

function textHeader(form: Form): IDataObject {
	const header = headerText.of(form);
	const label = form.label(headerText);
	const variables = checkedVariables(header, label);
	if (variables.length > 1) {
		throw new FieldError(
			`'${label}' has more than one variable`,
			`It has ${variables.length}; WhatsApp allows 1. Move the others to the body.`,
		);
	}
	return { type: 'HEADER', format: 'TEXT', text: header, ...exampleMember(form, variables) };
}

/** A header with a file, whose example is a handle that an upload gave. */
export const mediaHeader = (form: Form, format: string): IDataObject => ({
	type: 'HEADER',
	format,
	example: { header_handle: [headerHandle.of(form)] },
});

function componentOf(form: Form, format: keyof typeof FORMATS): IDataObject[] {
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
export const headerComponent = (form: Form) => componentOf(form, headerFormat.of(form));

/** The header of a limited-time offer: an image or a video, or none where an expression gives no format. */
export const offerHeaderComponent = (form: Form) =>
	componentOf(form, offerHeaderFormat.of(form) ?? 'NONE');
