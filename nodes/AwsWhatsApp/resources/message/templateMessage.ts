import type { IDataObject } from 'n8n-workflow';
import { accountOfPhoneNumber, getTemplate } from '../../../../aws/clients/socialMessaging';
import { chosenTemplate, TEMPLATE_FIELDS } from '../../../../whatsapp/template/fields';
import { envelope } from '../../../../whatsapp/message/envelope';
import type { ItemRequest } from '../../../../engine/itemRequest';
import { FieldError } from '../../../../form/fieldError';
import { isJsonObject } from '../../../../form/json';
import { perRun } from '../../../../engine/perRun';
import { templateContent } from '../../../../whatsapp/template/send/content';
import {
	checkSuperfluous,
	templateFields,
	templateForm,
} from '../../../../whatsapp/template/send/fields';
import {
	readTemplate,
	templateInAnswer,
	type TemplateDefinition,
} from '../../../../whatsapp/template/send/definition';

const accounts = perRun<string>();
const templates = perRun<TemplateDefinition>();

/** Templates belong to the business account of the phone number that sends them. */
async function accountOf(item: ItemRequest): Promise<string> {
	const id = String(item.request.body.originationPhoneNumberId);
	return await accounts(item.memory, id, async () => await accountOfPhoneNumber(item, id));
}

/** The definition of the chosen template, fetched once for all items that send it. */
async function templateOf(item: ItemRequest): Promise<TemplateDefinition> {
	const chosen = chosenTemplate(item.form);
	const id = await accountOf(item);
	return await templates(item.memory, { id, ...chosen }, async () => {
		const answer = await getTemplate(item, id, chosen);
		return readTemplate(templateInAnswer(answer));
	});
}

function checkApproved({ name, language, status }: TemplateDefinition): void {
	if (status === 'APPROVED') return;
	throw new FieldError(
		"'Template' cannot be sent",
		`${name} (${language}) has the status ${status}, and WhatsApp sends only what is APPROVED. Choose another template, or wait until it is approved. The option 'Preview Only' works meanwhile.`,
	);
}

/** What the user filled in, or with 'Map Automatically' what the item holds under the same names. */
function valuesOf({ form, input }: ItemRequest, template: TemplateDefinition): IDataObject {
	const mapper = form.raw(TEMPLATE_FIELDS);
	const given = isJsonObject(mapper) ? mapper : {};
	if (given.mappingMode === 'autoMapInputData') {
		const { json } = input;
		const ids = templateFields(template).map(({ id }) => id);
		return Object.fromEntries(
			ids.filter((id) => Object.hasOwn(json, id)).map((id) => [id, json[id]]),
		);
	}
	const values = isJsonObject(given.value) ? given.value : {};
	checkSuperfluous(template, values);
	return values;
}

/** A template message: the values of the form in the places that the template's definition has for them. */
export async function templateMessage(item: ItemRequest): Promise<IDataObject> {
	const { form, context } = item;
	const message = envelope(form, 'template');
	const template = await templateOf(item);
	if (!form.options.flag('previewOnly')) checkApproved(template);
	const values = templateForm(template, valuesOf(item, template));
	const surroundings = { message: form, timeZone: context.getTimezone(), now: Date.now() };
	return { ...message, template: templateContent(template, values, surroundings) };
}
