import type { IDataObject } from 'n8n-workflow';
import { accountOfPhoneNumber, getTemplate } from '../../../../aws/clients/socialMessaging';
import { chosenTemplate, templateValues } from '../../../../whatsapp/template/fields';
import { envelope } from '../../../../whatsapp/message/envelope';
import { templateType } from '../../../../whatsapp/message/recipient';
import type { ItemRequest } from '../../../../engine/itemRequest';
import { FieldError } from '../../../../form/fieldError';
import { isRecord } from '../../../../form/unknown';
import { perRun } from '../../../../engine/memory';
import { readTemplate, templateInAnswer } from '../../../../whatsapp/template/send/definition';
import { previewOnly } from './sendOptions';
import { Template } from '../../../../whatsapp/template/send/template';

const accounts = perRun<string>();
const templates = perRun<Template>();

/** Templates belong to the business account of the phone number that sends them. */
async function accountOf(item: ItemRequest): Promise<string> {
	const id = String(item.request.body.originationPhoneNumberId);
	return await accounts(item.memory, id, async () => await accountOfPhoneNumber(item, id));
}

/** The chosen template, fetched and read once for all items that send it. */
async function templateOf(item: ItemRequest): Promise<Template> {
	const chosen = chosenTemplate(item.form);
	const id = await accountOf(item);
	return await templates(item.memory, { id, ...chosen }, async () => {
		const answer = await getTemplate(item, id, chosen);
		return new Template(readTemplate(templateInAnswer(answer)));
	});
}

function checkApproved({ definition: { name, language, status } }: Template): void {
	if (status === 'APPROVED') return;
	throw new FieldError(
		'The template cannot be sent',
		`${name} (${language}) has the status ${status}, but WhatsApp only sends templates that are APPROVED. Choose another template, or wait until this one is approved. The option '${previewOnly.property.displayName}' works in the meantime.`,
	);
}

/** What the user filled in, or with 'Map Automatically' the item's values of the same names. */
function valuesOf({ form, input }: ItemRequest, { fields }: Template): IDataObject {
	const given = templateValues.of(form);
	if (given.mappingMode === 'autoMapInputData') {
		const { json } = input;
		const ids = fields.map(({ property }) => property.name);
		return Object.fromEntries(
			ids.filter((id) => Object.hasOwn(json, id)).map((id) => [id, json[id]]),
		);
	}
	return isRecord(given.value) ? given.value : {};
}

/** A template message: the values of the form in the places that the template's definition has for them. */
export async function templateMessage(item: ItemRequest): Promise<IDataObject> {
	const { form, context } = item;
	const message = envelope(form, templateType);
	const template = await templateOf(item);
	if (!previewOnly.of(form.options)) checkApproved(template);
	const values = template.form(valuesOf(item, template));
	const sending = { message: form, timeZone: context.getTimezone(), now: Date.now() };
	return { ...message, template: template.content(values, sending) };
}
