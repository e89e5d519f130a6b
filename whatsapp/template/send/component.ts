import type { IDataObject } from 'n8n-workflow';
import type { Form } from '../../../form/form';
import { wordIn } from './definition';

/** A field that a template wants filled in, as n8n's resource mapper shows it. */
export interface TemplateField {
	/**
	 * Name of the value: the variable's own name where it has one, else a word with a capital letter
	 * in it, which no variable can be called. It is also the name that incoming data must have with
	 * 'Map Automatically'.
	 */
	id: string;
	/** What the panel shows: where the value goes, the text around it, an example. */
	label: string;
	/** What errors call it, e.g. "Body {{1}}". */
	shortLabel: string;
	type: 'string' | 'number' | 'dateTime' | 'object';
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
	 * @param form the values of the template's fields, by their IDs
	 * @throws FieldError when WhatsApp would not take it
	 */
	component(form: Form, sending: SendContext): IDataObject | undefined;
}

/** Where a part stands: in the template itself, or on one of its cards. */
export interface ComponentContext {
	/** In front of field IDs: nothing, or e.g. "card1". */
	prefix: string;
	/** In front of labels: nothing, or e.g. "Card 1: ". */
	label: string;
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

/** The ID of a field of this place: "bodyText1", or "card1BodyText1" on a card. */
export const idIn = ({ prefix }: ComponentContext, id: string): string =>
	prefix === '' ? id : `${prefix}${capitalized(id)}`;

export const labelIn = ({ label }: ComponentContext, own: string): string => `${label}${own}`;

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
