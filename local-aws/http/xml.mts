export type XmlContent =
	| string
	| number
	| boolean
	| { [name: string]: XmlContent | XmlContent[] | undefined };

/** A carriage return is escaped too: XML parsers turn a bare one into a line feed. */
const unsafe = /[&<>"'\r]/g;

const escape = (text: string): string =>
	text.replace(unsafe, (character) => `&#${character.charCodeAt(0)};`);

function element(name: string, content: XmlContent): string {
	return `<${name}>${inner(content)}</${name}>`;
}

function inner(content: XmlContent): string {
	if (typeof content !== 'object') return escape(String(content));
	return Object.entries(content)
		.flatMap(([name, value]) =>
			value === undefined ? [] : [value].flat().map((item) => element(name, item)),
		)
		.join('');
}

/** A whole document. Members that are lists become repeated elements, as in AWS's own XML. */
export function xml(root: string, content: XmlContent, namespace?: string): string {
	const attribute = namespace === undefined ? '' : ` xmlns="${namespace}"`;
	return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${attribute}>${inner(content)}</${root}>`;
}
