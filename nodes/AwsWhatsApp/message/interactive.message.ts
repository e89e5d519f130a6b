import { choiceFields, choiceOptions, chosen } from '../fields/choices';
import { frameFields, interactiveContent } from './interactive/frame';
import { interactiveTypes } from './interactive/interactiveTypes';
import type { MessageType } from './messageType';

export const interactive: MessageType = {
	name: 'Interactive',
	value: 'interactive',
	description: 'Buttons, lists, Flows, products and everything else that can be pressed',
	fields: [
		{
			displayName: 'Interactive Type',
			name: 'interactiveType',
			type: 'options',
			options: choiceOptions(interactiveTypes),
			default: 'button',
		},
		...frameFields(interactiveTypes),
		...choiceFields('interactiveType', interactiveTypes),
	],
	content: (form) => interactiveContent(form, chosen(form, 'interactiveType', interactiveTypes)),
};
