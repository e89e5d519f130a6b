import type { FieldType, IDataObject } from 'n8n-workflow';
import { fieldOf, type Field } from '../../../form/field';
import type { Form } from '../../../form/form';
import type { Read } from '../../../form/readers';
import { wordIn } from '../parts';

/**
 * A field that a template wants filled in. Its name is the variable's own where it has one, else a word
 * with a capital letter in it, which no variable can be called. It is also the name that incoming data
 * must have with 'Map Automatically'.
 */
export interface TemplateField<T = unknown> extends Field<T> {
	/** What n8n's resource mapper shows: where the value goes, the text around it, an example. */
	label: string;
	type: FieldType;
	required: boolean;
	/** Whether it is hidden under "Add field" until the user wants it. */
	rare?: true;
	/** Whether its value is a file, which may have to go through S3. */
	isFile?: true;
}

/** What the values are read from, besides the template's own fields. */
export interface SendContext {
	/** The form of the whole message, with the options for files that are uploaded. */
	message: Form;
	/** IANA name of the time zone in which times without one are meant. */
	timeZone: string;
	/** Unix time in milliseconds, as composing has no clock. */
	now: number;
}

/** One component of a template: the fields that it wants, and what they become when it is sent. */
export interface TemplateComponent {
	fields: TemplateField[];
	/**
	 * The send component, or undefined where nothing has to be sent for it. Pure.
	 *
	 * @param form the values of the template's fields
	 * @throws FieldError when WhatsApp would not take it
	 */
	component(form: Form, sending: SendContext): IDataObject | undefined;
}

/** Where a part stands: in the template itself, or on one of its cards. */
export interface ComponentContext {
	/** In front of the names of fields: nothing, or e.g. "card1". */
	prefix: string;
	/** In front of labels: nothing, or e.g. "Card 1: ". */
	label: string;
	/** Labels by name: a value that several places share is called as the first of them calls it. */
	labels: Map<string, string>;
	/** Whether the template is for a one-time code, which then is its only value. */
	isAuthentication: boolean;
	/** Whether the template is a limited-time offer, whose coupon codes are shorter. */
	isOffer: boolean;
	/** WhatsApp's limit of the body with its values, in Unicode code points. */
	maxBody: number;
}

/** Makes the parts of a component of the definition: none where nothing has to be filled in. */
export type ComponentBuilder = (
	context: ComponentContext,
	component: IDataObject,
) => TemplateComponent[];

const capitalized = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** What errors call a field, e.g. "Body {{1}}", and its name. */
export type Names = [displayName: string, name: string];

/** The names of a field of this place: "bodyText1", or "Card 1: …" and "card1BodyText1" on a card. */
export function namesIn(
	{ prefix, label, labels }: ComponentContext,
	displayName: string,
	ownName: string,
): Names {
	const name = prefix === '' ? ownName : `${prefix}${capitalized(ownName)}`;
	const shown = labels.get(name) ?? `${label}${displayName}`;
	labels.set(name, shown);
	return [shown, name];
}

/** A field that has a reader of its own. */
export const readField = <T>(
	[displayName, name]: Names,
	look: { type: 'string' | 'number' | 'dateTime' | 'json'; required?: true },
	read: Read<T>,
): Field<T> => fieldOf({ displayName, name, default: '', ...look }, read);

/** n8n's types of the mapper, for those of properties. */
const TYPES: Record<string, FieldType> = { number: 'number', dateTime: 'dateTime', json: 'object' };

type Kind = Pick<TemplateField, 'rare' | 'isFile'>;

/** A field of a template under this label. */
export const askedAs = <T>(field: Field<T>, label: string, kind: Kind = {}): TemplateField<T> => ({
	...field,
	...kind,
	label,
	type: TYPES[field.property.type] ?? 'string',
	required: field.property.required ?? false,
});

/**
 * A field of a template, with what it is for after its name.
 *
 * @param mark what tells it from others of the same name, e.g. the text of its button
 */
export const asked = <T>(
	field: Field<T>,
	{ about, mark = '', ...kind }: Kind & { about: string; mark?: string },
): TemplateField<T> => askedAs(field, `${field.property.displayName}${mark}: ${about}`, kind);

/** The parts of a definition's components, in the order of the builders. */
export const buildComponents = (
	builders: Map<string, ComponentBuilder>,
	context: ComponentContext,
	components: IDataObject[],
): TemplateComponent[] =>
	[...builders].flatMap(([type, build]) =>
		components
			.filter((component) => wordIn(component, 'type') === type)
			.flatMap((component) => build(context, component)),
	);
