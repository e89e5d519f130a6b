import { oneTimeCode, oneTimeCodeField } from '../send/oneTimeCode';
import { textIn } from '../send/definition';
import { shortened, variablesIn } from '../send/variables';
import {
	buttonComponent,
	buttonId,
	buttonLabel,
	buttonText,
	type BuildButton,
	type Button,
} from './sentButton';
import { urlSuffix } from './urlSuffix';

const MAX_SHOWN = 40;

/** The template's example is the whole address; what is of interest is its end. */
function exampleOf({ definition }: Button, start: string): string {
	const [example] = [definition.example].flat();
	if (typeof example !== 'string' || example === '') return '';
	return example.startsWith(start) ? example.slice(start.length) : example;
}

/** A button with a link whose end is a variable. */
export const urlButton: BuildButton = (button) => {
	const { definition, context: context } = button;
	const url = textIn(definition, 'url');
	const [variable] = variablesIn(url);
	if (!variable) return undefined;
	const [start = ''] = url.split('{{');
	const { name, isNamed } = variable;
	const ownId = isNamed && context.prefix === '' ? name : undefined;
	const id = ownId ?? buttonId(button, isNamed ? `_${name}` : 'UrlSuffix');
	const shortLabel = buttonLabel(button, 'link');
	const example = exampleOf(button, start);
	const like = example === '' ? '' : ` (e.g. ${shortened(example, MAX_SHOWN)})`;
	return {
		fields: [
			{
				id,
				label: `${shortLabel}${buttonText(button)}: what follows ${shortened(start, MAX_SHOWN)}${like}`,
				shortLabel,
				type: 'string',
				required: true,
			},
		],
		component: (form) => {
			const parameter = { type: 'text', text: urlSuffix(form, id, start) };
			return buttonComponent(
				button,
				'url',
				isNamed ? { ...parameter, parameter_name: name } : parameter,
			);
		},
	};
};

/** The button of a one-time code, which is a link for WhatsApp, whatever it looks like. */
export const codeButton: BuildButton = (button) => ({
	fields: [oneTimeCodeField],
	component: (form) => buttonComponent(button, 'url', { type: 'text', text: oneTimeCode(form) }),
});
