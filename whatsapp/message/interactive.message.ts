import { present, type Field } from '../../form/field';
import { fieldsOfVariants, variants } from '../../form/variants';
import { interactiveTypes } from './interactive/interactiveTypes';
import type { MessageType } from './messageType';

const interactiveType = variants('Interactive Type', 'interactiveType', interactiveTypes, {
	default: 'button',
});

/** Header, body and footer, each for the types that have it; fields of the same name side by side. */
function frameFields(): Field[] {
	const fields = fieldsOfVariants(
		interactiveType,
		interactiveTypes.map(({ value, header, body, footer }) => ({
			value,
			fields: [...(header?.fields ?? []), body, ...(footer ? [footer] : [])],
		})),
	);
	const names = [...new Set(fields.map(({ property }) => property.name))];
	return names.flatMap((name) => fields.filter(({ property }) => property.name === name));
}

export const interactive: MessageType = {
	name: 'Interactive',
	value: 'interactive',
	description: 'Buttons, lists, Flows, products and other tappable messages',
	fields: [
		interactiveType,
		...frameFields(),
		...fieldsOfVariants(interactiveType, interactiveTypes),
	],
	content: (form) => {
		const type = interactiveType.of(form);
		return present({
			type: type.value,
			header: type.header?.of(form),
			body: present({ text: type.body.of(form) }),
			footer: present({ text: type.footer?.of(form) }),
			action: type.action(form),
		});
	},
};
