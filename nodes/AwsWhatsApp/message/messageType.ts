import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { MediaKind } from '../media/limits';
import type { MediaReference } from '../media/source';
import type { Form } from '../request/form';

/** One type of WhatsApp message: its form fields, and how they become the message. */
export interface MessageType {
	/** As shown. */
	name: string;
	/** WhatsApp's name of the type, which is also the key of its content. */
	value: string;
	description: string;
	/** The kind of file it carries, if it does. */
	media?: MediaKind;
	fields: INodeProperties[];
	/**
	 * The content object of the message, from the form. Pure: no request, no clock.
	 *
	 * @throws FieldError when WhatsApp would not take it
	 */
	content(form: Form, media: MediaReference): IDataObject;
}

/** The keys by which every media object names its file. */
export function fileKeys(media: MediaReference): IDataObject {
	return 'id' in media ? { id: media.id } : { link: media.link };
}

/** `{ [key]: text }`, or nothing where the text is empty: WhatsApp refuses empty optional texts. */
export function ifPresent(key: string, text: string): IDataObject {
	return text === '' ? {} : { [key]: text };
}
