import type { IDataObject } from 'n8n-workflow';
import type { Field } from '../../../form/field';
import type { Form } from '../../../form/form';
import type { FieldGroup } from '../../../form/rows';
import type { Variant } from '../../../form/variants';

/** One type of interactive message, by WhatsApp's name: its header, body and footer, its fields, its action. */
export interface InteractiveType extends Variant {
	/** Its header; without keys where none is chosen. */
	header?: FieldGroup<IDataObject>;
	body: Field<string>;
	footer?: Field<string>;
	/** The action of the message. Pure. Throws a FieldError when WhatsApp would not take it. */
	action(form: Form): IDataObject;
}
