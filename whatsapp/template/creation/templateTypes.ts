import type { IDataObject } from 'n8n-workflow';
import { choice, flag } from '../../../form/choices';
import type { Field } from '../../../form/field';
import type { Form } from '../../../form/form';
import { text } from '../../../form/texts';
import { shownWhen, variants, type Variant } from '../../../form/variants';
import { singleProduct } from '../buttons/singleProduct.button';
import { CATEGORIES } from '../fields';
import { withoutVariables } from '../typedText';
import { authenticationComponents, authenticationFields } from './authenticationFields';
import {
	bodyComponent,
	bodyExamples,
	bodyText,
	offerBodyText,
	productBodyText,
} from './bodyFields';
import { buttons, buttonsComponent } from './buttonFields';
import { cardHeaderFormat, cards, carouselComponent } from './cardFields';
import {
	headerComponent,
	headerExample,
	headerFormat,
	headerHandle,
	headerText,
	offerHeaderComponent,
	offerHeaderFormat,
} from './headerFields';

/** One kind of template: its fields, and the components that they become. */
interface TemplateType extends Variant {
	/** The components of the definition. Pure. Throws a FieldError when WhatsApp would not take them. */
	components(form: Form): IDataObject[];
}

const footerText = withoutVariables(
	text('Footer', 'footerText', {
		max: 60,
		example: 'Reply STOP to unsubscribe',
		description: 'Small gray text at the end, at most {max} characters and without variables',
	}),
);

/** The footer of a template, if it has one. */
function footerComponent(form: Form): IDataObject[] {
	const footer = footerText.of(form);
	return footer.trim() === '' ? [] : [{ type: 'FOOTER', text: footer }];
}

const offerText = withoutVariables(
	text('Offer Text', 'offerText', {
		max: 16,
		required: true,
		example: 'Flash sale!',
		description: 'Shown above the body. At most {max} characters, without variables.',
	}),
);

const offerExpires = flag('Offer Expires', 'offerExpires', {
	default: true,
	strict: true,
	description:
		'Whether messages show how long the offer lasts. Each message then needs its expiration.',
});

/** What makes a template a limited-time offer. */
const offerComponent = (form: Form): IDataObject => ({
	type: 'LIMITED_TIME_OFFER',
	limited_time_offer: { text: offerText.of(form), has_expiration: offerExpires.of(form) },
});

const HEADER_FIELDS = [headerFormat, headerText, headerHandle, headerExample];
const BODY_FIELDS = [bodyText, bodyExamples];

/** It leaves no choice of a category. */
export const authentication: TemplateType = {
	name: 'Authentication',
	value: 'authentication',
	description: 'A one-time code, with text written by WhatsApp',
	fields: authenticationFields,
	components: authenticationComponents,
};

const templateTypes: TemplateType[] = [
	{
		name: 'Standard',
		value: 'standard',
		description: 'Header, body, footer and buttons',
		fields: [...HEADER_FIELDS, ...BODY_FIELDS, footerText, buttons],
		components: (form) => [
			...headerComponent(form),
			bodyComponent(form),
			...footerComponent(form),
			...buttonsComponent(form),
		],
	},
	authentication,
	{
		name: 'Call Permission Request',
		value: 'callPermissionRequest',
		description: 'Asks the customer whether you may call',
		fields: [...HEADER_FIELDS, ...BODY_FIELDS, footerText],
		components: (form) => [
			...headerComponent(form),
			bodyComponent(form),
			...footerComponent(form),
			{ type: 'CALL_PERMISSION_REQUEST' },
		],
	},
	{
		name: 'Carousel',
		value: 'carousel',
		description: 'Text and 2 to 10 cards side by side',
		fields: [...BODY_FIELDS, cardHeaderFormat, cards],
		components: (form) => [bodyComponent(form), carouselComponent(form)],
	},
	{
		name: 'Limited-Time Offer',
		value: 'limitedTimeOffer',
		description: 'An offer that can show when it expires',
		fields: [offerHeaderFormat, headerHandle, offerText, offerExpires, ...BODY_FIELDS, buttons],
		components: (form) => [
			...offerHeaderComponent(form),
			offerComponent(form),
			bodyComponent(form, offerBodyText),
			...buttonsComponent(form, true),
		],
	},
	{
		name: 'Product',
		value: 'product',
		description: 'One product of your catalog, chosen in each message',
		fields: [...BODY_FIELDS, footerText],
		components: (form) => [
			{ type: 'HEADER', format: 'PRODUCT' },
			bodyComponent(form, productBodyText),
			...footerComponent(form),
			{
				type: 'BUTTONS',
				buttons: [{ type: singleProduct.value, ...singleProduct.create.members() }],
			},
		],
	},
];

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
