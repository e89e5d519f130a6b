import type { IDataObject } from 'n8n-workflow';
import { choice } from '../../../form/choices';
import { withLook, type Field } from '../../../form/field';
import type { Form } from '../../../form/form';
import type { FieldGroup } from '../../../form/rows';
import { text } from '../../../form/texts';
import { anyFile } from '../../media/fields';
import { fileName, named } from '../fileName';
import { mediaObject } from '../mediaObject';

type HeaderType = 'document' | 'image' | 'text' | 'video';

const when = (...headerType: HeaderType[]) => ({ displayOptions: { show: { headerType } } });

const TEXT_LOOK = {
	max: 60,
	example: 'Your appointment',
	description: 'At most {max} characters, in bold',
};
const headerText = text('Header Text', 'headerText', {
	...TEXT_LOOK,
	needed: true,
	...when('text'),
});
const requiredHeaderText = text('Header Text', 'headerText', { ...TEXT_LOOK, required: true });

const file = anyFile({ headerType: ['document', 'image', 'video'] });
const documentName = withLook(fileName, when('document'));

function contentOf(form: Form, type: HeaderType): IDataObject {
	if (type === 'text') return { type, text: headerText.of(form) };
	const nameOf = type === 'document' ? named(documentName.of(form)) : undefined;
	return { type, [type]: mediaObject(type, file.of(form), nameOf) };
}

const header = (type: Field<HeaderType | 'none'>, ...fields: Field[]): FieldGroup<IDataObject> => ({
	fields: [type, ...fields],
	of: (form) => {
		const chosen = type.of(form);
		return chosen === 'none' ? {} : contentOf(form, chosen);
	},
});

export const anyHeader = header(
	choice(
		'Header',
		'headerType',
		{ document: 'Document', image: 'Image', none: 'None', text: 'Text', video: 'Video' },
		{ default: 'none' },
	),
	headerText,
	...file.fields,
	documentName,
);

export const textHeader = header(
	choice('Header', 'headerType', { none: 'None', text: 'Text' }, { default: 'none' }),
	headerText,
);

export const imageHeader = header(
	choice('Header', 'headerType', { image: 'Image', none: 'None' }, { default: 'none' }),
	...file.fields,
);

export const requiredTextHeader: FieldGroup<IDataObject> = {
	fields: [requiredHeaderText],
	of: (form) => ({ type: 'text', text: requiredHeaderText.of(form) }),
};

const BODY_LOOK = {
	max: 1024,
	typeOptions: { rows: 3 },
	example: 'Does Tuesday at 10:00 suit you?',
	description:
		'The text of the message, at most {max} characters. Supports *bold*, _italic_ and ~strikethrough~.',
};
export const body = text('Body', 'bodyText', { ...BODY_LOOK, required: true });
export const optionalBody = text('Body', 'bodyText', BODY_LOOK);
export const longBody = text('Body', 'bodyText', { ...BODY_LOOK, max: 4096, required: true });

export const footer = text('Footer', 'footerText', {
	max: 60,
	example: 'Example GmbH',
	description: 'Small gray text at the end, at most {max} characters',
});
