import type { TemplateField } from '../../../../whatsapp/template/send/component.ts';

/** What a field asks for, and what it is called. */
export interface AskedFor
	extends Pick<TemplateField, 'label' | 'type' | 'required' | 'rare' | 'isFile'> {
	id: string;
	/** What errors call it. */
	shortLabel: string;
}

export const askedFor = ({ property, inner, of, ...shown }: TemplateField): AskedFor => ({
	id: property.name,
	shortLabel: property.displayName,
	...shown,
});

/** A template, the fields that its form must have, values for them, and what must be sent. */
export interface TemplateCase {
	name: string;
	definition: Record<string, unknown>;
	/** All fields but the rare 'Other components', which every known template has as the last. */
	fields: AskedFor[];
	values: Record<string, unknown>;
	/** Without any, none are sent. */
	components?: unknown[];
}

/** A definition as Meta's API gives it back. */
export const template = (
	components: unknown[],
	more: Record<string, unknown> = {},
): Record<string, unknown> => ({
	id: '1254459956063894',
	name: 'order_shipped',
	language: 'en_US',
	status: 'APPROVED',
	category: 'UTILITY',
	parameter_format: 'POSITIONAL',
	components,
	...more,
});

export const body = (text: string, example?: unknown) => ({
	type: 'BODY',
	text,
	...(example === undefined ? {} : { example }),
});

export const buttons = (...list: unknown[]) => ({ type: 'BUTTONS', buttons: list });

export const STATIC_BODY = body('Thank you for your order.');

/** A field that has to be filled in with a text, unless said otherwise. */
export const field = (
	id: string,
	shortLabel: string,
	label: string,
	more: Partial<AskedFor> = {},
): AskedFor => ({ id, label, shortLabel, type: 'string', required: true, ...more });

export const OPTIONAL = { required: false } as const;
export const RARE = { required: false, rare: true } as const;

export const BUCKET = field(
	'bucketName',
	'S3 Bucket',
	'S3 bucket: only for files from an input field',
	OPTIONAL,
);

/** What a template with a picture or a link has besides. */
export const TAP_TARGET = [
	field(
		'tapTargetUrl',
		'Tap target URL',
		'Tap target: URL to open when the image is tapped (available to few businesses)',
		RARE,
	),
	field('tapTargetTitle', 'Tap target title', 'Tap target: title above the URL', RARE),
];

export const OTHER_LABEL =
	'Other components: anything not offered here, as a JSON list of components';
export const OTHER = field('otherComponents', 'Other components', OTHER_LABEL, {
	...RARE,
	type: 'object',
});

const FILE = 'link, media ID, s3://bucket/key, or name of the input field with the file';

export const file = (id: string, shortLabel: string): AskedFor =>
	field(id, shortLabel, `${shortLabel}: ${FILE}`, { isFile: true });

export const text = (value: string) => ({ type: 'text', text: value });
export const named = (name: string, value: string) => ({ ...text(value), parameter_name: name });
export const button = (subType: string, index: number, ...parameters: unknown[]) => ({
	type: 'button',
	sub_type: subType,
	index: String(index),
	parameters,
});
export const bodyOf = (...parameters: unknown[]) => ({ type: 'body', parameters });
export const headerOf = (parameter: unknown) => ({ type: 'header', parameters: [parameter] });
