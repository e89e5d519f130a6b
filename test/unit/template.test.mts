import {
	EXAMPLE_COMPONENTS,
	EXAMPLE_DEFINITION,
	templateComponents,
	templateDefinition,
} from '../../whatsapp/template/creation/definitionJson.ts';
import { del } from '../../nodes/AwsWhatsApp/resources/template/delete.operation.ts';
import { get } from '../../nodes/AwsWhatsApp/resources/template/get.operation.ts';
import { callWith } from './support/call.mts';
import { formWith } from './support/form.mts';
import { HOSTILE_TEXTS } from './support/hostile.mts';
import { refusalOf } from './support/refusal.mts';

const BODY = { type: 'BODY', text: 'Hi' };
const DEFINITION = { name: 'order_update', language: 'en_US', category: 'UTILITY' };
const whole = (more: object = {}) => ({ ...DEFINITION, components: [BODY], ...more });
const define = (document: unknown) => templateDefinition(document, 'Definition');
const refusal = (document: unknown) => refusalOf(() => define(document)).message;

describe('the definition of a template', () => {
	it('is kept as a whole, with unknown members', () => {
		const document = whole({ parameter_format: 'NAMED', future: { a: [1] } });
		expect(define(document)).toEqual(document);
		expect(define(JSON.parse(EXAMPLE_DEFINITION))).toEqual(JSON.parse(EXAMPLE_DEFINITION));
	});

	it.each([[null], [[]], [[whole()]], ['x'], [1], [true]])('is not %j', (document) => {
		expect(refusal(document)).toBe("'Definition' is not a JSON object");
	});

	it.each([
		'',
		'Order',
		'order update',
		'order-update',
		'örder',
		'a'.repeat(513),
		null,
		7,
		[],
		'👍',
	])('cannot have the name %.20p', (name) => {
		expect(refusal(whole({ name }))).toBe('\'Definition\' has no valid "name"');
	});

	it.each(['a', 'a'.repeat(512), '0_9', '_'])('may have the name %.20p', (name) => {
		expect(define(whole({ name }))).toMatchObject({ name });
	});

	it.each([
		[{ language: undefined }, '\'Definition\' has no "language"'],
		[{ language: { code: 'en' } }, '\'Definition\' has no "language"'],
		[{ language: 'en-US' }, "'Definition: language' is not a valid WhatsApp language code"],
		[{ category: ' ' }, '\'Definition\' has no "category"'],
		[{ components: undefined }, "'Definition: components' is not a list of components"],
		[{ components: BODY }, "'Definition: components' is not a list of components"],
	])('is refused with %j', (more, message) => {
		expect(refusal(whole(more))).toBe(message);
	});
});

describe('components', () => {
	it.each([
		[[]],
		[null],
		[{}],
		['x'],
		[[null]],
		[[{}]],
		[[{ type: 1 }]],
		[[BODY, 'x']],
		[[[BODY]]],
	])('are not %j', (document) => {
		expect(refusalOf(() => templateComponents(document, 'Components')).message).toBe(
			"'Components' is not a list of components",
		);
	});

	/** One has a variable in single braces, which Meta would take for text. */
	const texts = HOSTILE_TEXTS.filter(([name]) => name !== 'quotes and backslashes');

	it.each(texts)('may say %s', (_name, text) => {
		const document = [{ type: 'BODY', text }];
		expect(templateComponents(document, 'Components')).toEqual(document);
		expect(templateComponents(JSON.parse(EXAMPLE_COMPONENTS), 'X')).toHaveLength(1);
	});
});

describe('the selected template', () => {
	const chosen = (values: Record<string, unknown>) => get.compose?.(formWith(values));

	it('is named by its ID, or by name and language, and never by both', () => {
		const both = {
			metaTemplateId: { __rl: true, mode: 'list', value: '1013859600285441' },
			templateName: ' order_update ',
			templateLanguageCode: 'en_US',
		};
		expect(chosen({ templateBy: 'metaTemplateId', ...both })).toEqual({
			metaTemplateId: '1013859600285441',
		});
		expect(chosen({ templateBy: 'templateName', ...both })).toEqual({
			templateName: 'order_update',
			templateLanguageCode: 'en_US',
		});
	});

	it('may have its ID as a number', () => {
		expect(chosen({ templateBy: 'metaTemplateId', metaTemplateId: 1013859600285441 })).toEqual({
			metaTemplateId: '1013859600285441',
		});
	});

	it.each(['', 'order_update', '12 34', '1.5', '-1', '１２', '1'.repeat(101)])(
		'cannot have the ID %.20p',
		(metaTemplateId) => {
			const values = { templateBy: 'metaTemplateId', metaTemplateId };
			expect(refusalOf(() => chosen(values)).message).toContain("'Template' ");
		},
	);

	it('must be named completely', () => {
		const values = { templateBy: 'templateName', templateName: 'a' };
		expect(refusalOf(() => chosen(values)).message).toBe("'Language Code' is empty");
		expect(refusalOf(() => chosen({ ...values, templateLanguageCode: 'en_US_x' })).message).toBe(
			"'Language Code' is not a valid WhatsApp language code",
		);
	});
});

describe('a template that is deleted', () => {
	const compose = (values: Record<string, unknown>) => del.compose?.(formWith(values));

	it('is one language, or all of them on request', () => {
		expect(compose({ deleteAllLanguages: true })).toEqual({ deleteAllTemplates: true });
		expect(compose({ deleteAllLanguages: false, metaTemplateId: '7' })).toEqual({
			deleteAllTemplates: false,
			metaTemplateId: '7',
		});
	});

	it('needs a template if it is not all languages', () => {
		expect(refusalOf(() => compose({ deleteAllLanguages: false })).message).toBe(
			"'Template' is empty",
		);
	});

	it.each([null, '', 2, 'maybe', {}])('is refused for %p, which is not an answer', (value) => {
		expect(refusalOf(() => compose({ deleteAllLanguages: value })).message).toMatch(
			/^'Delete All Languages' is /,
		);
	});
});

describe('the definition that AWS gives', () => {
	const read = (template?: unknown) => {
		const { item } = callWith({});
		return get.result?.(template === undefined ? {} : { template: template as string }, item);
	};

	it('is parsed', () => {
		expect(read(JSON.stringify(whole()))).toEqual(whole());
	});

	it.each(['', 'no JSON', '{"a":', '[1]', '"text"', 'null', '17'])('is passed on: %p', (text) => {
		expect(read(text)).toEqual({ template: text });
	});

	it('may be missing', () => {
		expect(read()).toEqual({});
	});
});
