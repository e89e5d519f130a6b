import type { IDataObject } from 'n8n-workflow';
import type { Field } from '../../form/field';
import type { Form } from '../../form/form';
import type { Variant } from '../../form/variants';
import type { PendingFile } from './mediaObject';

/**
 * One type of WhatsApp message: its form fields, and how they become the message. Its value is WhatsApp's
 * name of the type, which is also the key of its content.
 */
export interface MessageType extends Variant {
	/** What it adds to 'Options'. */
	options?: Field[];
	/** The content; throws a FieldError when WhatsApp would not take it. Pure: no request, no clock. */
	content(form: Form): IDataObject | IDataObject[] | PendingFile;
}
