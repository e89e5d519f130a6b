import { everyField, operations, choicesOf } from './description.mts';

const CREATING = ['template.create', 'template.createFromLibrary', 'template.update'];

/** The fields in which a person types the variables of a template, and what names them. */
const WITH_VARIABLES = ['androidDeepLink', 'baseUrl', 'bodyText', 'headerText', 'url'];

const textsOf = (field: (typeof everyField)[number]): string[] => [
	...[field.displayName, field.placeholder, field.description, field.hint].flatMap(
		(text) => text ?? [],
	),
	...choicesOf(field).flatMap(({ name, description = [] }) => [name, description].flat()),
];

/** Whether n8n's editor makes an expression of a text that is typed into an empty field. */
const becomesExpression = (text: string) => text.includes('{{') && text.includes('}}');

describe('the variables of templates', () => {
	const shown = operations
		.filter(({ id }) => CREATING.includes(id))
		.flatMap(({ fields }) => fields.map(({ name }) => name));

	it('are shown in a notation that n8n leaves unchanged, in every text of the panel', () => {
		expect(shown.length).toBeGreaterThan(30);
		for (const field of everyField) {
			const bare = textsOf(field).filter((text) => /\{\{\s*\w+\s*\}\}/.test(text));
			expect([field.name, bare]).toEqual([field.name, []]);
		}
	});

	it('are shown wherever they can be typed', () => {
		const speaking = everyField.filter((field) =>
			textsOf(field).some((text) => /(?<!\{)\{(\d+|[a-z_]+)\}(?!\})/.test(text)),
		);
		const typed = speaking.filter(({ type }) => type === 'string').map(({ name }) => name);
		expect([...new Set(typed)].sort()).toEqual(WITH_VARIABLES);
	});

	it('remain unchanged if an example from the panel is typed', () => {
		const examples = everyField.filter(({ name }) => WITH_VARIABLES.includes(name));
		for (const { name, placeholder = '' } of examples) {
			expect([name, becomesExpression(placeholder)]).toEqual([name, false]);
		}
		expect(examples.some(({ placeholder = '' }) => /\{1\}/.test(placeholder))).toBe(true);
	});
});
