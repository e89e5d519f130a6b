import type { IDataObject } from 'n8n-workflow';
import { link, text } from '../../../form/texts';
import { objectsIn, wordIn } from '../parts';
import { askedAs, type TemplateComponent } from './component';
import type { TemplateDefinition } from './definition';
import { isCodeButton } from './oneTimeCode';

const TYPE = 'tap_target_configuration';

/** WhatsApp's limit of both, in characters. */
const MAX = 2000;

const url = askedAs(
	link('Tap target URL', 'tapTargetUrl', {
		needed: true,
		rule: { maxLength: MAX, by: 'WhatsApp' },
	}),
	'Tap target: URL to open when the image is tapped (available to few businesses)',
	{ rare: true },
);

const title = askedAs(
	text('Tap target title', 'tapTargetTitle', { needed: true, max: MAX }),
	'Tap target: title above the URL',
	{ rare: true },
);

/** The two belong together, or are both left out. */
const tapTarget: TemplateComponent = {
	fields: [url, title],
	component: (form) => {
		if ([url, title].every((field) => form.isEmpty(field))) return undefined;
		const target = { url: url.of(form), title: title.of(form) };
		return { type: TYPE, parameters: [{ type: TYPE, [TYPE]: [target] }] };
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
