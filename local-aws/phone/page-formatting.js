/* WhatsApp's marks in a text: *bold*, _italic_, ~strike~, `code`, ```block```, lists, quotes and addresses. */

const inlineMarks =
	/`([^`\n]+)`|(?<![\w*])\*(?=\S)([^*\n]*\S)\*(?![\w*])|(?<!\w)_(?=\S)([^_\n]*\S)_(?!\w)|(?<![\w~])~(?=\S)([^~\n]*\S)~(?![\w~])|(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)'*_~])/g;

function inline(text) {
	const nodes = [];
	let end = 0;
	for (const match of text.matchAll(inlineMarks)) {
		const [all, code, bold, italic, strike, address] = match;
		nodes.push(text.slice(end, match.index));
		end = match.index + all.length;
		if (address) nodes.push(linkTo(address, '', address));
		else if (code) nodes.push(make('code', '', code));
		else if (bold) nodes.push(make('b', '', inline(bold)));
		else if (italic) nodes.push(make('em', '', inline(italic)));
		else nodes.push(make('s', '', inline(strike)));
	}
	return [...nodes, text.slice(end)];
}

function lines(text) {
	const all = text.split('\n');
	return all.flatMap((line, index) => {
		const end = index < all.length - 1 ? '\n' : '';
		if (/^> \S/.test(line)) return [make('span', 'cited', inline(line.slice(2)))];
		return [...inline(line.replace(/^[-*] (?=\S)/, '• ')), end];
	});
}

function formatted(text) {
	return text
		.split(/```([^]+?)```/)
		.flatMap((part, index) => (index % 2 === 1 ? [make('code', '', part)] : lines(part)));
}

function text(value, className = 'text') {
	return words(value) === '' ? '' : make('div', className, formatted(words(value)));
}

/** The words alone, where there is no room for how they look. */
const unmarked = (value) => make('span', '', formatted(value)).textContent;
