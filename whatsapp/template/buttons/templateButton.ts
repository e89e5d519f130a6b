import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Form } from '../../../form/form';

/** One type of button that a template can have. */
export interface ButtonType {
	/** As shown. */
	name: string;
	/** WhatsApp's name of the type. */
	value: string;
	description: string;
	/** How many of them a template can have. */
	max: number;
	fields: INodeProperties[];
	/**
	 * The keys of the button besides its type. Pure.
	 *
	 * @param row the fields of this button
	 * @throws FieldError when WhatsApp would not take it
	 */
	keys(row: Form): IDataObject;
}
