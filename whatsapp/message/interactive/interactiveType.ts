import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Form } from '../../../form/form';

export type HeaderType = 'text' | 'image' | 'video' | 'document';

/** One type of interactive message: which parts of the frame it has, its fields, and its action. */
export interface InteractiveType {
	/** As shown. */
	name: string;
	/** WhatsApp's name of the type. */
	value: string;
	description: string;
	/** The headers it can have; none where there are none. */
	headers?: { types: HeaderType[]; required?: true };
	/** Longest body, in Unicode code points. */
	body: { maxLength: number; required: boolean };
	footer: boolean;
	fields: INodeProperties[];
	/**
	 * The action of the message, from the form. Pure.
	 *
	 * @throws FieldError when WhatsApp would not take it
	 */
	action(form: Form): IDataObject;
}

export const ALL_HEADERS: HeaderType[] = ['text', 'image', 'video', 'document'];

/** WhatsApp's limit of most bodies, in Unicode code points. */
export const MAX_BODY = 1024;
