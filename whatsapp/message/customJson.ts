import type { IDataObject } from 'n8n-workflow';
import { FieldError } from '../../form/fieldError';
import type { Form } from '../../form/form';
import { isRecord } from '../../form/unknown';
import { jsonObject } from '../../form/jsonFields';
import { textOf } from '../../form/rule';
import { checkLanguage } from '../template/language';
import { phoneNumberOf } from './phoneNumber';

export const customJson = jsonObject('Message', 'message', {
	default: '{\n  "to": "+4915112345678",\n  "type": "text",\n  "text": { "body": "Hello" }\n}',
	required: true,
	description: `The whole message in the format of WhatsApp's Cloud API. "messaging_product" is added if missing.`,
	advice: 'It must be one message in curly braces, with "to", "type" and the content of that type.',
});

/** A template in a language of another spelling is not found, once WhatsApp has taken the message. */
function checkTemplateLanguage({ template }: IDataObject, label: string): void {
	if (!isRecord(template) || !isRecord(template.language)) return;
	const { code } = template.language;
	if (typeof code === 'string') checkLanguage(code, `${label}: template.language.code`);
}

/**
 * The message that the user wrote as JSON, given as an object or as text. Only what AWS demands of
 * every message is seen to, the product and the "+" of the recipient, and how a template's language is
 * written.
 */
export function customMessage(form: Form): IDataObject {
	const label = form.label(customJson);
	const { messaging_product: product = 'whatsapp', to, ...rest } = customJson.of(form);
	if (product !== 'whatsapp') {
		throw new FieldError(
			`'${label}' is not a WhatsApp message`,
			'"messaging_product" must be "whatsapp". Correct it, or remove it.',
		);
	}
	checkTemplateLanguage(rest, label);
	if (to === undefined) return { messaging_product: 'whatsapp', ...rest };
	// A group is named by its ID, everybody else by a phone number.
	const recipient =
		rest.recipient_type === 'group'
			? to
			: phoneNumberOf(textOf(to, `${label}: to`), `${label}: to`);
	return { messaging_product: 'whatsapp', to: recipient, ...rest };
}
