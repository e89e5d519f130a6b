import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { mediaSourceFields } from '../../media/fields';
import { fileSource } from '../../media/fileSource';
import { oneOf } from '../../../form/readers';
import type { Form } from '../../../form/form';
import { fileName, named } from '../fileName';
import { mediaObject } from '../mediaObject';
import type { HeaderType, InteractiveType } from './interactiveType';

/** WhatsApp's limits, in Unicode code points. */
const MAX_HEADER = 60;
const MAX_FOOTER = 60;

const HEADERS: Record<HeaderType | 'none', string> = {
	document: 'Document',
	image: 'Image',
	none: 'None',
	text: 'Text',
	video: 'Video',
};

const isFile = (type: string) => type !== 'text';

const valuesOf = (types: InteractiveType[]) => types.map(({ value }) => value);

/** The interactive types in groups that can have the same headers. */
function byHeaders(types: InteractiveType[]): Array<[HeaderType[], InteractiveType[]]> {
	const choosing = types.filter(({ headers }) => headers && !headers.required);
	const keys = new Set(choosing.map(({ headers }) => headers?.types.join()));
	return [...keys].map((key) => {
		const alike = choosing.filter(({ headers }) => headers?.types.join() === key);
		return [alike[0]?.headers?.types ?? [], alike];
	});
}

const headerText = (required: boolean): INodeProperties => ({
	displayName: 'Header Text',
	name: 'headerText',
	type: 'string',
	default: '',
	...(required ? { required } : {}),
	placeholder: 'e.g. Your appointment',
	description: 'At most 60 characters, in bold',
});

/** The fields of header, body and footer, each for the types that have it. */
export function frameFields(types: InteractiveType[]): INodeProperties[] {
	const show = (shown: InteractiveType[], more: Record<string, string[]> = {}) => ({
		show: { interactiveType: valuesOf(shown), ...more },
	});
	const having = (type: HeaderType) =>
		types.filter(({ headers }) => headers && !headers.required && headers.types.includes(type));
	const withFile = types.filter(({ headers }) => headers?.types.some(isFile));
	return [
		...byHeaders(types).map(
			([headers, alike]): INodeProperties => ({
				displayName: 'Header',
				name: 'headerType',
				type: 'options',
				options: (['none', ...headers] as const)
					.map((value) => ({ name: HEADERS[value], value }))
					.sort((a, b) => a.name.localeCompare(b.name)),
				default: 'none',
				displayOptions: show(alike),
			}),
		),
		{ ...headerText(false), displayOptions: show(having('text'), { headerType: ['text'] }) },
		{
			...headerText(true),
			displayOptions: show(types.filter(({ headers }) => headers?.required)),
		},
		...mediaSourceFields(['binary', 'link', 'mediaId', 'presignedUrl', 's3Object'], {
			interactiveType: valuesOf(withFile),
			headerType: ['document', 'image', 'video'],
		}),
		{
			...fileName.property,
			displayOptions: show(having('document'), { headerType: ['document'] }),
		},
		...[true, false].map(
			(required): INodeProperties => ({
				displayName: 'Body',
				name: 'bodyText',
				type: 'string',
				typeOptions: { rows: 3 },
				default: '',
				...(required ? { required } : {}),
				placeholder: 'e.g. Does Tuesday at 10:00 suit you?',
				description:
					'The text of the message, at most 1,024 characters; 4,096 with a list. *bold*, _italic_ and ~strikethrough~ work as in WhatsApp.',
				displayOptions: show(types.filter(({ body }) => body.required === required)),
			}),
		),
		{
			displayName: 'Footer',
			name: 'footerText',
			type: 'string',
			default: '',
			placeholder: 'e.g. Example GmbH',
			description: 'Small gray text at the end, at most 60 characters',
			displayOptions: show(types.filter(({ footer }) => footer)),
		},
	];
}

function header(form: Form, { headers }: InteractiveType): IDataObject {
	if (!headers) return {};
	const type = headers.required
		? headers.types[0]
		: form.member('headerType', oneOf(['none', ...headers.types]));
	switch (type) {
		case 'text':
			return { header: { type, text: form.requiredText('headerText', MAX_HEADER) } };
		case 'image':
		case 'video':
			return { header: { type, [type]: mediaObject(type, fileSource(form)) } };
		case 'document':
			return {
				header: { type, [type]: mediaObject(type, fileSource(form), named(fileName.of(form))) },
			};
		default:
			return {};
	}
}

function body(form: Form, { body: { maxLength, required } }: InteractiveType): IDataObject {
	const text = required
		? form.requiredText('bodyText', maxLength)
		: form.limitedText('bodyText', maxLength);
	return text.trim() === '' ? {} : { body: { text } };
}

function footer(form: Form, type: InteractiveType): IDataObject {
	if (!type.footer) return {};
	const text = form.limitedText('footerText', MAX_FOOTER);
	return text.trim() === '' ? {} : { footer: { text } };
}

/** An interactive message: header, body, footer, and the action of its type. */
export function interactiveContent(form: Form, type: InteractiveType): IDataObject {
	return {
		type: type.value,
		...header(form, type),
		...body(form, type),
		...footer(form, type),
		action: type.action(form),
	};
}
