import type { IDataObject } from 'n8n-workflow';
import { oneTimePassword } from '../buttons/oneTimePassword.button';
import type { TemplateButton } from '../buttons/templateButton';
import { templateButtons } from '../buttons/templateButtons';
import type { ComponentBuilder } from './component';
import { objectsIn, wordIn } from '../parts';
import { isCodeButton } from './oneTimeCode';

const BUTTONS = new Map(templateButtons.map((button) => [button.value, button]));

const buttonOf = (definition: IDataObject): TemplateButton | undefined =>
	isCodeButton(definition) ? oneTimePassword : BUTTONS.get(wordIn(definition, 'type'));

export const isKnownButton = (definition: IDataObject): boolean =>
	buttonOf(definition) !== undefined;

export const buttonParts: ComponentBuilder = (context, component) =>
	objectsIn(component, 'buttons').flatMap((definition, index) => {
		const button = context.isAuthentication ? oneTimePassword : buttonOf(definition);
		return button?.send?.({ context, definition, index }) ?? [];
	});
