import { describe, expect, it } from '@jest/globals';
import { HOSTILE_TEXTS } from '../support/hostile.mts';
import { BODY, definitionOf, examples, refused, rows, type Values } from './form.mts';

const buttons = (...row: object[]) => ({ buttons: rows(...row) });
const reply = (text: unknown) => ({ buttonType: 'QUICK_REPLY', text });
const link = (url: string, urlExample = '') => ({ buttonType: 'URL', text: 'Go', url, urlExample });
const bodyIn = (definition: object) =>
	JSON.parse(JSON.stringify(definition)).components.find(
		({ type }: { type: string }) => type === 'BODY',
	).text;

describe('the body of a template', () => {
	it.each<[string, string]>([
		['{{1}} is here.', "'Body' begins with a variable"],
		['Hello {{1}}', "'Body' ends with a variable"],
		['Hi {{1}}{{2}}!', "'Body' has two variables with nothing between them"],
		['Hi {{1}} and {{3}}!', "'Body' has a gap in its numbered variables"],
		['Hi {{2}}!', "'Body' has a gap in its numbered variables"],
		['Hi {{1}} and {{name}}!', "'Body' mixes numbered and named variables"],
		['Hi {{Name}}!', "'Body' has a variable that WhatsApp does not accept"],
		['Hi {{first name}}!', "'Body' has a variable that WhatsApp does not accept"],
		['Hi {{}}!', "'Body' has a variable that WhatsApp does not accept"],
		['Hi {{1}!', "'Body' has unmatched curly braces"],
		['', "'Body' is empty"],
	])('is refused if it is %p', (bodyText, message) => {
		expect(refused({ bodyText, bodyExamples: examples({ '1': 'x', '2': 'y' }) })).toBe(message);
	});

	it.each(['x', '👍'])('has up to 1,024 characters (%s)', (character) => {
		expect(bodyIn(definitionOf({ bodyText: character.repeat(1024) }))).toBe(character.repeat(1024));
		expect(refused({ bodyText: character.repeat(1025) })).toBe("'Body' is too long");
	});

	it.each([
		['limitedTimeOffer', 600],
		['product', 160],
	])('of the type %s has less', (templateType, max) => {
		const values = { templateType, offerText: 'Now', offerExpires: false, headerFormat: 'NONE' };
		expect(bodyIn(definitionOf({ ...values, bodyText: 'x'.repeat(max) }))).toBe('x'.repeat(max));
		expect(refused({ ...values, bodyText: 'x'.repeat(max + 1) })).toBe("'Body' is too long");
	});

	it.each(HOSTILE_TEXTS.filter(([, text]) => !/[{}]/.test(text)))('keeps %s', (_name, text) => {
		expect(bodyIn(definitionOf({ bodyText: text }))).toBe(text);
	});

	it.each<[Values, string]>([
		[{}, "'Body Examples' does not include all variables"],
		[{ bodyExamples: examples({ '2': 'x' }) }, "'Body Examples 1: Variable' is not in the body"],
		[
			{ bodyExamples: rows({ variable: '1', example: 'a' }, { variable: '{{1}}', example: 'b' }) },
			"'Body Examples 2: Variable' appears twice",
		],
		[{ bodyExamples: examples({ '1': ' ' }) }, "'Body Examples 1: Example' is empty"],
	])('needs one example for each variable: %p', (values, message) => {
		expect(refused({ bodyText: 'Hi {{1}}!', ...values })).toBe(message);
	});

	it('has no examples without variables, even if an expression has filled them in', () => {
		expect(refused({ ...BODY, bodyExamples: examples({ '1': 'Ada' }) })).toBe(
			"'Body Examples 1: Variable' is not in the body",
		);
		expect(refused({ ...BODY, bodyExamples: rows({ example: 'Ada' }) })).toBe(
			"'Body Examples 1: Example' must be empty here",
		);
	});

	it('has no more positional examples than variables', () => {
		const two = rows({ example: 'Ada' }, { example: '4711' });
		expect(refused({ bodyText: 'Hi {1}!', bodyExamples: two })).toBe(
			"'Body Examples 2: Example' must be empty here",
		);
	});
});

