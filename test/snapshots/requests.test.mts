import { describe, expect, it } from '@jest/globals';
import { properties } from '../../form/field.ts';
import { INTERACTIVE, TYPES, type Parameters } from '../message-forms.mts';
import { contentOf, envelopeOf, formOf, typeNamed } from '../unit/support/message.mts';
import { MORE } from '../unit/support/fuller-forms.mts';
import { offeredTemplates } from '../unit/support/offered-templates.mts';
import { customMessage } from '../../whatsapp/message/customJson.ts';
import { plainValue } from '../../form/form.ts';
import { TEMPLATE_CASES, sent } from '../unit/template-send/sent.mts';

/** The value of a locator, as n8n hands it over. */
const plain = (form: Parameters): Parameters =>
	Object.fromEntries(Object.entries(form).map(([name, value]) => [name, plainValue(value)]));

const filled = (type: string): Parameters[] => [{}, ...(MORE[type] ? [MORE[type]] : [])];

/** What the panel starts with; the expressions in it are n8n's to evaluate. */
const initial = (messageType: string): Parameters =>
	Object.fromEntries(
		properties(typeNamed(messageType).fields)
			.filter(({ default: value }) => value !== '' && !String(value).startsWith('='))
			.map(({ name, default: value }) => [name, value]),
	);

const messages = [
	...Object.entries(TYPES).map(([type, form]) => ({ type, messageType: type, form })),
	...Object.entries(INTERACTIVE).map(([type, form]) => ({
		type,
		messageType: 'interactive',
		form: {
			interactiveType: type,
			bodyText: 'Hello',
			footerText: 'Bye',
			carouselType: 'cta_url',
			...form,
		},
	})),
].flatMap(({ type, messageType, form }) =>
	filled(type).map((more, i) => ({
		name: i === 0 ? type : `${type}, filled in`,
		messageType,
		form: plain({ ...initial(messageType), messageType, to: '+49 151 12345678', ...form, ...more }),
	})),
);

describe('a composed request has not changed:', () => {
	it.each(messages)('$name', ({ messageType, form }) => {
		expect({
			...envelopeOf(form, messageType),
			[messageType]: contentOf(messageType, form),
		}).toMatchSnapshot();
	});

	it('custom JSON', () => {
		const message = { to: '4915112345678', type: 'text', text: { body: 'Hello' } };
		expect(customMessage(formOf({ message }))).toMatchSnapshot();
	});

	it.each(TEMPLATE_CASES)('a template with $name', ({ definition, values }) => {
		expect(sent(definition, values)).toMatchSnapshot();
	});

	it('every template that the form can create', () => {
		const templates = [...offeredTemplates().keys()].map((each): unknown => JSON.parse(each));
		expect(templates.length).toBeGreaterThan(100);
		expect(templates).toMatchSnapshot();
	});
});
