import type { IDataObject } from 'n8n-workflow';
import type { Field } from '../../../form/field';
import type { Form } from '../../../form/form';
import type { FieldGroup } from '../../../form/rows';

/** One type of interactive message: which header, body and footer it has, its fields, and its action. */
export interface InteractiveType {
	/** As shown. */
	name: string;
	/** WhatsApp's name of the type. */
	value: string;
	description: string;
	/** Its header; without keys where none is chosen. */
	header?: FieldGroup<IDataObject>;
	body: Field<string>;
	footer?: Field<string>;
	fields: Field[];
	/**
	 * The action of the message, from the form. Pure.
	 *
	 * @throws FieldError when WhatsApp would not take it
	 */
	action(form: Form): IDataObject;
}