describe('the header of a template', () => {
	const header = (headerText: unknown, headerExample = '') => ({
		headerFormat: 'TEXT',
		headerText,
		headerExample,
	});

	it.each<[Values, string]>([
		[header(''), "'Header Text' is empty"],
		[header('x'.repeat(61)), "'Header Text' is too long"],
		[header('👍'.repeat(61)), "'Header Text' is too long"],
		[header('{{1}} and {{2}}', 'x'), "'Header Text' has more than one variable"],
		[header('Order {{1}}'), "'Header Example' is empty"],
		[header('Order', 'A-17'), "'Header Example' must be empty here"],
		[{ headerFormat: 'IMAGE' }, "'Header Handle' is empty"],
		[{ headerFormat: 'GIF' }, "'Header Handle' is empty"],
		[{ headerFormat: 'STICKER' }, "'Header Format' has an unknown value"],
		[header({ a: 1 } as unknown), "'Header Text' is not text"],
	])('is refused with %p', (values, message) => {
		expect(refused(values)).toBe(message);
	});

	it('may have 60 characters of any kind', () => {
		expect(definitionOf(header('👍'.repeat(60)))).toMatchObject({
			components: [{ type: 'HEADER', format: 'TEXT', text: '👍'.repeat(60) }, { type: 'BODY' }],
		});
	});
});

describe('the footer of a template', () => {
	it.each<[string, string]>([
		['x'.repeat(61), "'Footer' is too long"],
		['👍'.repeat(61), "'Footer' is too long"],
		['Hi {{1}}!', "'Footer' has a variable"],
	])('is refused if it is %p', (footerText, message) => {
		expect(refused({ footerText })).toBe(message);
	});
});

