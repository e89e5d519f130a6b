import { choice } from '../../../form/choices';
import type { Field } from '../../../form/field';
import { shownWhen, variants } from '../../../form/variants';
import { CATEGORIES } from '../fields';
import { authenticationFields } from './authenticationFields';
import { bodyExamples, bodyText } from './bodyFields';
import { buttons } from './buttonFields';
import { cardHeaderFormat, cards } from './cardFields';
import { footerText } from './footerField';
import {
	headerExample,
	headerFormat,
	headerHandle,
	headerText,
	offerHeaderFormat,
} from './headerFields';
import { offerExpires, offerText } from './offerFields';
import { authentication, templateTypes } from './templateTypes';

export const templateType = variants('Template Type', 'templateType', templateTypes, {
	default: 'standard',
});

const shownForTypes = (types: typeof templateTypes, fields: Field[]) =>
	shownWhen({ [templateType.property.name]: types.map(({ value }) => value) }, fields);

/** The category, where the type of the template leaves a choice. */
export const category = choice('Category', 'templateCategory', CATEGORIES, {
	default: 'UTILITY',
	needed: true,
	description:
		"What the template is for, which determines its price. For one-time codes, choose another 'Template Type'.",
});

export const categoryFields = shownForTypes(
	templateTypes.filter((type) => type !== authentication),
	[category],
);

/** The fields of all types, in the order of the form: what has to be filled in comes first. */
const IN_ORDER: Field[] = [
	headerFormat,
	offerHeaderFormat,
	headerText,
	headerHandle,
	offerText,
	offerExpires,
	bodyText,
	headerExample,
	bodyExamples,
	cardHeaderFormat,
	cards,
	footerText,
	buttons,
	...authenticationFields,
];

/** The fields of the components, each for the types that have it. */
export const componentFields = IN_ORDER.flatMap((field) =>
	shownForTypes(
		templateTypes.filter(({ fields }) => fields.includes(field)),
		[field],
	),
);
