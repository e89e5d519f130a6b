import type { IDataObject } from 'n8n-workflow';
import { idIn, labelIn, type ComponentContext, type TemplateComponent } from '../send/component';
import { textIn } from '../send/definition';

/** A button of a definition. */
export interface Button {
	context: ComponentContext;
	definition: IDataObject;
	/** Zero-based position among all buttons, also those that need no value. */
	index: number;
}

/** Makes the part of a button, or undefined where nothing has to be filled in for it. */
export type BuildButton = (button: Button) => TemplateComponent | undefined;

/** The ID of a button's field, e.g. "button1UrlSuffix". */
export const buttonId = ({ context, index }: Button, what: string): string =>
	idIn(context, `button${index + 1}${what}`);

/** What errors call a button's field, e.g. "Button 1 payload". */
export const buttonLabel = ({ context, index }: Button, what: string): string =>
	labelIn(context, `Button ${index + 1} ${what}`);

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
