/* What every drawing is made of. All text goes in as text: nothing of a message is ever read as markup. */

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value) => (Array.isArray(value) ? value.filter(isObject) : []);
const words = (value) =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : '';
const lower = (value) => words(value).toLowerCase();
const isNothing = (child) =>
	child === undefined || child === null || child === '' || child === false;

/** Lists among the children are laid flat, and what is nothing is left out. */
function make(tag, className, ...children) {
	const element = document.createElement(tag);
	if (className) element.className = className;
	element.append(...children.flat(Infinity).filter((child) => !isNothing(child)));
	return element;
}

const icon = (name) => make('i', `icon icon-${name}`);
const small = (value) => (words(value) === '' ? '' : make('small', '', words(value)));
const raw = (value) => make('code', 'raw', JSON.stringify(value, null, 2));

const clock = (at) => new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });

function moment(milliseconds) {
	const date = new Date(Number(milliseconds));
	return Number.isNaN(date.getTime())
		? words(milliseconds)
		: date.toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });
}

const colors = ['#00a884', '#5b61b9', '#c4532d', '#1f7aec', '#a5337d', '#7a8a00'];

function colorOf(name) {
	let sum = 0;
	for (const character of name) sum += character.codePointAt(0);
	return colors[sum % colors.length];
}

/** A round picture with initials, or with an icon. */
function face(name, inside) {
	const element = make('span', 'face', inside);
	element.style.background = colorOf(name);
	return element;
}

const initialsOf = (name) =>
	name
		.split(/\s+/)
		.slice(0, 2)
		.map((part) => [...part][0] ?? '')
		.join('')
		.toUpperCase();

/** Only web links can be tapped; whatever else a message calls an address is only shown. */
const isWebAddress = (value) => /^https?:\/\//i.test(words(value));

function linkTo(href, className, ...children) {
	const element = make('a', className, ...children);
	element.href = href;
	element.target = '_blank';
	element.rel = 'noopener noreferrer';
	return element;
}

function parsedAddress(value) {
	return URL.canParse(words(value)) ? new URL(words(value)) : undefined;
}

function decoded(value) {
	try {
		return decodeURIComponent(value);
	} catch {
		return value;
	}
}

const hostOf = (address) => parsedAddress(address)?.host ?? '';

function fileNameOf(address) {
	const name = parsedAddress(address)?.pathname.split('/').pop();
	return name ? decoded(name) : words(address);
}
