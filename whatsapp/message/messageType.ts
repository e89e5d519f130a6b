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
	/** Whether it can be sent to groups, or to nothing else. Source: Meta, "Groups API". */
	groups?: 'allowed' | 'only';
	/** Whether its content names the message that it answers, so that it cannot quote another. */
	answers?: true;
	/** What it adds to 'Options'. */
	options?: Field[];
	/** The content; throws a FieldError when WhatsApp would not take it. Pure: no request, no clock. */
	content(form: Form): IDataObject | IDataObject[] | PendingFile;
}
