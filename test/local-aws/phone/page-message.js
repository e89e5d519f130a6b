/* How one message looks. Every element is built with `textContent`: nothing in it is ever read as markup. */

function make(tag, className, ...children) {
	const element = document.createElement(tag);
	if (className) element.className = className;
	element.append(...children.filter((child) => child !== undefined && child !== ''));
	return element;
}

const isObject = (value) => typeof value === 'object' && value !== null;
const words = (value) =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : '';
const clock = (at) => new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
const colours = ['#00a884', '#5b61b9', '#c4532d', '#1f7aec', '#a5337d', '#7a8a00'];

function colourOf(name) {
	let sum = 0;
	for (const character of name) sum += character.codePointAt(0);
	return colours[sum % colours.length];
}

function face(name, initials) {
	const element = make('span', 'face', initials);
	element.style.background = colourOf(name);
	return element;
}

const marks =
	/```([^]+?)```|`([^`\n]+)`|(?<![\w*])\*(?=\S)([^*\n]*\S)\*(?![\w*])|(?<!\w)_(?=\S)([^_\n]*\S)_(?!\w)|(?<![\w~])~(?=\S)([^~\n]*\S)~(?![\w~])|(https?:\/\/[^\s<>"]+)/g;

/** WhatsApp's own marks: *bold*, _italic_, ~strike~, ```mono``` and plain addresses. */
function formatted(text) {
	const nodes = [];
	let end = 0;
	for (const match of text.matchAll(marks)) {
		const [all, block, inline, bold, italic, strike, address] = match;
		nodes.push(text.slice(end, match.index));
		end = match.index + all.length;
		if (address) {
			const link = make('a', '', address);
			link.href = address;
			link.target = '_blank';
			link.rel = 'noopener noreferrer';
			nodes.push(link);
		} else if (block ?? inline) nodes.push(make('code', '', block ?? inline));
		else if (bold) nodes.push(make('b', '', ...formatted(bold)));
		else if (italic) nodes.push(make('em', '', ...formatted(italic)));
		else nodes.push(make('s', '', ...formatted(strike)));
	}
	return [...nodes, text.slice(end)];
}

function text(value, className = 'text') {
	return words(value) === '' ? '' : make('div', className, ...formatted(words(value)));
}

function sizeOf(bytes) {
	if (bytes < 1024) return `${bytes} B`;
	return bytes < 1024 ** 2
		? `${Math.round(bytes / 1024)} KB`
		: `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}

function card(label, name, detail, href) {
	const element = make(
		href ? 'a' : 'div',
		'card',
		make('i', '', label),
		make('span', '', name),
		make('small', '', detail),
	);
	if (href) {
		element.href = href;
		element.target = '_blank';
	}
	return element;
}

function storedMedia({ messageId, media }) {
	const source = `/media/${messageId}`;
	const [kind, subtype] = media.mimeType.split(/[/;]/);
	if (!['image', 'video', 'audio'].includes(kind)) {
		const name = media.filename ?? 'Document';
		const ending = name.includes('.') ? name.split('.').pop() : subtype;
		return card(
			ending.slice(0, 4).toUpperCase(),
			name,
			`${sizeOf(media.bytes)} · ${subtype.split('.').pop()}`,
			source,
		);
	}
	const element = make(kind === 'image' ? 'img' : kind);
	element.src = source;
	if (kind === 'image') element.alt = media.filename ?? 'Image';
	else element.controls = true;
	return element;
}

function anyMedia(message, content) {
	if (message.media) return storedMedia(message);
	if (!isObject(content)) return '';
	if (content.link) return card('LINK', content.filename ?? message.type, words(content.link));
	return content.id ? card('ID', content.filename ?? message.type, words(content.id)) : '';
}

function media(message, content) {
	return [anyMedia(message, content), text(content.caption)];
}

function choicesOf(content) {
	const { type, action } = content ?? {};
	if (!isObject(action)) return [];
	if (Array.isArray(action.buttons))
		return action.buttons.map((button) => `↩ ${words(button.reply?.title)}`);
	if (type === 'list') return [`☰ ${words(action.button)}`];
	if (type === 'location_request_message') return ['Send location'];
	const { display_text: label, flow_cta: flow, url } = action.parameters ?? {};
	return label || flow ? [`${url ? '↗' : '▤'} ${words(label ?? flow)}`] : [];
}

function interactive(message, content) {
	const { header } = content;
	return [
		header?.type === 'text'
			? text(header.text, 'text head')
			: anyMedia(message, header?.[header?.type]),
		text(content.body?.text),
		text(content.footer?.text, 'foot'),
	];
}

function template(message, content) {
	const parameters = (Array.isArray(content.components) ? content.components : [])
		.flatMap((component) => component?.parameters ?? [])
		.map((parameter) => words(parameter?.text ?? parameter?.payload))
		.filter((value) => value !== '');
	return [
		message.media ? storedMedia(message) : '',
		card('TPL', words(content.name), `Template · ${words(content.language?.code)}`),
		text(parameters.join('\n')),
	];
}

function place(message, content) {
	const where = `${words(content.latitude)}, ${words(content.longitude)}`;
	return [card('MAP', words(content.name) || where, words(content.address) || where)];
}

function people(message, content) {
	return [content]
		.flat()
		.map((person) =>
			card('TEL', words(person?.name?.formatted_name), words(person?.phones?.[0]?.phone)),
		);
}

const drawings = {
	text: (message, content) => [text(content.body)],
	image: media,
	video: media,
	audio: media,
	document: media,
	sticker: media,
	location: place,
	contacts: people,
	interactive,
	template,
	reaction: (message, content) => [
		text(words(content.emoji) ? `Reacted ${content.emoji}` : 'Took a reaction back'),
	],
};

function draw(message) {
	const content = message.message[message.type];
	const drawing = drawings[message.type];
	if (!drawing || !isObject(content))
		return [make('code', '', JSON.stringify(message.message, null, 2))];
	return drawing(message, content);
}

function bubble(message, previous) {
	const isFirst = previous?.from !== message.from;
	const sender = make('div', 'sender', message.fromName);
	sender.style.color = colourOf(message.fromName);
	const parts = draw(message);
	const time = make('time', '', clock(message.at));
	time.dateTime = message.at;
	const states = [
		isFirst && 'first',
		message.state === 'failed' && 'failed',
		message.type === 'sticker' && message.media && 'bare',
	];
	const choices = message.type === 'interactive' ? choicesOf(message.message.interactive) : [];
	return make(
		'li',
		states.filter(Boolean).join(' '),
		isFirst ? sender : '',
		message.message.context?.message_id ? make('div', 'quote', 'In reply to your message') : '',
		make('div', 'body', ...draw(message), time),
		choices.length > 0
			? make('div', 'choices', ...choices.map((label) => make('div', '', label)))
			: '',
		message.state === 'failed'
			? make('div', 'failure', `⚠ Not delivered. ${message.failure ?? ''}`)
			: '',
	);
}
