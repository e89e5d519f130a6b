/* Files: those the stand-in keeps are shown, those on the internet are only named, as nothing is fetched. */

const mediaNames = {
	image: 'Photo',
	video: 'Video',
	gif: 'GIF',
	audio: 'Audio',
	document: 'Document',
	sticker: 'Sticker',
};

function sizeOf(bytes) {
	if (bytes < 1024) return `${bytes} B`;
	return bytes < 1024 ** 2
		? `${Math.round(bytes / 1024)} KB`
		: `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}

function card(label, name, detail, href) {
	const parts = [make('i', '', label), make('span', '', name), make('small', '', detail)];
	return href ? linkTo(href, 'card', parts) : make('div', 'card', parts);
}

function documentCard(name, subtype, detail, href) {
	const ending = name.includes('.') ? name.split('.').pop() : subtype;
	return card([...ending].slice(0, 4).join('').toUpperCase() || 'FILE', name, detail, href);
}

/** A voice note has a microphone, any other sound a note. */
function sound(content, player) {
	const isVoice = content.voice === true;
	return make(
		'div',
		isVoice ? 'sound voice' : 'sound',
		face(isVoice ? 'voice' : 'audio', icon(isVoice ? 'microphone' : 'note')),
		player,
	);
}

const playerNames = { image: 'img', sticker: 'img', video: 'video', gif: 'video', audio: 'audio' };

function storedMedia({ messageId }, kind, content, file) {
	const source = `/media/${messageId}/${file.id}`;
	const subtype = file.mimeType.split(/[/;]/)[1] ?? '';
	if (kind === 'document') {
		const detail = `${sizeOf(file.bytes)} · ${subtype.split('.').pop()}`;
		return documentCard(words(content.filename) || 'Untitled', subtype, detail, source);
	}
	const player = make(playerNames[kind]);
	player.src = source;
	if (playerNames[kind] === 'img') player.alt = mediaNames[kind];
	else player.controls = true;
	return kind === 'audio' ? sound(content, player) : player;
}

function linkedMedia(kind, content) {
	const { link } = content;
	const [name, host] = [fileNameOf(link), hostOf(link)];
	if (kind === 'document')
		return documentCard(words(content.filename) || 'Untitled', '', `${name} · ${host}`);
	if (kind === 'audio') {
		const waves = make('span', 'waves');
		return sound(content, make('span', 'player', waves, small(`${name} · ${host}`)));
	}
	return make('div', `placeholder ${kind}`, icon(kind), make('b', '', name), small(host));
}

/** The file of a message, a header or a card: an upload by its id, or a link. */
function mediaOf(message, kind, content) {
	if (!isObject(content) || mediaNames[kind] === undefined) return '';
	const file = message.attachments?.find(({ id }) => id === content.id);
	if (file) return storedMedia(message, kind, content, file);
	if (words(content.link)) return linkedMedia(kind, content);
	const id = words(content.id);
	return id && make('div', `placeholder ${kind}`, icon(kind), `${mediaNames[kind]} ${id}`);
}
