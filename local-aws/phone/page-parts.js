/* What bubbles, cards and sheets have in common. */

const sheet = document.getElementById('sheet');
const sheetTitle = document.getElementById('sheet-title');
const sheetContent = document.getElementById('sheet-content');

/** What slides up from the foot of the phone when something is tapped. */
function openSheet(title, content) {
	sheetTitle.textContent = title;
	sheetContent.replaceChildren(...content.flat(Infinity).filter((part) => !isNothing(part)));
	sheet.showModal();
}

document.getElementById('sheet-close').addEventListener('click', () => sheet.close());
sheet.addEventListener('click', ({ target }) => {
	if (target === sheet) sheet.close();
});

/** A line at the foot of a bubble that can be tapped. The detail says what a tap uses. */
function choice(symbol, label, { detail, href, onTap } = {}) {
	const parts = [make('span', 'label', icon(symbol), words(label)), small(detail)];
	if (isWebAddress(href)) return linkTo(href, 'choice', parts);
	const element = make(onTap ? 'button' : 'div', 'choice', parts);
	if (onTap) element.addEventListener('click', onTap);
	return element;
}

/** What is left of many choices when there is room for three. */
function choicesOf(choices) {
	if (choices.length <= 3) return choices;
	const all = choice('list', 'See all options', {
		onTap: () => openSheet('All options', hidden),
	});
	const hidden = choices.slice(2);
	return [...choices.slice(0, 2), all];
}

/** Lines of a name and a value, without those that have none. */
function facts(entries) {
	const given = entries.filter(([, value]) => !isNothing(value));
	return given.length === 0
		? ''
		: make(
				'dl',
				'facts',
				given.map(([name, value]) => [make('dt', '', name), make('dd', '', value)]),
			);
}

function notice(symbol, title, detail) {
	return make('div', 'panel', icon(symbol), make('b', '', title), small(detail));
}

/** The phone would show the catalog's picture, name and price; here only its ids are known. */
function product(item, catalogId) {
	return make(
		'div',
		'product',
		make('span', 'picture', icon('bag')),
		make('b', '', words(item.product_retailer_id)),
		words(catalogId) && small(`Catalog ${words(catalogId)}`),
	);
}

function productSections(sections, catalogId) {
	return listOf(sections).map((section) => [
		words(section.title) && make('h3', '', words(section.title)),
		listOf(section.product_items).map((item) => product(item, catalogId)),
	]);
}

const countOf = (number, noun) => `${number} ${noun}${number === 1 ? '' : 's'}`;

function itemCount(sections) {
	const items = listOf(sections).flatMap((section) => listOf(section.product_items));
	return countOf(items.length, 'item');
}

/** Cards side by side, each with what it shows and its own choices. */
function carousel(cards) {
	return make(
		'div',
		'carousel',
		cards.map(({ body, choices = [] }) =>
			make(
				'article',
				'',
				make('div', 'face-side', body),
				make('div', 'choices', choicesOf(choices)),
			),
		),
	);
}
