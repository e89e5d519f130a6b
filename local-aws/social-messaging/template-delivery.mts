import { isObject } from './message.mts';
import type { Component } from './template-definition.mts';
import type { Template } from './templates.mts';

/** What WhatsApp objects to in a template message; nothing when it delivers it. */
type Failure = string | undefined;

const upper = (value: unknown): string => (typeof value === 'string' ? value.toUpperCase() : '');
const objectsIn = (value: unknown): Component[] =>
	Array.isArray(value) ? value.filter(isObject) : [];
const ofType = (components: Component[], type: string): Component | undefined =>
	components.find((component) => upper(component.type) === type);
const parametersOf = (component: Component | undefined): Component[] =>
	objectsIn(component?.parameters);

function variablesIn(text: unknown): string[] {
	if (typeof text !== 'string') return [];
	return [...new Set([...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name = '']) => name))];
}

const mismatch = (details: string): string =>
	`132012 Parameter format does not match format in the created template: ${details}`;
const missing = (details: string): string => `131008 Required parameter is missing: ${details}`;

/** The values of a text with variables: as many as there are, none empty, named where the template names them. */
function failureOfValues(text: unknown, sent: Component | undefined, where: string): Failure {
	const names = variablesIn(text);
	const given = parametersOf(sent);
	if (given.length !== names.length)
		return `132000 Number of parameters does not match the expected number of params: ${where}: number of localizable_params (${given.length}) does not match the expected number of params (${names.length})`;
	if (given.some((value) => upper(value.type) === 'TEXT' && (value.text ?? '') === ''))
		return missing(`${where}: a parameter of type text must have a non-empty text`);
	const isNamed = names.some((name) => !/^\d+$/.test(name));
	if (!isNamed) return undefined;
	if (given.some(({ parameter_name: name }) => typeof name !== 'string' || name === ''))
		return `100 Invalid parameter: ${where}: Parameter name is missing or empty`;
	const unknown = given.find(({ parameter_name: name }) => !names.includes(String(name)));
	return unknown && mismatch(`${where}: there is no ${String(unknown.parameter_name)}`);
}

function failureOfHeader(defined: Component, sent: Component | undefined): Failure {
	const format = upper(defined.format);
	if (format === 'TEXT') return failureOfValues(defined.text, sent, 'header');
	const [given] = parametersOf(sent);
	const type = upper(given?.type);
	return type === format
		? undefined
		: mismatch(`header: Format mismatch, expected ${format}, received ${type || 'UNKNOWN'}`);
}

/** By the type in the definition: how the button is called when sending, if it cannot be left out. */
function requiredSubtype(button: Component): string | undefined {
	const type = upper(button.type);
	if (type === 'URL') return variablesIn(button.url).length > 0 ? 'URL' : undefined;
	if (type === 'OTP') return 'URL';
	return ['COPY_CODE', 'MPM', 'ORDER_DETAILS'].includes(type) ? type : undefined;
}

function failureOfButtons(defined: Component | undefined, sent: Component[]): Failure {
	const buttons = objectsIn(defined?.buttons);
	const given = sent.filter(({ type }) => upper(type) === 'BUTTON');
	const stray = given.find(({ index }) => index !== undefined && !buttons[Number(index)]);
	if (stray) return mismatch(`button: there is none at index ${String(stray.index)}`);
	for (const [index, button] of buttons.entries()) {
		const subtype = requiredSubtype(button);
		const component = given.find((one) => Number(one.index ?? Number.NaN) === index);
		if (subtype === undefined) continue;
		if (!component || parametersOf(component).length === 0)
			return missing(`button at index ${index} of type ${subtype} requires a parameter`);
		if (upper(component.sub_type) !== subtype)
			return mismatch(`button at index ${index}: expected ${subtype}`);
	}
	return undefined;
}

function failureOfCarousel(defined: Component, sent: Component | undefined): Failure {
	const cards = objectsIn(defined.cards);
	const given = objectsIn(sent?.cards);
	const header = ofType(objectsIn(cards[0]?.components), 'HEADER');
	const isOfProducts = upper(header?.format) === 'PRODUCT';
	// The definition of a carousel of products shows two of the up to ten cards.
	if (isOfProducts ? given.length < 2 || given.length > 10 : given.length !== cards.length)
		return mismatch(`carousel: expected ${cards.length} cards, received ${given.length}`);
	return given
		.map((card, index) =>
			failureOfComponents(
				objectsIn((cards[index] ?? cards[0])?.components),
				objectsIn(card.components),
			),
		)
		.find((failure) => failure !== undefined);
}

function failureOfComponents(defined: Component[], sent: Component[]): Failure {
	const header = ofType(defined, 'HEADER');
	const offer = ofType(defined, 'LIMITED_TIME_OFFER')?.limited_time_offer;
	const carousel = ofType(defined, 'CAROUSEL');
	return (
		failureOfValues(ofType(defined, 'BODY')?.text, ofType(sent, 'BODY'), 'body') ??
		(header && failureOfHeader(header, ofType(sent, 'HEADER'))) ??
		(isObject(offer) && offer.has_expiration === true && !ofType(sent, 'LIMITED_TIME_OFFER')
			? missing('limited_time_offer')
			: undefined) ??
		failureOfButtons(ofType(defined, 'BUTTONS'), sent) ??
		(carousel && failureOfCarousel(carousel, ofType(sent, 'CAROUSEL')))
	);
}

/** The components as recipients get them: of a one-time password, Meta writes the texts itself. */
export function writtenComponents({ category, components }: Template): Component[] {
	if (category !== 'AUTHENTICATION') return structuredClone(components);
	return components.map((component) => {
		const { code_expiration_minutes: minutes, add_security_recommendation: warns } = component;
		const text =
			upper(component.type) === 'BODY'
				? `*{{1}}* is your verification code.${warns === true ? ' For your security, do not share this code.' : ''}`
				: minutes === undefined
					? undefined
					: `This code expires in ${String(minutes)} minutes.`;
		return { ...(text === undefined ? {} : { text }), ...structuredClone(component) };
	});
}

/** Why WhatsApp would not deliver a template message that AWS has queued. */
export function failureOfTemplate(
	content: Record<string, unknown>,
	template: Template | undefined,
): Failure {
	const { name, language } = content;
	const code = isObject(language) ? language.code : undefined;
	if (typeof name !== 'string' || typeof code !== 'string')
		return missing('name and language.code');
	if (template?.status === 'PAUSED') return '132015 Template is paused';
	if (template?.status === 'DISABLED') return '132016 Template is disabled';
	if (template?.status !== 'APPROVED')
		return `132001 Template name does not exist in the translation: template name (${name}) ${template ? 'is not approved' : 'does not exist'} in ${code}`;
	return failureOfComponents(writtenComponents(template), objectsIn(content.components));
}
