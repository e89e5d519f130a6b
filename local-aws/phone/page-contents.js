/* The types of message that are neither interactive nor a template. */

function place(content) {
	const where = [content.latitude, content.longitude].map(words).join(', ');
	const name = words(content.name);
	return make(
		'div',
		'place',
		make('div', 'map', icon('pin')),
		name && make('b', '', name),
		name && words(content.address) && make('span', '', words(content.address)),
		small(where),
	);
}

/** Each with its kind in lowercase letters, as "Cell" for a phone. */
const typed = (entries, valueOf) =>
	listOf(entries).map((entry) => [make('div', '', valueOf(entry), ' ', small(lower(entry.type)))]);

function addressText(address) {
	const { street, zip, city, state, country } = address;
	return [street, [zip, city].map(words).join(' '), state, country]
		.map((part) => words(part).trim())
		.filter((part) => part !== '')
		.join(', ');
}

function person(contact) {
	const name = words(contact.name?.formatted_name);
	const { company, department, title } = isObject(contact.org) ? contact.org : {};
	const phones = listOf(contact.phones);
	const isOnWhatsApp = phones.some((phone) => words(phone.wa_id) !== '');
	const work = [title, department, company].map(words).filter((part) => part !== '');
	return make(
		'div',
		'person',
		face(name, initialsOf(name)),
		make('b', '', name),
		small(work.join(' · ')),
		facts(
			[
				['Phone', typed(phones, ({ phone }) => words(phone))],
				['Email', typed(contact.emails, ({ email }) => words(email))],
				['Address', typed(contact.addresses, addressText)],
				['Website', typed(contact.urls, ({ url }) => words(url))],
				['Birthday', words(contact.birthday)],
			].filter(([, value]) => value.length > 0),
		),
		make(
			'div',
			'choices side-by-side',
			choice('person', isOnWhatsApp ? 'Message' : 'Invite to WhatsApp'),
			isOnWhatsApp && choice('card', 'Save contact'),
		),
	);
}

/** Without fetching it, all that is known of a page is where it is. */
function linkPreview(body) {
	const [address] = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)'*_~]/.exec(body) ?? [];
	const host = hostOf(address);
	return host && make('div', 'preview', icon('link'), make('b', '', host), small('Link preview'));
}

function media(kind) {
	return (message, content) => ({
		body: [mediaOf(message, kind, content), text(content.caption)],
	});
}

const plainDrawings = {
	text: (message, content) => ({
		body: [content.preview_url === true && linkPreview(words(content.body)), text(content.body)],
	}),
	image: media('image'),
	video: media('video'),
	audio: media('audio'),
	document: media('document'),
	sticker: media('sticker'),
	location: (message, content) => ({ body: [place(content)] }),
	contacts: (message, content) => ({ body: listOf(content).map(person) }),
};
