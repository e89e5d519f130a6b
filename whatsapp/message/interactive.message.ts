import { untyped } from '../../form/field';
import { variantFields, variants } from '../../form/variants';
import { frameFields, interactiveContent } from './interactive/headerBodyFooter';
import { interactiveTypes } from './interactive/interactiveTypes';
import type { MessageType } from './messageType';

const interactiveType = variants('Interactive Type', 'interactiveType', interactiveTypes, {
	default: 'button',
});

export const interactive: MessageType = {
	name: 'Interactive',
	value: 'interactive',
	description: 'Buttons, lists, Flows, products and everything else that can be pressed',
	fields: [
		interactiveType,
		...frameFields(interactiveTypes).map(untyped),
		...variantFields('interactiveType', interactiveTypes).map(untyped),
	],
	content: (form) => interactiveContent(form, interactiveType.of(form)),
};
