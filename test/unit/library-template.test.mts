import { createFromLibrary } from '../../nodes/AwsWhatsApp/resources/template/createFromLibrary.operation.ts';
import { getLibrary } from '../../nodes/AwsWhatsApp/resources/template/getLibrary.operation.ts';
import { formWith } from './support/form.mts';
import { refusalOf } from './support/refusal.mts';

const VALUES = {
	templateName: 'my_delivery',
	libraryTemplateName: { __rl: true, mode: 'list', value: 'delivery_update_1' },
	templateLanguageCode: 'en_US',
	templateCategory: 'UTILITY',
};
const compose = (values: Record<string, unknown> = {}) =>
	createFromLibrary.compose?.(formWith({ ...VALUES, ...values }));
const buttons = (...button: object[]) => ({ libraryTemplateButtonInputs: { button } });
const composed = (...button: object[]) =>
	compose(buttons(...button)) as {
		metaLibraryTemplate: { libraryTemplateButtonInputs: object[] };
	};
const refusal = (values: Record<string, unknown>) => refusalOf(() => compose(values)).message;

describe('a template of the library', () => {
	it('needs name, library name, category and language, and no more', () => {
		expect(compose()).toEqual({
			metaLibraryTemplate: {
				templateName: 'my_delivery',
				libraryTemplateName: 'delivery_update_1',
				templateCategory: 'UTILITY',
				templateLanguage: 'en_US',
			},
		});
	});

	it.each([
		[{ templateName: 'My Delivery' }, "'Template Name' has an invalid format"],
		[{ templateName: '' }, "'Template Name' is empty"],
		[{ libraryTemplateName: '' }, "'Library Template' is empty"],
		[{ templateLanguageCode: 'english' }, "'Language Code' is not a valid WhatsApp language code"],
		[{ templateCategory: ['UTILITY'] }, "'Category' is not text"],
	])('is refused with %j', (values, message) => {
		expect(refusal(values)).toBe(message);
	});
});

describe('inputs of buttons', () => {
	it('contain what their type needs and nothing of another type', () => {
		const everything = {
			phoneNumber: '+16505551234',
			baseUrl: 'https://example.com/{{1}}',
			urlSuffixExample: 'https://example.com/1',
			otpType: 'ONE_TAP',
			zeroTapTermsAccepted: true,
			supportedApps: { app: [{ packageName: 'com.example', signatureHash: 'K8a/AINcGX7' }] },
		};
		const types = ['QUICK_REPLY', 'PHONE_NUMBER', 'URL', 'OTP', 'CATALOG'];
		const found = composed(...types.map((type) => ({ type, ...everything })));
		expect(found.metaLibraryTemplate.libraryTemplateButtonInputs).toEqual([
			{ type: 'QUICK_REPLY' },
			{ type: 'PHONE_NUMBER', phoneNumber: '+16505551234' },
			{
				type: 'URL',
				url: {
					base_url: 'https://example.com/{{1}}',
					url_suffix_example: 'https://example.com/1',
				},
			},
			{
				type: 'OTP',
				otpType: 'ONE_TAP',
				supportedApps: [{ package_name: 'com.example', signature_hash: 'K8a/AINcGX7' }],
			},
			{ type: 'CATALOG' },
		]);
	});

	it('have their variable in single or double braces', () => {
		for (const baseUrl of ['https://example.com/{1}', 'https://example.com/{{1}}']) {
			expect(composed({ type: 'URL', baseUrl })).toMatchObject({
				metaLibraryTemplate: {
					libraryTemplateButtonInputs: [{ url: { base_url: 'https://example.com/{{1}}' } }],
				},
			});
		}
	});

	it('for one-time passwords depend on how the code is delivered', () => {
		const otp = (otpType: string, zeroTapTermsAccepted?: boolean) =>
			composed({ type: 'OTP', otpType, zeroTapTermsAccepted, supportedApps: {} })
				.metaLibraryTemplate.libraryTemplateButtonInputs[0];
		expect(otp('COPY_CODE', true)).toEqual({ type: 'OTP', otpType: 'COPY_CODE' });
		expect(otp('ZERO_TAP', true)).toEqual({
			type: 'OTP',
			otpType: 'ZERO_TAP',
			zeroTapTermsAccepted: true,
		});
		expect(otp('ZERO_TAP')).toMatchObject({ zeroTapTermsAccepted: false });
	});

	it.each([
		[{ type: '' }, "'Button Inputs 1: Type' is empty"],
		[{ type: 'x'.repeat(26) }, "'Button Inputs 1: Type' is too long"],
		[{ type: 'URL' }, "'Button Inputs 1: Base URL' is empty"],
		[
			{ type: 'URL', baseUrl: `https://example.com/${'x'.repeat(381)}` },
			"'Button Inputs 1: Base URL' is too long",
		],
		[
			{ type: 'URL', baseUrl: 'https://example.com/{Order}' },
			"'Button Inputs 1: Base URL' has a variable that WhatsApp does not accept",
		],
		[{ type: 'PHONE_NUMBER' }, "'Button Inputs 1: Phone Number' is empty"],
		[{ type: 'OTP' }, "'Button Inputs 1: OTP Type' is empty"],
		[
			{ type: 'OTP', otpType: 'ONE_TAP', supportedApps: { app: [{ packageName: 'a' }] } },
			"'Button Inputs 1: Supported Apps 1: Signature Hash' is empty",
		],
	])('are refused by their position: %j', (button, message) => {
		expect(refusal(buttons(button))).toBe(message);
	});

	it.each(['constructor', '__proto__', 'NEW_TYPE'])('may be of an unknown type: %p', (type) => {
		expect(composed({ type }).metaLibraryTemplate.libraryTemplateButtonInputs).toEqual([{ type }]);
	});
});

