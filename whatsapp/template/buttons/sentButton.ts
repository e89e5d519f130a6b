import type { IDataObject } from 'n8n-workflow';
import { textIn } from '../parts';
import {
	namesIn,
	type ComponentContext,
	type Names,
	type TemplateComponent,
} from '../send/component';

/** A button of a definition. */
export interface Button {
	context: ComponentContext;
	definition: IDataObject;
	/** Zero-based position among all buttons, also those that need no value. */
	index: number;
}

/** Makes the part of a button, or undefined where nothing has to be filled in for it. */
export type BuildButton = (button: Button) => TemplateComponent | undefined;

/** The names of a button's field, e.g. "Button 1 payload" and "button1Payload". */
export const buttonNames = ({ context, index }: Button, what: string, name: string): Names =>
	namesIn(context, `Button ${index + 1} ${what}`, `button${index + 1}${name}`);

/** The text on the button, to find it by. */
export const textInQuotes = ({ definition }: Button): string => {
	const text = textIn(definition, 'text');
	return text === '' ? '' : ` “${text}”`;
};

/** The send component of a button. */
export const buttonComponent = (
	{ index }: Button,
	subType: string,
	parameter: IDataObject,
): IDataObject => ({
	type: 'button',
	sub_type: subType,
	index: String(index),
	parameters: [parameter],
});

/** The send component of a button whose values are one action. */
export const actionComponent = (button: Button, subType: string, action: IDataObject) =>
	buttonComponent(button, subType, { type: 'action', action });
