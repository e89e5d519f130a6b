import { envelope } from '../../../whatsapp/message/envelope.ts';
import { templateType } from '../../../whatsapp/message/recipient.ts';
import type { NameFacts } from '../../../whatsapp/media/fileName.ts';
import { pendingFiles, withFiles } from '../../../whatsapp/message/mediaObject.ts';
import { messageTypes } from '../../../whatsapp/message/messageTypes.ts';
import type { MessageType } from '../../../whatsapp/message/messageType.ts';
import { Form } from '../../../form/form.ts';

/** A filled-in form of 'Send Message'. */
export function formOf(values: Record<string, unknown>): Form {
	return new Form((name) => values[name]);
}

export function typeNamed(value: string): MessageType {
	const type = messageTypes.find((candidate) => candidate.value === value);
	if (!type) throw new Error(`no message type ${value}`);
	return type;
}

/** The envelope of a message of this type, which may be a template. */
export const envelopeOf = (values: Record<string, unknown>, type = 'text') =>
	envelope(formOf(values), type === templateType.value ? templateType : typeNamed(type));

/** An ID as an upload gives it. */
export const UPLOADED_ID = '1013859600285441';

/**
 * The content of a message as it would leave, every file that has to be uploaded with `UPLOADED_ID`
 * and what is known of the file it came from.
 */
export function contentOf(
	type: string,
	values: Record<string, unknown>,
	name?: NameFacts,
): unknown {
	const content = typeNamed(type).content(formOf(values));
	const { whole } = withFiles({ whole: content }, (file) => file.object(UPLOADED_ID, name));
	return whole;
}

/** The files that the content waits for. */
export const filesOf = (type: string, values: Record<string, unknown>) =>
	pendingFiles(typeNamed(type).content(formOf(values)));
