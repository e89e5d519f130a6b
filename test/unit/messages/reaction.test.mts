import { HOSTILE_TEXTS, NOT_TEXT } from '../support/hostile.mts';
import { contentOf } from '../support/message.mts';
import { refusalOf } from '../support/refusal.mts';

const messageId = 'wamid.HBgA';

const react = (emoji: unknown) =>
	contentOf('reaction', { reactionAction: 'add', messageId, emoji });

describe('a reaction', () => {
	it('names a message, and adds an emoji to it or removes it', () => {
		expect(react('👍')).toEqual({ message_id: messageId, emoji: '👍' });
		expect(contentOf('reaction', { messageId, emoji: '👍' })).toEqual(react('👍'));
		expect(contentOf('reaction', { reactionAction: 'remove', messageId })).toEqual({
			message_id: messageId,
			emoji: '',
		});
	});

	it('that is removed has no emoji, whatever the field still contains', () => {
		expect(contentOf('reaction', { reactionAction: 'remove', messageId, emoji: { a: 1 } })).toEqual(
			{ message_id: messageId, emoji: '' },
		);
	});

	it('does not accept any other action', () => {
		const { message, description } = refusalOf(() =>
			contentOf('reaction', { reactionAction: 'toggle', messageId, emoji: '👍' }),
		);
		expect(message).toBe("'Action' has an unknown value");
		expect(description).toContain('"toggle"');
	});

	it.each([
		'👍',
		'👍🏽',
		'🇩🇪',
		'👩‍👩‍👧‍👦',
		'🏳️‍🌈',
		'❤️‍🔥',
		'🧑🏽‍❤️‍💋‍🧑🏿',
		'🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
		'1️⃣',
		'#️⃣',
		'❤',
		'❤️',
		'©️',
	])('accepts %s as one emoji', (emoji) => {
		expect(react(emoji)).toEqual({ message_id: messageId, emoji });
		expect(react(` ${emoji}\n`)).toEqual({ message_id: messageId, emoji });
	});

	it.each([
		'a',
		'1',
		1,
		'#',
		':)',
		'👍👍',
		'👍🏽👍🏽',
		'👍 👍',
		'👍a',
		'🇩🇪🇫🇷',
		'🇩',
		'👍\u200d',
		'❤️❤️',
		'👍'.repeat(10_240),
		true,
		...HOSTILE_TEXTS.map(([, text]) => text),
	])('does not accept %p as one emoji', (emoji) => {
		const { message, description } = refusalOf(() => react(emoji));
		expect(message).toBe("'Emoji' has an invalid format");
		expect([...description].length).toBeLessThan(200);
	});

	it.each(['', ' ', null, undefined])('needs an emoji, unlike %p', (emoji) => {
		expect(refusalOf(() => react(emoji)).message).toBe("'Emoji' is empty");
	});

	it.each(NOT_TEXT)('does not accept %s as an emoji', (_name, emoji) => {
		expect(refusalOf(() => react(emoji)).message).toBe("'Emoji' is not text");
	});
});