describe('the buttons of a template', () => {
	const many = (count: number) =>
		buttons(...Array.from({ length: count }, (_, i) => reply(`${i}`)));

	it('are ten at most', () => {
		expect(definitionOf(many(10))).toMatchObject({ components: [{}, { buttons: { length: 10 } }] });
		expect(refused(many(11))).toBe("'Buttons' has the wrong number of entries");
	});

	it.each([
		['URL', 2, (i: number) => link(`https://example.com/${i}`)],
		[
			'PHONE_NUMBER',
			1,
			() => ({ buttonType: 'PHONE_NUMBER', text: 'Call', phoneNumber: '+4915112345678' }),
		],
		['COPY_CODE', 1, () => ({ buttonType: 'COPY_CODE', codeExample: 'X' })],
		['FLOW', 1, () => ({ buttonType: 'FLOW', text: 'Go', flowId: '17' })],
		['CATALOG', 1, () => ({ buttonType: 'CATALOG' })],
		['VOICE_CALL', 1, () => ({ buttonType: 'VOICE_CALL', text: 'Go' })],
	])('of the type %s are %d at most', (type, max, button) => {
		const some = (count: number) => buttons(...Array.from({ length: count }, (_, i) => button(i)));
		expect(definitionOf(some(max))).toMatchObject({
			components: [{}, { buttons: Array.from({ length: max }, () => ({ type })) }],
		});
		expect(refused(some(max + 1))).toBe("'Buttons' has too many of one type");
	});

	it('are in two groups', () => {
		const shop = link('https://example.com/');
		expect(definitionOf(buttons(shop, reply('A'), reply('B')))).toBeDefined();
		expect(refused(buttons(reply('A'), shop, reply('B')))).toBe(
			"'Buttons 3: Type' is separated from buttons of its kind",
		);
	});

	it.each<[object, string]>([
		[reply('x'.repeat(26)), "'Buttons 1: Text' is too long"],
		[reply('👍'.repeat(26)), "'Buttons 1: Text' is too long"],
		[reply(null), "'Buttons 1: Text' is empty"],
		[reply('Hi {{1}}'), "'Buttons 1: Text' has a variable"],
		[{ buttonType: 'VOICE_CALL', text: 'x'.repeat(21) }, "'Buttons 1: Text' is too long"],
		[{ buttonType: 'OTP' }, "'Buttons 1: Type' has an unknown value"],
		[link('example.com'), "'Buttons 1: URL' is not a valid URL"],
		[link('https://example.com/{{1}}'), "'Buttons 1: URL Example' is empty"],
		[
			link('https://example.com/', 'https://example.com/17'),
			"'Buttons 1: URL Example' must be empty here",
		],
		[
			link('https://example.com/{{1}}/x', 'https://example.com/17/x'),
			"'Buttons 1: URL' has a variable that is not at its end",
		],
		[link(`https://example.com/${'x'.repeat(1981)}`), "'Buttons 1: URL' is too long"],
		[
			link('https://example.com/{1}', 'order 4711'),
			"'Buttons 1: URL Example' has an invalid format",
		],
		[link('https://example.com/{1}', '{{1}}'), "'Buttons 1: URL Example' has an invalid format"],
		[
			link('https://example.com/{1}', 'https://other.example/4711'),
			"'Buttons 1: URL Example' does not begin with 'Buttons 1: URL'",
		],
		[link('https://example.com:{1}', '80'), "'Buttons 1: URL' is not a valid URL"],
		[
			link('https://example.com/{1}', 'a\\b'),
			"'Buttons 1: URL Example' contains a character that is not allowed in a URL",
		],
		[
			link('https://example.com/{1}', 'https://[::1'),
			"'Buttons 1: URL Example' is not a valid URL",
		],
		[
			{ buttonType: 'PHONE_NUMBER', text: 'Call', phoneNumber: '4'.repeat(21) },
			"'Buttons 1: Phone Number' is not an international phone number",
		],
		[
			{ buttonType: 'PHONE_NUMBER', text: 'Call', phoneNumber: '0800 1234567' },
			"'Buttons 1: Phone Number' is not an international phone number",
		],
		[
			{ buttonType: 'PHONE_NUMBER', text: 'Call', phoneNumber: ' ' },
			"'Buttons 1: Phone Number' is empty",
		],
		[
			{ buttonType: 'PHONE_NUMBER', text: 'Call', phoneNumber: 'call me' },
			"'Buttons 1: Phone Number' is not an international phone number",
		],
		[
			{ buttonType: 'COPY_CODE', codeExample: 'x'.repeat(21) },
			"'Buttons 1: Code Example' is too long",
		],
		[{ buttonType: 'FLOW', text: 'Go', flowId: 'x' }, "'Buttons 1: Flow' has an invalid format"],
	])('are refused with %p', (button, message) => {
		expect(refused(buttons(button))).toBe(message);
	});

	const withOptions = (options: object, url = 'https://example.com/{1}') => ({
		...link(url, url.endsWith('}') ? '4711' : ''),
		options,
	});
	const APP = { androidDeepLink: 'example://orders', metaAppId: '634974688087057' };

	it.each<[Values, string]>([
		[{ androidDeepLink: 'example://a' }, "'Buttons 1: Meta App ID' is empty"],
		[{ metaAppId: '1' }, "'Buttons 1: Android Deep Link' is empty"],
		[
			{ androidFallbackPlaystoreUrl: 'https://example.com/' },
			"'Buttons 1: Android Deep Link' is empty",
		],
		[
			{ ...APP, androidDeepLink: 'orders' },
			"'Buttons 1: Android Deep Link' is not a valid app link",
		],
		[
			{ ...APP, androidDeepLink: 'example://{1}/x' },
			"'Buttons 1: Android Deep Link' has a variable that is not at its end",
		],
		[
			{ ...APP, androidFallbackPlaystoreUrl: 'market://x' },
			"'Buttons 1: Android Fallback URL' is not a valid URL",
		],
		[{ ...APP, metaAppId: 'my app' }, "'Buttons 1: Meta App ID' has an invalid format"],
		[{ paymentLinkPreview: '' }, "'Buttons 1: Payment Link Preview' is empty"],
	])('are refused with the link options %p', (options, message) => {
		expect(refused(buttons(withOptions(options)))).toBe(message);
	});

	it('have a variable in the deep link only if the URL has one', () => {
		const options = { ...APP, androidDeepLink: 'example://orders/{1}' };
		expect(definitionOf(buttons(withOptions(options)))).toBeDefined();
		expect(refused(buttons(withOptions(options, 'https://example.com/')))).toBe(
			"'Buttons 1: Android Deep Link' has a variable, but the URL of the button does not",
		);
	});

	it('are shown as a payment only if WhatsApp can', () => {
		const payment = withOptions({ paymentLinkPreview: true });
		const fixed = withOptions({ paymentLinkPreview: true }, 'https://example.com/');
		expect(definitionOf(buttons(payment))).toBeDefined();
		expect(refused(buttons(fixed))).toBe(
			"'Buttons 1: Payment Link Preview' requires a link that differs in each message",
		);
		expect(refused(buttons(payment, reply('Later')))).toBe(
			"'Buttons 1: Payment Link Preview' cannot be used with other buttons",
		);
		expect(refused({ ...buttons(payment), headerFormat: 'LOCATION' })).toBe(
			"'Buttons 1: Payment Link Preview' cannot be used with a header",
		);
	});

	it.each<[Values, string]>([
		[{ flowBy: 'flowName' }, "'Buttons 1: Flow Name' is empty"],
		[{ flowBy: 'flowName', flowName: 'x'.repeat(201) }, "'Buttons 1: Flow Name' is too long"],
		[{ flowBy: 'flowJson' }, "'Buttons 1: Flow JSON' is not a Flow"],
		[{ flowBy: 'flowJson', flowJson: '{"screens":' }, "'Buttons 1: Flow JSON' is not valid JSON"],
		[{ flowBy: 'flowJson', flowJson: { version: '7.3' } }, "'Buttons 1: Flow JSON' is not a Flow"],
		[{ flowBy: 'guess' }, "'Buttons 1: Choose Flow By' has an unknown value"],
	])('that open a Flow are refused with %p', (values, message) => {
		expect(refused(buttons({ buttonType: 'FLOW', text: 'Go', ...values }))).toBe(message);
	});

	it('of an offer have a code of 15 characters at most', () => {
		const offer = (codeExample: string) => ({
			templateType: 'limitedTimeOffer',
			headerFormat: 'NONE',
			offerText: 'Now',
			offerExpires: false,
			...buttons({ buttonType: 'COPY_CODE', codeExample }),
		});
		expect(definitionOf(offer('x'.repeat(15)))).toBeDefined();
		expect(refused(offer('x'.repeat(16)))).toBe("'Buttons 1: Code Example' is too long");
	});
});

