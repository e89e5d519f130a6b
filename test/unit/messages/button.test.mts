import { contentOf } from '../support/message.mts';
import { refusalOf } from '../support/refusal.mts';
import { behavesAsText } from './textField.mts';

const form = (...buttons: object[]) => ({
	interactiveType: 'button',
	bodyText: 'Keep the slot?',
	buttons: { row: buttons },
});
const refused = (...buttons: object[]) =>
	refusalOf(() => contentOf('interactive', form(...buttons)));
const sent = (...replies: object[]) => ({
	type: 'button',
	body: { text: 'Keep the slot?' },
	action: { buttons: replies.map((reply) => ({ type: 'reply', reply })) },
});

describe('reply buttons', () => {
	it('are sent with header, body and footer', () => {
		expect(
			contentOf('interactive', {
				...form({ title: 'Keep', id: 'keep' }, { title: 'Move', id: 'move' }),
				headerType: 'image',
				mediaSource: 'link',
				link: 'https://example.org/a.jpg',
				footerText: 'Example GmbH',
			}),
		).toEqual({
			type: 'button',
			header: { type: 'image', image: { link: 'https://example.org/a.jpg' } },
			body: { text: 'Keep the slot?' },
			footer: { text: 'Example GmbH' },
			action: {
				buttons: [
					{ type: 'reply', reply: { id: 'keep', title: 'Keep' } },
					{ type: 'reply', reply: { id: 'move', title: 'Move' } },
				],
			},
		});
	});

	it.each([1, 2, 3])('may be %p', (count) => {
		const titles = ['a', 'b', 'c'].slice(0, count);
		expect(contentOf('interactive', form(...titles.map((title) => ({ title }))))).toEqual(
			sent(...titles.map((title) => ({ id: title, title }))),
		);
	});

	it('are neither zero nor four', () => {
		expect(refused().message).toBe("'Buttons' is empty");
		const four = refused(...['a', 'b', 'c', 'd'].map((title) => ({ title })));
		expect(four.message).toBe("'Buttons' has the wrong number of entries");
		expect(four.description).toContain('1 to 3');
	});

	it('differ in title and in ID', () => {
		expect(refused({ title: 'a', id: '1' }, { title: 'a', id: '2' }).message).toBe(
			"'Buttons 2' has the same title as 'Buttons 1'",
		);
		expect(refused({ title: 'a', id: '1' }, { title: 'b', id: '1' }).message).toBe(
			"'Buttons 2' has the same ID as 'Buttons 1'",
		);
		expect(refused({ title: 'a', id: 'b' }, { title: 'b' }).message).toBe(
			"'Buttons 2' has the same ID as 'Buttons 1'",
		);
	});

	it('may have an ID of 256 characters', () => {
		const id = '👍'.repeat(256);
		expect(contentOf('interactive', form({ title: 'a', id }))).toEqual(sent({ id, title: 'a' }));
		expect(refused({ title: 'a', id: `${id}x` }).message).toBe("'Buttons 1: ID' is too long");
	});
});

describe('the title of a reply button', () => {
	behavesAsText({
		type: 'interactive',
		label: 'Buttons 1: Title',
		values: (title) => form({ title, id: 'a' }),
		content: (title) => sent({ id: 'a', title }),
		max: 20,
		required: true,
		isInner: true,
	});
});
