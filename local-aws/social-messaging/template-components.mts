import { isObject } from './message.mts';
import { metaRefusal } from './refusals.mts';
import type { Component, TemplateDefinition } from './template-definition.mts';

type Facts = Pick<TemplateDefinition, 'category' | 'parameterFormat'>;

const componentTypes = [
	'HEADER',
	'BODY',
	'FOOTER',
	'BUTTONS',
	'CAROUSEL',
	'LIMITED_TIME_OFFER',
	'CALL_PERMISSION_REQUEST',
];
const mediaFormats = ['IMAGE', 'VIDEO', 'DOCUMENT', 'GIF'];
const headerFormats = [...mediaFormats, 'TEXT', 'LOCATION', 'PRODUCT'];
const buttonTypes = [
	'QUICK_REPLY',
	'URL',
	'PHONE_NUMBER',
	'COPY_CODE',
	'OTP',
	'FLOW',
	'CATALOG',
	'MPM',
	'SPM',
	'ORDER_DETAILS',
	'REQUEST_CONTACT_INFO',
	'VOICE_CALL',
	'APP',
];

/** Meta takes these words in any case and answers in uppercase letters. */
const upper = (value: unknown): string => (typeof value === 'string' ? value.toUpperCase() : '');

function checkText(value: unknown, where: string, longest: number): string {
	if (typeof value !== 'string' || value === '')
		throw metaRefusal('Missing text', `The ${where} component needs a text.`);
	if (value.length > longest)
		throw metaRefusal(
			'Text too long',
			`The text of the ${where} component must not be longer than ${longest} characters.`,
		);
	return value;
}

function variablesOf(text: string, { parameterFormat }: Facts): string[] {
	const names = [
		...new Set([...text.matchAll(/\{\{\s*(.*?)\s*\}\}/g)].map(([, name = '']) => name)),
	];
	const good =
		parameterFormat === 'NAMED'
			? names.every((name) => /^[a-z][a-z0-9_]*$/.test(name))
			: [...names]
					.sort((a, b) => Number(a) - Number(b))
					.every((name, index) => name === String(index + 1));
	if (!good)
		throw metaRefusal(
			'Variables have incorrect parameters',
			parameterFormat === 'NAMED'
				? 'Named parameters must be lowercase letters, digits and underscores.'
				: 'Variables must be numbered {{1}}, {{2}} and so on, without a gap.',
		);
	return names;
}

/** Reviewers want to see what a variable may look like. */
function checkExamples(component: Component, kind: 'header' | 'body', names: string[]): void {
	if (names.length === 0) return;
	const example = isObject(component.example) ? component.example : {};
	const named = example[`${kind}_text_named_params`];
	const positional = example[`${kind}_text`];
	const row =
		Array.isArray(positional) && Array.isArray(positional[0]) ? positional[0] : positional;
	const given = Array.isArray(named)
		? named.filter((one) => isObject(one) && names.includes(String(one.param_name))).length
		: Array.isArray(row)
			? row.length
			: 0;
	if (given !== names.length)
		throw metaRefusal(
			'Message template is missing sample parameters',
			`component of type ${kind.toUpperCase()} is missing expected field(s) (example)`,
		);
}

function checkHeader(component: Component, facts: Facts): Component {
	const format = upper(component.format);
	if (!headerFormats.includes(format))
		throw metaRefusal('Invalid header', `format must be one of ${headerFormats.join(', ')}.`);
	if (format === 'TEXT')
		checkExamples(component, 'header', variablesOf(checkText(component.text, 'HEADER', 60), facts));
	if (mediaFormats.includes(format)) {
		const handles = isObject(component.example) ? component.example.header_handle : undefined;
		const [handle] = Array.isArray(handles) ? (handles as unknown[]) : [];
		if (typeof handle !== 'string' || !/^(4::|https:\/\/)/.test(handle))
			throw metaRefusal(
				'Message template is missing sample parameters',
				'component of type HEADER is missing expected field(s) (example.header_handle)',
			);
	}
	return { ...component, format };
}

function checkBody(component: Component, facts: Facts): Component {
	// Meta writes the text of a one-time password itself.
	if (facts.category === 'AUTHENTICATION') return component;
	checkExamples(component, 'body', variablesOf(checkText(component.text, 'BODY', 1024), facts));
	return component;
}

function checkButtons(component: Component, { category }: Facts): Component {
	const { buttons } = component;
	if (!Array.isArray(buttons) || buttons.length < 1 || buttons.length > 10)
		throw metaRefusal('Invalid buttons', 'A template can have 1 to 10 buttons.');
	const checked = buttons.map((button: unknown): Component => {
		const type = isObject(button) ? upper(button.type) : '';
		if (!isObject(button) || !buttonTypes.includes(type))
			throw metaRefusal('Invalid button', `type must be one of ${buttonTypes.join(', ')}.`);
		if (['QUICK_REPLY', 'URL', 'PHONE_NUMBER', 'ORDER_DETAILS'].includes(type))
			checkText(button.text, `${type} button`, 25);
		if (type === 'URL' && !(typeof button.url === 'string' && /^https?:\/\//.test(button.url)))
			throw metaRefusal('Invalid button', 'A button of type URL needs an absolute url.');
		if (type === 'PHONE_NUMBER' && typeof button.phone_number !== 'string')
			throw metaRefusal('Invalid button', 'A button of type PHONE_NUMBER needs a phone_number.');
		return { ...button, type };
	});
	if (category === 'AUTHENTICATION' && checked.some(({ type }) => type !== 'OTP'))
		throw metaRefusal('Invalid button', 'Authentication templates only have OTP buttons.');
	return { ...component, buttons: checked };
}

function checkCarousel(component: Component, facts: Facts): Component {
	const { cards } = component;
	if (!Array.isArray(cards) || cards.length < 2 || cards.length > 10)
		throw metaRefusal('Invalid carousel', 'A carousel needs 2 to 10 cards.');
	return {
		...component,
		cards: cards.map((card: unknown) => ({
			components: checkEach(isObject(card) ? card.components : undefined, facts),
		})),
	};
}

const checks: Record<string, (component: Component, facts: Facts) => Component> = {
	HEADER: checkHeader,
	BODY: checkBody,
	FOOTER(component, { category }) {
		if (category !== 'AUTHENTICATION') checkText(component.text, 'FOOTER', 60);
		return component;
	},
	BUTTONS: checkButtons,
	CAROUSEL: checkCarousel,
};

function checkEach(components: unknown, facts: Facts): Component[] {
	if (!Array.isArray(components) || components.length === 0)
		throw metaRefusal('Missing components', 'components must be a list with at least one entry.');
	const seen = new Set<string>();
	return components.map((component: unknown): Component => {
		const type = isObject(component) ? upper(component.type) : '';
		if (!isObject(component) || !componentTypes.includes(type))
			throw metaRefusal('Invalid component', `type must be one of ${componentTypes.join(', ')}.`);
		if (seen.has(type))
			throw metaRefusal('Invalid component', `There can only be one component of type ${type}.`);
		seen.add(type);
		return { ...(checks[type]?.(component, facts) ?? component), type };
	});
}

/** Checks components the way Meta does before anyone reviews them. */
export function checkComponents(components: unknown, facts: Facts): Component[] {
	const checked = checkEach(components, facts);
	if (!checked.some(({ type }) => type === 'BODY'))
		throw metaRefusal('Missing component', 'A template needs a component of type BODY.');
	return checked;
}
