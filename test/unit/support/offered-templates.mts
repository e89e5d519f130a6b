import { expect } from '@jest/globals';
import type { INodeProperties } from 'n8n-workflow';
import { properties } from '../../../form/field.ts';
import { FieldError } from '../../../form/fieldError.ts';
import {
	categoryFields,
	componentFields,
	templateType,
} from '../../../whatsapp/template/creation/templateTypes.ts';
import { choicesOf, everyForm, isShown, rowsOf } from '../../structure/description.mts';
import { definitionOf, rows, type Values } from '../template-creation/form.mts';

export const FIELDS = properties([templateType, ...categoryFields, ...componentFields]);

/** What any choice may ask for besides; the form takes of it what the choice needs. */
const TEXTS: Values = {
	headerText: 'News',
	offerText: 'Now',
	bodyText: 'Your order is on its way.',
	text: 'More',
	url: 'https://example.org/',
	phoneNumber: '+4915112345678',
	codeExample: 'SPRING20',
	flowId: '17',
	flowName: 'feedback',
	flowJson: { version: '7.3', screens: [{ id: 'WELCOME' }] },
	zeroTapTermsAccepted: true,
	supportedApps: rows({ packageName: 'org.example.app', signatureHash: 'K8a/AINcGX7' }),
};
const HANDLE = { headerHandle: '4::aW1hZ2UvanBlZw==:ARZ0' };

/** A carousel has at least two cards. */
const copies = ({ name }: INodeProperties) => (name === 'cards' ? 2 : 1);

/** The fields that are no dropdowns, each with its text or its default. */
const filledIn = (fields: INodeProperties[], texts: Values): Values =>
	Object.fromEntries(
		fields
			.filter((field) => choicesOf(field).length === 0)
			.map(({ name, default: initial }) => [name, texts[name] ?? initial]),
	);

/** Forms in which, taken together, every choice of every dropdown is made. */
const formsOf = (fields: INodeProperties[], texts: Values): Values[] =>
	everyForm(fields, filledIn(fields, texts)).flatMap((form) => {
		const shown = fields.filter((field) => isShown(field, form));
		const open = shown.filter(({ name }) => !(name in form));
		const chosen = open.flatMap((field) =>
			choicesOf(field).map(({ value }) => ({ ...form, [field.name]: value })),
		);
		return [form, ...chosen].flatMap((each) => [
			each,
			...shown.flatMap((field) =>
				rowsOf(field)
					.flatMap(({ values }) => formsOf(values, texts))
					.map((row) => ({ ...each, [field.name]: rows(...Array(copies(field)).fill(row)) })),
			),
		]);
	});

/** The choices that the dropdowns offer, by where they are, e.g. "buttons.buttonType=URL". */
export const offeredIn = (fields: INodeProperties[], where = ''): string[] =>
	fields.flatMap((field) => [
		...choicesOf(field).map(({ value }) => `${where}${field.name}=${String(value)}`),
		...rowsOf(field).flatMap(({ values }) => offeredIn(values, `${where}${field.name}.`)),
	]);

const rowsIn = (value: unknown): Values[] => (value as { row?: Values[] } | undefined)?.row ?? [];

/** The choices that a form makes. */
const madeIn = (form: Values, where = ''): string[] =>
	Object.entries(form).flatMap(([name, value]) => [
		`${where}${name}=${String(value)}`,
		...rowsIn(value).flatMap((row) => madeIn(row, `${where}${name}.`)),
	]);

/** What the form makes of it, or undefined where the form says itself that this does not fit together. */
function definitionIn(form: Values): object | undefined {
	try {
		return definitionOf(form);
	} catch (error) {
		expect(error).toBeInstanceOf(FieldError);
		return undefined;
	}
}

/** The different templates that the form offers, each with the choices that lead to it. */
export function offeredTemplates(): Map<string, string[]> {
	const templates = new Map<string, string[]>();
	const forms = [TEXTS, { ...TEXTS, ...HANDLE }].flatMap((texts) => formsOf(FIELDS, texts));
	for (const form of forms) {
		const definition = definitionIn(form);
		if (definition === undefined) continue;
		const template = JSON.stringify(definition);
		templates.set(template, [...(templates.get(template) ?? []), ...madeIn(form)]);
	}
	return templates;
}
