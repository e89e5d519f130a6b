import { describe, expect, it } from '@jest/globals';
import { properties } from '../../../form/field.ts';
import { FieldError } from '../../../form/fieldError.ts';
import { templateFromForm } from '../../../whatsapp/template/creation/templateFromForm.ts';
import { componentFields } from '../../../whatsapp/template/creation/templateTypes.ts';
import { INTERACTIVE, TYPES } from '../../message-forms.mts';
import { formWith } from '../support/form.mts';
import { HOSTILE_TEXTS, NOT_TEXT } from '../support/hostile.mts';
import { textPlaces, type TextPlace } from '../support/hostile-fields.mts';
import { MORE } from '../support/fuller-forms.mts';
import { contentOf, typeNamed } from '../support/message.mts';

type Values = Record<string, unknown>;
interface Case extends TextPlace {
	type: string;
	compose(values: Values): unknown;
}

const messages: Case[] = [
	...Object.entries(TYPES).map(([type, form]): [string, string, Values] => [type, type, form]),
	...Object.entries(INTERACTIVE).map(([type, form]): [string, string, Values] => [
		type,
		'interactive',
		{ interactiveType: type, bodyText: 'Hello', carouselType: 'cta_url', ...form },
	]),
].flatMap(([type, messageType, form]) =>
	textPlaces(
		properties(typeNamed(messageType).fields),
		{ ...form, ...MORE[type] },
		{ messageType },
	).map((place) => ({
		...place,
		type,
		compose: (values) => contentOf(messageType, values),
	})),
);

const reply = { row: [{ buttonType: 'QUICK_REPLY', text: 'More' }] };
const TEMPLATES: Values[] = [
	{ templateType: 'standard', headerFormat: 'TEXT', headerText: 'News', buttons: reply },
	{ templateType: 'standard', headerFormat: 'IMAGE', headerHandle: '4::x' },
	...[
		{ buttonType: 'URL', text: 'Go', url: 'https://example.org/' },
		{ buttonType: 'PHONE_NUMBER', text: 'Call', phoneNumber: '+4915112345678' },
		{ buttonType: 'COPY_CODE', codeExample: 'X' },
		{ buttonType: 'FLOW', text: 'Go', flowId: '17' },
	].map((button) => ({ templateType: 'standard', buttons: { row: [button] } })),
	{ templateType: 'limitedTimeOffer', headerFormat: 'NONE', offerText: 'Now', offerExpires: true },
	{
		templateType: 'carousel',
		cardHeaderFormat: 'IMAGE',
		cards: { row: [1, 2].map(() => ({ headerHandle: '4::x', bodyText: 'Hi', buttons: reply })) },
	},
	{
		templateType: 'authentication',
		addSecurityRecommendation: true,
		otpType: 'ONE_TAP',
		supportedApps: { row: [{ packageName: 'a', signatureHash: 'K8a/AINcGX7' }] },
	},
];

const templates: Case[] = TEMPLATES.flatMap((form) => {
	const whole = {
		templateName: 'a',
		templateLanguageCode: 'en',
		templateCategory: 'UTILITY',
		headerFormat: 'NONE',
		bodyText: 'Hello',
		...form,
	};
	return textPlaces(properties(componentFields), whole).map((place) => ({
		...place,
		type: `template ${form.templateType}`,
		compose: (values: Values) => templateFromForm(formWith(values)),
	}));
});

/** Links need no bucket, so that what is left in its field does not matter. */
const isUsed = ({ label }: Case) => label !== 'Bucket Name';

/** A file name loses what no name can have, and gets its ending. */
const keepsItsText = ([, { label }]: [string, Case]) => label !== 'File Name';

const places = [...messages, ...templates]
	.filter(isUsed)
	.map((place): [name: string, place: Case] => [`${place.type}: ${place.label}`, place]);

/** All texts in what was composed. */
function textsIn(part: unknown): string[] {
	if (typeof part === 'string') return [part];
	return typeof part === 'object' && part !== null ? Object.values(part).flatMap(textsIn) : [];
}

const TEXTS = [
	...HOSTILE_TEXTS,
	['10 kB', 'x'.repeat(10_240)],
	['10 kB of emoji', '👍'.repeat(2_560)],
] as Array<[string, string]>;

/** A field, or the one for the examples of the variables in it. */
const namesOf = (label: string) => [`${label}'`, `${label.replace(/ Text$/, '')} Example`];

describe('every field for text', () => {
	it('is found', () => {
		expect(places.length).toBeGreaterThan(100);
	});

	it.each(places.filter(keepsItsText))(
		'%s is refused by its name or sent intact',
		(_name, { label, fill, compose }) => {
			for (const [what, text] of TEXTS) {
				let texts: string[];
				try {
					texts = textsIn(compose(fill(text)));
				} catch (error) {
					expect(error).toBeInstanceOf(FieldError);
					const { message } = error as FieldError;
					const isNamed = namesOf(label).some((name) => message.includes(name));
					expect([what, message, isNamed]).toEqual([what, message, true]);
					continue;
				}
				const isIntact = texts.some((each) => each === text || each === text.trim());
				expect([what, isIntact]).toEqual([what, true]);
			}
		},
	);

	it.each(places)('%s accepts only text', (_name, { label, fill, compose }) => {
		for (const [what, value] of NOT_TEXT) {
			// A locator stands for its value where n8n itself takes it so.
			if (what === 'a resource locator') continue;
			let refusal: unknown;
			try {
				compose(fill(value));
			} catch (error) {
				refusal = error;
			}
			expect([what, refusal]).toEqual([what, expect.any(FieldError)]);
			expect((refusal as FieldError).message).toContain(`${label}'`);
		}
	});
});
