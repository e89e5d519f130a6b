import type { IDataObject } from 'n8n-workflow';
import type { Field } from '../../../form/field';
import type { Form } from '../../../form/form';
import { singleProduct } from '../buttons/singleProduct.button';
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
import { footerComponent, footerText } from './footerField';
import {
	headerComponent,
	headerExample,
	headerFormat,
	headerHandle,
	headerText,
	offerHeaderComponent,
	offerHeaderFormat,
} from './headerFields';
import { offerComponent, offerExpires, offerText } from './offerFields';

/** One kind of template: its fields, and the components that they become. */
interface TemplateType {
	/** As shown. */
	name: string;
	value: string;
	description: string;
	fields: Field[];
	/**
	 * The components of the definition, from the form. Pure.
	 *
	 * @throws FieldError when WhatsApp would not take them
	 */
	components(form: Form): IDataObject[];
}

const HEADER_FIELDS = [headerFormat, headerText, headerHandle, headerExample];
const BODY_FIELDS = [bodyText, bodyExamples];

const standard: TemplateType = {
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
};

/** It leaves no choice of a category. */
export const authentication: TemplateType = {
	name: 'Authentication',
	value: 'authentication',
	description: 'A one-time code, with text written by WhatsApp',
	fields: authenticationFields,
	components: authenticationComponents,
};

const callPermissionRequest: TemplateType = {
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
};

const carousel: TemplateType = {
	name: 'Carousel',
	value: 'carousel',
	description: 'Text and 2 to 10 cards side by side',
	fields: [...BODY_FIELDS, cardHeaderFormat, cards],
	components: (form) => [bodyComponent(form), carouselComponent(form)],
};

const limitedTimeOffer: TemplateType = {
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
};

const product: TemplateType = {
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
};

/** All kinds of templates. */
export const templateTypes: TemplateType[] = [
	standard,
	authentication,
	callPermissionRequest,
	carousel,
	limitedTimeOffer,
	product,
];
