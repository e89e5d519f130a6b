import type { IDataObject } from 'n8n-workflow';
import type { Field } from '../../../form/field';
import type { Form } from '../../../form/form';

/** What the cards of a carousel hold. */
export interface CardType {
	/** As shown. */
	name: string;
	value: string;
	description: string;
	/** The fields of a card. */
	fields: Field[];
	/**
	 * The cards, without their positions. Pure.
	 *
	 * @param label of the list of cards
	 * @throws FieldError when WhatsApp would not take one, or they do not match each other
	 */
	cards(rows: Form[], message: Form, label: string): IDataObject[];
}
