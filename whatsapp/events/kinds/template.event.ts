import type { IDataObject } from 'n8n-workflow';
import { readWhole, type EventKind } from '../event';
import { isoTime } from '../time';
import { known, knownList, record, text, texts } from '../../../form/unknown';

/** The texts of a template. Source: Meta, message_template_components_update. */
const componentsOf = (value: IDataObject) =>
	known({
		header: text(value.message_template_title),
		body: text(value.message_template_element),
		footer: text(value.message_template_footer),
		buttons: knownList(value.message_template_buttons, (button) => ({
			type: text(button.message_template_button_type),
			text: text(button.message_template_button_text),
			url: text(button.message_template_button_url),
			phoneNumber: text(button.message_template_button_phone_number),
		})),
	});

/** What happens to templates: review, quality, category, content. */
export const template: EventKind = {
	kind: 'template',
	triggerOn: {
		name: 'Template Update',
		value: 'templateUpdates',
		description: 'Review, quality, category and content of your templates',
	},
	webhookFields: [
		'message_template_components_update',
		'message_template_quality_update',
		'message_template_status_update',
		'template_category_update',
		'template_correct_category_detection',
	],
	read: readWhole('template', (value) => ({
		event: text(value.event) ?? null,
		templateId: text(value.message_template_id) ?? null,
		templateName: text(value.message_template_name) ?? null,
		templateLanguage: text(value.message_template_language) ?? null,
		...known({
			templateCategory: text(value.message_template_category ?? value.category),
			components: componentsOf(value),
			reason: text(value.reason),
			previousQuality: text(value.previous_quality_score),
			newQuality: text(value.new_quality_score),
			...texts(value, 'previous_category', 'new_category', 'correct_category'),
			categoryChangesAt: isoTime(value.category_update_timestamp),
			disableInfo: known(record(value.disable_info)),
			otherInfo: known(record(value.other_info)),
			rejectionInfo: known(record(value.rejection_info)),
		}),
	})),
};