describe('inputs of the body', () => {
	it('are those that were added', () => {
		expect(
			compose({
				libraryTemplateBodyInputs: { addContactNumber: false, codeExpirationMinutes: '90' },
			}),
		).toMatchObject({
			metaLibraryTemplate: {
				libraryTemplateBodyInputs: { addContactNumber: false, codeExpirationMinutes: 90 },
			},
		});
	});

	it.each([
		[{ codeExpirationMinutes: 91 }, /^'Code Expiration \(Minutes\)' is not a whole number/],
		[{ codeExpirationMinutes: 0 }, /^'Code Expiration \(Minutes\)' is not a whole number/],
		[{ addLearnMoreLink: 'maybe' }, /^'Add Learn More Link' is neither true nor false/],
	])('are refused by their label: %j', (libraryTemplateBodyInputs, message) => {
		expect(refusal({ libraryTemplateBodyInputs })).toMatch(message);
	});
});

describe('the library', () => {
	const filters = (values: object) => getLibrary.compose?.(formWith({ filters: values }));

	it('is filtered by the filters that were added', () => {
		expect(filters({})).toEqual({});
		expect(filters({ searchKey: ' ', topic: '' })).toEqual({});
		expect(filters({ searchKey: ' payment ', usecase: 'X', unknown: 'y' })).toEqual({
			filters: { searchKey: 'payment', usecase: 'X' },
		});
	});

	it('has filters of at most 100 characters', () => {
		expect(filters({ topic: 'x'.repeat(100) })).toEqual({ filters: { topic: 'x'.repeat(100) } });
		expect(refusalOf(() => filters({ topic: 'x'.repeat(101) })).message).toBe(
			"'Topic' is too long",
		);
		expect(refusalOf(() => filters({ industry: ['A'] })).message).toBe("'Industry' is not text");
	});

	it('is simplified to the details needed to choose', () => {
		const { element } = getLibrary;
		const template = {
			templateName: 'a',
			templateBody: 'Hi',
			templateButtons: [{ type: 'URL', text: 'Pay' }, { type: 'QUICK_REPLY' }],
			templateIndustry: ['X'],
			templateBodyExampleParams: ['y'],
		};
		expect(element?.(template, formWith({ simplify: true }))).toEqual({
			templateName: 'a',
			templateBody: 'Hi',
			templateButtons: ['Pay', 'QUICK_REPLY'],
		});
		expect(element?.(template, formWith({ simplify: false }))).toBe(template);
	});
});
