/* The list of chats and the one that is open, kept up to date. */

const chatList = document.getElementById('chats');
const messageList = document.getElementById('messages');
const title = document.getElementById('title');
const pinned = document.getElementById('pinned');
const empty = document.getElementById('empty');

/** What one recipient got. Messages never change; reactions come and go, and so do pins. */
class Chat {
	messages = [];
	/** Those with a place of their own in the chat. */
	shown = [];
	/** By message, then by who reacted. */
	reactions = new Map();
	pins = new Set();

	constructor(to) {
		this.to = to;
	}

	find(id) {
		return this.messages.find(
			({ messageId, whatsAppMessageId }) => messageId === id || whatsAppMessageId === id,
		);
	}

	get last() {
		return this.messages.at(-1);
	}

	get isGroup() {
		return this.messages[0]?.message.recipient_type === 'group';
	}

	/** Returns whether the message has a place of its own. */
	receive(message) {
		this.messages.push(message);
		const { type, state, from } = message;
		const content = contentOf(message);
		const target = this.find(words(content?.message_id));
		const isKnown = target !== undefined && state === 'delivered';
		if (type === 'pin' && isKnown) {
			if (lower(content.type) === 'unpin') this.pins.delete(target);
			else this.pins.add(target);
		}
		if (type === 'reaction' && isKnown) {
			this.#react(target, from, words(content.emoji));
			return false;
		}
		this.shown.push(message);
		return true;
	}

	#react({ messageId }, from, emoji) {
		const reactions = this.reactions.get(messageId) ?? new Map();
		this.reactions.set(messageId, reactions);
		if (emoji === '') reactions.delete(from);
		else reactions.set(from, emoji);
	}
}

let chats = new Map();
let seen = 0;
let current;

const emptyChat = new Chat('');

const chatFace = (chat) =>
	face(
		chat.to,
		chat.isGroup ? icon('group') : /^\+/.test(chat.to) ? chat.to.slice(-2) : icon('person'),
	);

function drawChatList() {
	const latestFirst = [...chats.values()].sort((a, b) => b.last.at.localeCompare(a.last.at));
	chatList.replaceChildren(
		...latestFirst.map((chat) => {
			const { last, to } = chat;
			const warning = last.state === 'failed' ? '⚠ ' : '';
			const button = make(
				'button',
				'',
				chatFace(chat),
				make('span', 'name', to),
				make('time', '', clock(last.at)),
				make(
					'span',
					'last',
					`${last.isWritten ? 'You' : last.fromName}: ${warning}${summary(last)}`,
				),
			);
			button.setAttribute('aria-current', String(to === current));
			button.addEventListener('click', () => open(to));
			return button;
		}),
	);
}

function drawPinned(chat) {
	pinned.replaceChildren(
		...[...chat.pins].map((message) =>
			make('div', '', icon('pushpin'), make('span', '', summary(message))),
		),
	);
}

function drawReactions(messageId, chat) {
	const element = [...messageList.children].find(({ dataset }) => dataset.id === messageId);
	element?.querySelector(':scope > .reactions')?.remove();
	element?.append(reactionsTo(messageId, chat));
}

function open(to) {
	current = to;
	writeAs(to);
	const chat = chats.get(to) ?? emptyChat;
	title.replaceChildren();
	if (to !== undefined) {
		const senders = [
			...new Set(
				chat.messages.filter(({ isWritten }) => !isWritten).map(({ fromName }) => fromName),
			),
		].join(', ');
		const kind = chat.isGroup ? 'group, ' : '';
		title.append(
			chatFace(chat),
			make(
				'div',
				'',
				make('b', '', to),
				make('small', '', senders === '' ? 'wrote first' : `${kind}chat with ${senders}`),
			),
		);
	}
	const { shown } = chat;
	messageList.replaceChildren(
		...shown.map((message, index) => bubble(message, chat, shown[index - 1])),
	);
	drawPinned(chat);
	messageList.scrollTop = messageList.scrollHeight;
	empty.hidden = shown.length > 0;
	drawChatList();
}

function add(message) {
	const chat = chats.get(message.to) ?? new Chat(message.to);
	chats.set(message.to, chat);
	const previous = chat.shown.at(-1);
	const isShown = chat.receive(message);
	if (message.to !== current) return;
	const atEnd = messageList.scrollHeight - messageList.scrollTop - messageList.clientHeight < 80;
	if (isShown) messageList.append(bubble(message, chat, previous));
	else drawReactions(contentOf(message).message_id, chat);
	if (message.type === 'pin') drawPinned(chat);
	if (atEnd) messageList.scrollTop = messageList.scrollHeight;
}

function update(messages) {
	if (messages.length < seen) {
		chats = new Map();
		seen = 0;
		sheet.close();
		open(undefined);
	}
	const fresh = messages.slice(seen);
	if (fresh.length === 0) return;
	seen = messages.length;
	fresh.forEach(add);
	if (current === undefined) open(fresh.at(-1).to);
	else drawChatList();
}

async function poll() {
	try {
		update(await (await fetch('/messages.json')).json());
	} catch {
		// The server is restarting: ask again.
	}
	setTimeout(poll, 1000);
}

document.getElementById('reset').addEventListener('click', async () => {
	await fetch('/reset', { method: 'POST' });
	update([]);
});
poll();
