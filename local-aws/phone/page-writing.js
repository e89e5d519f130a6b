/* What the owner of the phone does: writes, taps a choice, sends a photo. */

const composer = document.getElementById('composer');
const draft = document.getElementById('draft');
const photoPicker = document.getElementById('photo');

/** Whose phone it is while nobody has been written to. */
const firstOwner = '+4915112345678';
let owner = firstOwner;

function writeAs(number) {
	owner = number ?? firstOwner;
	draft.placeholder = `Write as ${owner}`;
}

async function write(message, { replyTo, photo } = {}) {
	const response = await fetch('/write', {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ from: owner, replyTo, message, photo }),
	});
	if (!response.ok) openSheet('This was not sent', [await response.text()]);
}

/** Answers a message of the chat, which shows above the answer. */
function answer({ whatsAppMessageId, to }, message) {
	sheet.close();
	owner = to;
	return write(message, { replyTo: whatsAppMessageId });
}

/** What a tap sends, in the form in which WhatsApp tells the business. */
const tapped = {
	replyButton: ({ id, title }) => ({
		type: 'interactive',
		interactive: { type: 'button_reply', button_reply: { id, title } },
	}),
	listRow: ({ id, title, description }) => ({
		type: 'interactive',
		interactive: { type: 'list_reply', list_reply: { id, title, description } },
	}),
	quickReply: (text, payload) => ({ type: 'button', button: { text, payload } }),
	location: () => ({
		type: 'location',
		location: { latitude: 52.516272, longitude: 13.377722, name: 'Brandenburger Tor' },
	}),
};

/** What a written message says, since its form is not that of messages that come. */
function writtenText({ type, message }) {
	const content = isObject(message[type]) ? message[type] : {};
	if (type === 'button') return words(content.text);
	if (type !== 'interactive') return '';
	return words(content[content.type]?.title);
}

composer.addEventListener('submit', (event) => {
	event.preventDefault();
	const body = draft.value.trim();
	if (body === '') return;
	draft.value = '';
	void write({ type: 'text', text: { body } });
});

photoPicker.addEventListener('change', () => {
	const [file] = photoPicker.files;
	photoPicker.value = '';
	if (!file) return;
	const reader = new FileReader();
	reader.addEventListener('load', () => {
		const data = reader.result.slice(reader.result.indexOf(',') + 1);
		const caption = draft.value.trim();
		draft.value = '';
		void write(
			{ type: 'image', image: caption === '' ? {} : { caption } },
			{ photo: { mimeType: file.type, data } },
		);
	});
	reader.readAsDataURL(file);
});
writeAs();
