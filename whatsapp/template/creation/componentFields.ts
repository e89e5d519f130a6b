import type { INodeProperties } from 'n8n-workflow';
import { variantOptions, shownFor } from '../../../form/variants';
import { CATEGORY_FIELD } from '../fields';
import { authenticationFields } from './authenticationFields';
import { bodyExamplesField, bodyField } from './bodyFields';
import { buttonsField } from './buttonFields';
import { cardHeaderFormatField, cardsField } from './cardFields';
import { footerField } from './footerField';
import {
	headerExampleField,
	headerFormatField,
	headerHandleField,
	headerTextField,
	offerHeaderFormatField,
} from './headerFields';
import { offerExpiresField, offerTextField } from './offerFields';
import { templateTypes } from './templateTypes';

export const templateTypeField: INodeProperties = {
	displayName: 'Template Type',
	name: 'templateType',
	type: 'options',
	options: variantOptions(templateTypes),
	default: 'standard',
};

const typesWithout = (value: string) =>
	templateTypes.map((type) => type.value).filter((each) => each !== value);

/** The category, where the type of the template leaves a choice. */
export const categoryFields = shownFor('templateType', typesWithout('authentication'), [
	{
		...CATEGORY_FIELD,
		options: CATEGORY_FIELD.options?.filter(
			(option) => !('value' in option && option.value === 'AUTHENTICATION'),
		),
		description:
			"What the template is for, which decides on its price. For one-time codes, choose another 'Template Type'.",
	},
]);

/** The fields of all types, in the order of the form: what has to be filled in comes first. */
const IN_ORDER: INodeProperties[] = [
	headerFormatField,
	offerHeaderFormatField,
	headerTextField,
	headerHandleField,
	offerTextField,
	offerExpiresField,
	bodyField,
	headerExampleField,
	bodyExamplesField,
	cardHeaderFormatField,
	cardsField,
	footerField,
	buttonsField,
	...authenticationFields,
];

/** The fields of the components, each for the types that have it. */
export const componentFields: INodeProperties[] = IN_ORDER.flatMap((field) =>
	shownFor(
		'templateType',
		templateTypes.filter(({ fields }) => fields.includes(field)).map(({ value }) => value),
		[field],
	),
);
