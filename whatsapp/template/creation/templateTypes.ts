import { authenticationComponents, authenticationFields } from './authenticationFields';
import { body, bodyExamplesField, bodyField, MAX_PRODUCT_BODY } from './bodyFields';
import { buttons, buttonsField, offerButtons } from './buttonFields';
import { singleProduct } from '../buttons/templateButtons';
import { cardHeaderFormatField, cardsField, carousel } from './cardFields';
import { footer, footerField } from './footerField';
import {
	header,
	headerExampleField,
	headerFormatField,
	headerHandleField,
	headerTextField,
	offerHeader,
	offerHeaderFormatField,
} from './headerFields';
import { MAX_OFFER_BODY, offer, offerExpiresField, offerTextField } from './offerFields';
import type { TemplateType } from './templateType';

const HEADER_FIELDS = [headerFormatField, headerTextField, headerHandleField, headerExampleField];
const BODY_FIELDS = [bodyField, bodyExamplesField];

const standard: TemplateType = {
	name: 'Standard',
	value: 'standard',
	description: 'Header, body, footer and buttons',
	fields: [...HEADER_FIELDS, ...BODY_FIELDS, footerField, buttonsField],
	components: (form) => [...header(form), body(form), ...footer(form), ...buttons(form)],
};

const authentication: TemplateType = {
	name: 'Authentication',
	value: 'authentication',
	description: 'A one-time code, with a text that WhatsApp writes',
	fields: authenticationFields,
	components: authenticationComponents,
};

const callPermissionRequest: TemplateType = {
	name: 'Call Permission Request',
	value: 'callPermissionRequest',
	description: 'Asks whether you may call',
	fields: [...HEADER_FIELDS, ...BODY_FIELDS, footerField],
	components: (form) => [
		...header(form),
		body(form),
		...footer(form),
		{ type: 'CALL_PERMISSION_REQUEST' },
	],
};

const cards: TemplateType = {
	name: 'Carousel',
	value: 'carousel',
	description: 'A text and 2 to 10 cards side by side',
	fields: [...BODY_FIELDS, cardHeaderFormatField, cardsField],
	components: (form) => [body(form), carousel(form)],
};

const limitedTimeOffer: TemplateType = {
	name: 'Limited-Time Offer',
	value: 'limitedTimeOffer',
	description: 'An offer that can show how long it lasts',
	fields: [
		offerHeaderFormatField,
		headerHandleField,
		offerTextField,
		offerExpiresField,
		...BODY_FIELDS,
		buttonsField,
	],
	components: (form) => [
		...offerHeader(form),
		offer(form),
		body(form, MAX_OFFER_BODY),
		...offerButtons(form),
	],
};

const product: TemplateType = {
	name: 'Product',
	value: 'product',
	description: 'One product of your catalog, which each message chooses',
	fields: [...BODY_FIELDS, footerField],
	components: (form) => [
		{ type: 'HEADER', format: 'PRODUCT' },
		body(form, MAX_PRODUCT_BODY),
		...footer(form),
		{ type: 'BUTTONS', buttons: [{ type: singleProduct.value, ...singleProduct.keys() }] },
	],
};

/** All kinds of templates. */
export const templateTypes: TemplateType[] = [
	standard,
	authentication,
	callPermissionRequest,
	cards,
	limitedTimeOffer,
	product,
];
