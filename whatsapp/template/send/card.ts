import type { IDataObject } from 'n8n-workflow';
import type { Form } from '../../../form/form';
import { bodyParts } from './body';
import { buttonParts } from './buttons';
import { headerParts } from './header';
import { MAX_CARD_BODY } from '../limits';
import {
	buildComponents,
	type ComponentBuilder,
	type ComponentContext,
	type SendContext,
	type TemplateField,
} from './component';

/** What a card may hold, in the order in which it is sent. */
const COMPONENTS = new Map<string, ComponentBuilder>([
	['HEADER', headerParts],
	['BODY', bodyParts],
	['BUTTONS', buttonParts],
]);

/** A card of a carousel. */
export interface Card {
	fields: TemplateField[];
	/** Whether anything was filled in that belongs to this card alone. */
	isFilledIn(form: Form): boolean;
	component(form: Form, sending: SendContext): IDataObject;
}

/** @param index zero-based position of the card */
export function cardOf(context: ComponentContext, components: IDataObject[], index: number): Card {
	const prefix = `card${index + 1}`;
	const parts = buildComponents(
		COMPONENTS,
		{ ...context, prefix, label: `Card ${index + 1}: `, maxBody: MAX_CARD_BODY },
		components,
	);
	const fields = parts.flatMap((part) => part.fields);
	return {
		fields,
		isFilledIn: (form) =>
			fields.some((field) => field.property.name.startsWith(prefix) && !form.isEmpty(field)),
		component: (form, sending) => ({
			card_index: index,
			components: parts.flatMap((part) => part.component(form, sending) ?? []),
		}),
	};
}
