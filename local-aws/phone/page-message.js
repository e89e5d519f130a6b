/* One message of a chat: the bubble, what it answers, what was added to it, and whether it arrived. */

const contentOf = ({ type, message }) => message[type];

const drawings = { ...plainDrawings, interactive, template };

/** What was written here has the format in which the business receives it. */
const isTap = ({ isWritten, type }) => isWritten && (type === 'interactive' || type === 'button');

/** What no phone could make sense of is shown too, as it was sent. */
function draw(message) {
	const content = contentOf(message);
	if (isTap(message)) return { body: [text(writtenText(message))] };
	const asSent = { body: [raw(message.message)] };
	if (!Object.hasOwn(drawings, message.type) || typeof content !== 'object' || content === null)
		return asSent;
	const drawn = drawings[message.type](message, content);
	const { body, choices = [], below = [] } = drawn;
	return make('div', '', body, choices, below).hasChildNodes() ? drawn : asSent;
}

const typeNames = { ...mediaNames, location: 'Location', contacts: 'Contact' };

/** A message in one line: for the list of chats, for quotes and for what is pinned. */
function summary(message) {
	const { type } = message;
	if (isTap(message)) return writtenText(message);
	const content = contentOf(message);
	if (type === 'reaction')
		return words(content?.emoji) ? `Reacted ${words(content.emoji)}` : 'Removed a reaction';
	if (type === 'pin') return lower(content?.type) === 'unpin' ? 'Unpinned' : 'Pinned';
	const [contact] = listOf(content);
	const line =
		type === 'template' && isObject(content)
			? templateSummary(message)
			: (content?.body?.text ??
				content?.body ??
				content?.caption ??
				content?.filename ??
				content?.name);
	return (
		unmarked(words(line)) ||
		words(contact?.name?.formatted_name) ||
		(Object.hasOwn(typeNames, type) ? typeNames[type] : type)
	);
}

/** A reply shows what it answers; WhatsApp leaves that out where the reply is a template. */
function quote({ type, message }, chat) {
	const id = words(message.context?.message_id ?? message.context?.id);
	if (id === '' || type === 'template') return '';
	const quoted = chat.find(id);
	return make(
		'div',
		'quote',
		make('b', '', quoted ? quoted.fromName : 'You'),
		make('span', '', quoted ? summary(quoted) : 'In reply to your message'),
	);
}

function reactionsTo(messageId, chat) {
	const emojis = [...(chat.reactions.get(messageId)?.values() ?? [])];
	return emojis.length === 0 ? '' : make('div', 'reactions', emojis.join(' '));
}

const failureOf = ({ state, failure }) =>
	state === 'failed' && make('div', 'failure', `⚠ Not delivered. ${failure ?? ''}`);

function timeOf({ at }) {
	const time = make('time', '', clock(at));
	time.dateTime = at;
	return time;
}

function deed(message, target) {
	const content = contentOf(message);
	const what = target ? `“${summary(target)}”` : 'a message that is not available';
	if (message.type === 'reaction')
		return words(content?.emoji)
			? `reacted ${words(content.emoji)} to ${what}`
			: `removed a reaction from ${what}`;
	if (lower(content?.type) === 'unpin') return `unpinned ${what}`;
	const days = Number(content?.expiration_days);
	return days > 0 ? `pinned ${what} for ${countOf(days, 'day')}` : `pinned ${what}`;
}

/** A reaction to a message that is not available, and who pinned what, are lines of their own. */
function line(message, chat) {
	const target = chat.find(words(contentOf(message)?.message_id));
	return make(
		'li',
		message.state === 'failed' ? 'line failed' : 'line',
		message.type === 'pin' && icon('pushpin'),
		`${message.fromName} ${deed(message, target)}`,
		failureOf(message),
	);
}

function bubble(message, chat, previous) {
	if (message.type === 'reaction' || message.type === 'pin') return line(message, chat);
	const isFirst = previous?.from !== message.from && !message.isWritten;
	const sender = make('div', 'sender', message.fromName);
	sender.style.color = colorOf(message.fromName);
	const { body, choices = [], below = [] } = draw(message);
	const states = [
		isFirst && 'first',
		message.isWritten && 'mine',
		message.state === 'failed' && 'failed',
		message.type === 'sticker' && 'bare',
		below.length > 0 && 'wide',
	];
	const element = make(
		'li',
		states.filter(Boolean).join(' '),
		isFirst && sender,
		quote(message, chat),
		make('div', 'body', body, timeOf(message)),
		choices.length > 0 && make('div', 'choices', choicesOf(choices)),
		below,
		failureOf(message),
		reactionsTo(message.messageId, chat),
	);
	element.dataset.id = message.messageId;
	return element;
}
