import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Form } from '../../../form/form';

/** One kind of template: its fields, and the components that they become. */
export interface TemplateType {
	/** As shown. */
	name: string;
	value: string;
	description: string;
	fields: INodeProperties[];
	/**
	 * The components of the definition, from the form. Pure.
	 *
	 * @throws FieldError when WhatsApp would not take them
	 */
	components(form: Form): IDataObject[];
}
