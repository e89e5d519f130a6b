import { contentOf } from '../support/message.mts';
import { refusalOf } from '../support/refusal.mts';
import { behavesAsText } from './textField.mts';

const form = (...rows: object[]) => ({
	interactiveType: 'list',
	bodyText: 'Who may help?',
	buttonText: 'Choose',
	rows: { row: rows },
});
const refused = (...rows: object[]) => refusalOf(() => contentOf('interactive', form(...rows)));
const sent = (...sections: object[]) => ({
	type: 'list',
	body: { text: 'Who may help?' },
	action: { button: 'Choose', sections },
});
const titled = (count: number) =>
	Array.from({ length: count }, (_, i) => ({ title: `Row ${i + 1}` }));

describe('a list', () => {
	const rows = [
		{ title: 'New customer', description: 'Offers and prices', section: 'Sales', id: 's1' },
		{ title: 'Technical', section: 'Support', id: 't1' },
		{ title: 'Billing', section: 'Support', id: 't2' },
	];
	const sections = [
		{
			title: 'Sales',
			rows: [{ id: 's1', title: 'New customer', description: 'Offers and prices' }],
		},
		{
			title: 'Support',
			rows: [
				{ id: 't1', title: 'Technical' },
				{ id: 't2', title: 'Billing' },
			],
		},
	];

	it('is sent with its header and its sections', () => {
		expect(
			contentOf('interactive', {
				...form(...rows),
				headerType: 'text',
				headerText: 'Departments',
			}),
		).toEqual({ header: { type: 'text', text: 'Departments' }, ...sent(...sections) });
	});

	it('may be JSON', () => {
		for (const rowsJson of [rows, JSON.stringify(rows)]) {
			expect(contentOf('interactive', { ...form(), specifyRows: 'json', rowsJson })).toEqual(
				sent(...sections),
			);
		}
	});

	it('gathers the rows of a section, in the order in which the sections appear', () => {
		expect(
			contentOf(
				'interactive',
				form(
					{ title: 'b', section: 'B' },
					{ title: 'a', section: 'A ' },
					{ title: 'c', section: ' B' },
				),
			),
		).toEqual(
			sent(
				{
					title: 'B',
					rows: [
						{ id: 'b', title: 'b' },
						{ id: 'c', title: 'c' },
					],
				},
				{ title: 'A', rows: [{ id: 'a', title: 'a' }] },
			),
		);
	});

	it('is one section without a title if no row has one', () => {
		expect(contentOf('interactive', form({ title: 'a' }, { title: 'b', section: ' ' }))).toEqual(
			sent({
				rows: [
					{ id: 'a', title: 'a' },
					{ id: 'b', title: 'b' },
				],
			}),
		);
	});

	it('has a section for every row once one has', () => {
		const { message, description } = refused({ title: 'a', section: 'A' }, { title: 'b' });
		expect(message).toBe("'Rows 2: Section' is empty");
		expect(description).toContain('clear it in all rows');
	});

	it('has 1 to 10 rows, each of which may be a section', () => {
		const ten = titled(10).map((row) => ({ ...row, section: row.title }));
		expect(contentOf('interactive', form(...ten))).toEqual(
			sent(...ten.map(({ title }) => ({ title, rows: [{ id: title, title }] }))),
		);
		expect(refused(...titled(11)).message).toBe("'Rows' has the wrong number of entries");
		expect(refused(...titled(11)).description).toContain('1 to 10');
		expect(refused().message).toBe("'Rows' is empty");
	});

	it('has rows that differ in their ID, though not in their title', () => {
		expect(refused({ title: 'a', id: '1' }, { title: 'b', id: '1' }).message).toBe(
			"'Rows 2' has the same ID as 'Rows 1'",
		);
		expect(refused({ title: 'a', section: 'A' }, { title: 'a', section: 'B' }).message).toBe(
			"'Rows 2' has the same ID as 'Rows 1'",
		);
		expect(
			contentOf('interactive', form({ title: 'a', id: '1' }, { title: 'a', id: '2' })),
		).toEqual(
			sent({
				rows: [
					{ id: '1', title: 'a' },
					{ id: '2', title: 'a' },
				],
			}),
		);
	});

	it('may have an ID of 200 characters', () => {
		const id = '👍'.repeat(200);
		expect(contentOf('interactive', form({ title: 'a', id }))).toEqual(
			sent({ rows: [{ id, title: 'a' }] }),
		);
		expect(refused({ title: 'a', id: `${id}x` }).message).toBe("'Rows 1: ID' is too long");
	});
});

describe('the button of a list', () => {
	behavesAsText({
		type: 'interactive',
		label: 'Button Text',
		values: (buttonText) => ({ ...form({ title: 'a' }), buttonText }),
		content: (button) => ({
			...sent(),
			action: { button, sections: [{ rows: [{ id: 'a', title: 'a' }] }] },
		}),
		max: 20,
		required: true,
	});
});

describe('the body of a list', () => {
	behavesAsText({
		type: 'interactive',
		label: 'Body',
		values: (bodyText) => ({ ...form({ title: 'a' }), bodyText }),
		content: (text) => ({ ...sent({ rows: [{ id: 'a', title: 'a' }] }), body: { text } }),
		max: 4096,
		required: true,
	});
});

describe('the title of a row', () => {
	behavesAsText({
		type: 'interactive',
		label: 'Rows 1: Title',
		values: (title) => form({ title, id: 'a' }),
		content: (title) => sent({ rows: [{ id: 'a', title }] }),
		max: 24,
		required: true,
		isInner: true,
	});
});

describe('the description of a row', () => {
	behavesAsText({
		type: 'interactive',
		label: 'Rows 1: Description',
		values: (description) => form({ title: 'a', description }),
		content: (description) =>
			sent({
				rows: [{ id: 'a', title: 'a', ...(description === undefined ? {} : { description }) }],
			}),
		max: 72,
		isInner: true,
	});
});

describe('the section of a row', () => {
	behavesAsText({
		type: 'interactive',
		label: 'Rows 1: Section',
		values: (section) => form({ title: 'a', section }),
		content: (title) =>
			sent({ ...(title === undefined ? {} : { title }), rows: [{ id: 'a', title: 'a' }] }),
		max: 24,
		trimmed: true,
		isInner: true,
	});
});
