import type { Look } from './look';

/** Office's formats since 2007, by the folder that holds the document; also templates and macros. */
const OOXML = new Map<string, [type: string, also: RegExp]>([
	['word', ['wordprocessingml.document', /\/zip$|wordprocessingml|ms-word\..*macroenabled/]],
	['xl', ['spreadsheetml.sheet', /\/zip$|spreadsheetml|ms-excel\..*macroenabled/]],
	['ppt', ['presentationml.presentation', /\/zip$|presentationml|ms-powerpoint\..*macroenabled/]],
]);

/** What no archive has but a document of Office: its table of contents, its relations, its properties. */
const OFFICE_PART = /^\[Content_Types\]\.xml$|^docProps\/|(^|\/)_rels\//;

/** What is a ZIP archive as well. */
const ZIP_BASED =
	/openxmlformats|macroenabled|opendocument|[+.]zip$|-archive$|\.(kmz|apple\.)|iwork/;

const ENTRY = 'PK\u0003\u0004';
const ENTRY_BYTES = 30;
const DESCRIPTOR = 'PK\u0007\u0008';
/** With sizes of 32 and of 64 bits. */
const DESCRIPTOR_BYTES = [16, 24];
const HAS_DESCRIPTOR = 0x08;

interface Entry {
	name: string;
	/** Where its content begins. */
	contentAt: number;
}

/** Where the entry after one whose size follows its content begins; -1 where that is out of sight. */
function behindDescriptor(head: Buffer, text: string, contentAt: number): number {
	let at = contentAt;
	while ((at = text.indexOf(DESCRIPTOR, at)) >= 0) {
		const end = DESCRIPTOR_BYTES.map((bytes) => at + bytes).find((each) =>
			text.startsWith(ENTRY, each),
		);
		// Others can stand in the content, but none that says how long it is so far.
		if (end !== undefined && head.readUInt32LE(at + 8) === at - contentAt) return end;
		at += DESCRIPTOR.length;
	}
	return -1;
}

/**
 * The entries of an archive as far as the head goes, and none of archives inside it. Source: PKWARE's
 * APPNOTE, 4.3.7 and 4.3.9.
 */
function entriesOf(head: Buffer, text: string): Entry[] {
	const entries: Entry[] = [];
	let at = 0;
	while (at >= 0 && text.startsWith(ENTRY, at) && at + ENTRY_BYTES <= head.length) {
		const nameAt = at + ENTRY_BYTES;
		const nameEnd = nameAt + head.readUInt16LE(at + 26);
		const contentAt = nameEnd + head.readUInt16LE(at + 28);
		entries.push({ name: text.slice(nameAt, nameEnd), contentAt });
		at =
			(head.readUInt16LE(at + 6) & HAS_DESCRIPTOR) === 0
				? contentAt + head.readUInt32LE(at + 18)
				: behindDescriptor(head, text, contentAt);
	}
	return entries;
}

export const zip: Look = (head, text) => {
	if (!text.startsWith(ENTRY)) return undefined;
	const entries = entriesOf(head, text);
	const [first] = entries;
	if (first?.name === 'mimetype') {
		// OpenDocument and EPUB begin with their type, as it is.
		const [own] = /^application\/[a-z0-9.+-]+/.exec(text.slice(first.contentAt)) ?? [];
		if (own !== undefined) return { type: own };
	}
	const office = entries
		.map(({ name }) => OOXML.get(name.slice(0, Math.max(name.indexOf('/'), 0))))
		.find((each) => each !== undefined);
	if (!office || !entries.some(({ name }) => OFFICE_PART.test(name))) {
		return { type: 'application/zip', also: ZIP_BASED };
	}
	const [type, also] = office;
	return { type: `application/vnd.openxmlformats-officedocument.${type}`, also };
};
