import type { IDataObject } from 'n8n-workflow';
import type { Field } from '../../../form/field';
import type { Form } from '../../../form/form';
import type { BuildButton } from './sentButton';

/** What has buttons: a template itself, or each card of its carousel. */
export type ButtonHolder = 'template' | 'card';

/** A type of button: in a new template, in a message, and in Meta's library. */
export interface TemplateButton {
	/** As shown. */
	name: string;
	/** WhatsApp's name of the type. */
	value: string;
	/** Missing where a new template cannot be given one as a button of its own. */
	create?: {
		description: string;
		on: ButtonHolder[];
		/** How many of them a template can have. */
		max: number;
		/** Whether it is a reply: these stand together, apart from all others. */
		isReply?: true;
		fields: Field[];
		/**
		 * The members of the button besides its type. Pure.
		 *
		 * @param row the fields of this button
		 * @param isOffer whether the template is a limited-time offer
		 * @throws FieldError when WhatsApp would not take it
		 */
		members(row: Form, isOffer: boolean): IDataObject;
	};
	/** The display format of a template that has one. */
	displayFormat?: string;
	/** Missing where nothing has to be filled in when it is sent. */
	send?: BuildButton;
	/** Missing where no template of Meta's library has one. */
	library?: {
		fields: Field[];
		/** The members of the button's input besides its type. Pure. Throws a FieldError. */
		members(row: Form): IDataObject;
	};
}

/** A button of Meta's library that needs no input. */
export const NO_INPUT = { fields: [], members: () => ({}) };
