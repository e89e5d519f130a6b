import { variantFields, variantOptions, selected } from '../../form/variants';
import { frameFields, interactiveContent } from './interactive/headerBodyFooter';
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
			options: variantOptions(interactiveTypes),
			default: 'button',
		},
		...frameFields(interactiveTypes),
		...variantFields('interactiveType', interactiveTypes),
	],
	content: (form) => interactiveContent(form, selected(form, 'interactiveType', interactiveTypes)),
};
