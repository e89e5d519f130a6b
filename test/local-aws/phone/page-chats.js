/* The list of chats and the one that is open, kept up to date. */

const chatList = document.getElementById('chats');
const messageList = document.getElementById('messages');
const title = document.getElementById('title');
const empty = document.getElementById('empty');

/** The messages drawn so far, by recipient. They never change, so there is only ever something to add. */
let chats = new Map();
let shown = 0;
let current;

const kindNames = {
	image: 'Photo',
	video: 'Video',
	audio: 'Audio',
	document: 'Document',
	sticker: 'Sticker',
	location: 'Location',
	contacts: 'Contact',
	reaction: 'Reaction',
};

function preview(message) {
	const content = message.message[message.type];
	const line = content?.body?.text ?? content?.body ?? content?.caption ?? content?.name;
	return `${message.state === 'failed' ? '⚠ ' : ''}${words(line) || kindNames[message.type] || message.type}`;
}

function drawChatList() {
	const latestFirst = [...chats].sort(([, a], [, b]) => b.at(-1).at.localeCompare(a.at(-1).at));
	chatList.replaceChildren(
		...latestFirst.map(([to, messages]) => {
			const last = messages.at(-1);
			const button = make(
				'button',
				'',
				face(to, to.slice(-2)),
				make('span', 'name', to),
				make('time', '', clock(last.at)),
				make('span', 'last', `${last.fromName}: ${preview(last)}`),
			);
			button.setAttribute('aria-current', String(to === current));
			button.addEventListener('click', () => open(to));
			return button;
		}),
	);
}

function open(to) {
	current = to;
	const messages = chats.get(to) ?? [];
	title.replaceChildren();
	if (to !== undefined) {
		const senders = [...new Set(messages.map((message) => message.fromName))].join(', ');
		title.append(
			face(to, to.slice(-2)),
			make('div', '', make('b', '', to), make('small', '', `hears from ${senders}`)),
		);
	}
	messageList.replaceChildren(
		...messages.map((message, index) => bubble(message, messages[index - 1])),
	);
	messageList.scrollTop = messageList.scrollHeight;
	empty.hidden = messages.length > 0;
	empty.style.display = empty.hidden ? 'none' : '';
	drawChatList();
}

function add(message) {
	const messages = chats.get(message.to) ?? [];
	chats.set(message.to, [...messages, message]);
	if (message.to !== current) return;
	const atEnd = messageList.scrollHeight - messageList.scrollTop - messageList.clientHeight < 80;
	messageList.append(bubble(message, messages.at(-1)));
	if (atEnd) messageList.scrollTop = messageList.scrollHeight;
}

function update(messages) {
	if (messages.length < shown) {
		chats = new Map();
		shown = 0;
		open(undefined);
	}
	const fresh = messages.slice(shown);
	if (fresh.length === 0) return;
	shown = messages.length;
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
