import type {
	ILoadOptionsFunctions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';
import { templateFields } from '../template/fields';
import type { TemplateField } from '../template/part';
import { readTemplate, templateInAnswer } from '../template/sendable';
import { chosenBusinessAccount, chosenInPanel, fetchForEditor } from './editor';

/** The members that name the template which is chosen in the panel, or undefined while none is. */
function chosenTemplate(context: ILoadOptionsFunctions) {
	if (context.getCurrentNodeParameter('templateBy') === 'templateName') {
		const templateName = chosenInPanel(context, 'templateName');
		const templateLanguageCode = chosenInPanel(context, 'templateLanguageCode');
		return templateName && templateLanguageCode
			? { templateName, templateLanguageCode }
			: undefined;
	}
	const metaTemplateId = chosenInPanel(context, 'metaTemplateId');
	return metaTemplateId ? { metaTemplateId } : undefined;
}

const mapperField = ({ id, label, type, required, rare }: TemplateField): ResourceMapperField => ({
	id,
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
	if (!chosen) {
		return { fields: [], emptyFieldsNotice: 'Choose a template to see its fields.' };
	}
	const id = await chosenBusinessAccount(this);
	const answer = await fetchForEditor(this, {
		method: 'GET',
		url: '/v1/whatsapp/template',
		qs: { id, ...chosen },
	});
	const fields = templateFields(readTemplate(templateInAnswer(answer)));
	return {
		fields: fields.map(mapperField),
		emptyFieldsNotice: 'This template has no fields to fill in.',
	};
}