describe('a limited-time offer', () => {
	const offer = (more: Values) => ({
		templateType: 'limitedTimeOffer',
		headerFormat: 'NONE',
		offerText: 'Now',
		offerExpires: true,
		...more,
	});

	it.each<[Values, string]>([
		[{ offerText: 'x'.repeat(17) }, "'Offer Text' is too long"],
		[{ offerText: '' }, "'Offer Text' is empty"],
		[{ offerText: '{{1}}' }, "'Offer Text' has a variable"],
		[{ offerExpires: '' }, "'Offer Expires' is empty"],
		[{ headerFormat: 'TEXT' }, "'Header Format' has an unknown value"],
	])('is refused with %p', (more, message) => {
		expect(refused(offer(more))).toBe(message);
	});
});

describe('a carousel', () => {
	const card = (more: Values = {}) => ({
		headerHandle: '4::x',
		bodyText: 'Look at this.',
		buttons: rows(reply('More')),
		...more,
	});
	const carousel = (...cards: Values[]) => ({
		templateType: 'carousel',
		cardHeaderFormat: 'IMAGE',
		cards: rows(...cards),
	});

	it('has two to ten cards', () => {
		expect(definitionOf(carousel(...Array.from({ length: 10 }, () => card())))).toBeDefined();
		expect(refused(carousel())).toBe("'Cards' is empty");
		for (const count of [1, 11]) {
			expect(refused(carousel(...Array.from({ length: count }, () => card())))).toBe(
				"'Cards' has the wrong number of entries",
			);
		}
	});

	it.each<[Values, string]>([
		[{ bodyText: '' }, "'Cards 2: Buttons' or 'Cards 2: Body' differs from the first card"],
		[
			{ buttons: rows(link('https://example.com/')) },
			"'Cards 2: Buttons' or 'Cards 2: Body' differs from the first card",
		],
		[{ buttons: rows() }, "'Cards 2: Buttons' is empty"],
		[
			{ buttons: rows(reply('a'), reply('b'), reply('c')) },
			"'Cards 2: Buttons' has the wrong number of entries",
		],
		[{ bodyText: 'x'.repeat(161) }, "'Cards 2: Body' is too long"],
		[{ headerHandle: '' }, "'Cards 2: Header Handle' is empty"],
	])('is refused with a card with %p', (more, message) => {
		expect(refused(carousel(card(), card(more)))).toBe(message);
	});
});

