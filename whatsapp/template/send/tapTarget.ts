import type { IDataObject } from 'n8n-workflow';
import { linkOf } from '../../../form/link';
import { isCodeButton } from './oneTimeCode';
import type { TemplateField, TemplateComponent } from './component';
import { objectsIn, wordIn, type TemplateDefinition } from './definition';

const TYPE = 'tap_target_configuration';
const MAX_URL = 2000;

const URL: TemplateField = {
	id: 'tapTargetUrl',
	label:
		'Tap target: link that a tap on the picture opens (WhatsApp allows this for few businesses)',
	shortLabel: 'Tap target link',
	type: 'string',
	required: false,
	rare: true,
};

const TITLE: TemplateField = {
	id: 'tapTargetTitle',
	label: 'Tap target: title above the link',
	shortLabel: 'Tap target title',
	type: 'string',
	required: false,
	rare: true,
};

const tapTarget: TemplateComponent = {
	fields: [URL, TITLE],
	component: (form) => {
		if (form.isEmpty(URL.id) && form.isEmpty(TITLE.id)) return undefined;
		const url = linkOf(form.id(URL.id), form.label(URL.id), { maxLength: MAX_URL, by: 'WhatsApp' });
		const title = form.requiredText(TITLE.id, MAX_URL);
		return { type: TYPE, parameters: [{ type: TYPE, [TYPE]: [{ url, title }] }] };
	},
};

const isTappable = (component: IDataObject) =>
	wordIn(component, 'format') === 'IMAGE' ||
	objectsIn(component, 'buttons').some(
		(button) => wordIn(button, 'type') === 'URL' && !isCodeButton(button),
	);

/** A picture, or a button with a link, can open another page under a title of its own. */
export const tapTargetParts = ({ components }: TemplateDefinition): TemplateComponent[] =>
	components.some(isTappable) ? [tapTarget] : [];
