import type {
	ILoadOptionsFunctions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';
import { getTemplate } from '../../../aws/clients/socialMessaging';
import { Template } from '../../../whatsapp/template/send/template';
import { languageAdvice } from '../../../whatsapp/template/language';
import type { TemplateField } from '../../../whatsapp/template/send/component';
import { readTemplate, templateInAnswer } from '../../../whatsapp/template/send/definition';
import { chosenBusinessAccount, chosenInPanel, forEditor } from '../editor';

const NOT_CHOSEN = 'Choose a template to see its fields.';

/** The members that name the template which is chosen in the panel, or what is still to be done there. */
function chosenTemplate(context: ILoadOptionsFunctions): Record<string, string> | string {
	if (context.getCurrentNodeParameter('templateBy') === 'templateName') {
		const templateName = chosenInPanel(context, 'templateName');
		const templateLanguageCode = chosenInPanel(context, 'templateLanguageCode');
		if (!templateName || !templateLanguageCode) return NOT_CHOSEN;
		const advice = languageAdvice(templateLanguageCode);
		return advice === undefined
			? { templateName, templateLanguageCode }
			: `This is not a valid WhatsApp language code. ${advice}`;
	}
	const metaTemplateId = chosenInPanel(context, 'metaTemplateId');
	return metaTemplateId ? { metaTemplateId } : NOT_CHOSEN;
}

const mapperField = ({
	property,
	label,
	type,
	required,
	rare,
}: TemplateField): ResourceMapperField => ({
	id: property.name,
	displayName: label,
	type,
	required,
	display: true,
	defaultMatch: false,
	...(rare ? { removed: true } : {}),
});

/** The fields of the chosen template for n8n's resource mapper. */
export async function getTemplateFields(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	const chosen = chosenTemplate(this);
	if (typeof chosen === 'string') return { fields: [], emptyFieldsNotice: chosen };
	const answer = await forEditor(
		this,
		async (client) => await getTemplate(client, await chosenBusinessAccount(client), chosen),
	);
	const { fields } = new Template(readTemplate(templateInAnswer(answer)));
	return {
		fields: fields.map(mapperField),
		emptyFieldsNotice: 'This template has no fields to fill in.',
	};
}