describe('a template for one-time codes', () => {
	const code = (more: Values) => ({
		templateType: 'authentication',
		addSecurityRecommendation: true,
		otpType: 'ONE_TAP',
		supportedApps: rows({ packageName: 'org.example.app', signatureHash: 'K8a/AINcGX7' }),
		...more,
	});

	it.each<[Values, string]>([
		[
			{ codeExpirationMinutes: 91 },
			"'Code Expiration (Minutes)' is not a whole number from 0 to 90",
		],
		[{ otpType: 'SMS' }, "'OTP Type' has an unknown value"],
		[{ supportedApps: rows() }, "'Supported Apps' is empty"],
		[
			{
				supportedApps: rows(
					...Array.from({ length: 6 }, () => ({ packageName: 'a', signatureHash: 'K8a/AINcGX7' })),
				),
			},
			"'Supported Apps' has the wrong number of entries",
		],
		[
			{ supportedApps: rows({ packageName: 'a', signatureHash: 'short' }) },
			"'Supported Apps 1: Signature Hash' is too short",
		],
		[
			{ supportedApps: rows({ packageName: 'x'.repeat(225), signatureHash: 'K8a/AINcGX7' }) },
			"'Supported Apps 1: Package Name' is too long",
		],
		[{ otpType: 'ZERO_TAP' }, "'Zero-Tap Terms Accepted' is off"],
		[{ otpButtonText: 'x'.repeat(26) }, "'Button Text' is too long"],
		[{ autofillText: 'x'.repeat(26) }, "'Autofill Text' is too long"],
		[{ addSecurityRecommendation: null }, "'Add Security Recommendation' is empty"],
	])('is refused with %p', (more, message) => {
		expect(refused(code(more))).toBe(message);
	});
});

describe('a template', () => {
	it.each<[Values, string]>([
		[{ templateName: '' }, "'Template Name' is empty"],
		[{ templateName: 'Order Update' }, "'Template Name' has an invalid format"],
		[{ templateName: 'x'.repeat(513) }, "'Template Name' is too long"],
		[{ templateLanguageCode: 'en-US' }, "'Language Code' is not a valid WhatsApp language code"],
		[{ templateLanguageCode: '' }, "'Language Code' is empty"],
		[{ templateCategory: 'AUTHENTICATION' }, "'Category' has an unknown value"],
		[{ templateType: 'poll' }, "'Template Type' has an unknown value"],
		[
			{ additionalFields: { messageSendTtlSeconds: 29 } },
			"'Time to Live (Seconds)' is not allowed for the category",
		],
		[
			{
				headerFormat: 'TEXT',
				headerText: 'Order {{1}}',
				headerExample: 'A-17',
				bodyText: 'Hi {{name}}!',
				bodyExamples: examples({ name: 'Ada' }),
			},
			"'Body' mixes numbered and named variables",
		],
	])('is refused with %p', (values, message) => {
		expect(refused(values)).toBe(message);
	});
});
