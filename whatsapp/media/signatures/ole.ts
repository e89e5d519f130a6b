import type { Look } from './look';

/** Office's formats until 2003, by the stream that holds the document. */
const STREAMS = new Map([
	['WordDocument', 'application/msword'],
	['PowerPoint Document', 'application/vnd.ms-powerpoint'],
	['Workbook', 'application/vnd.ms-excel'],
	['Book', 'application/vnd.ms-excel'],
]);

/** What lies in such a container; today's formats do when they have a password. */
const OLE_BASED = /^application\/(msword|vnd\.(ms-|visio|openxmlformats)|x-ms)/;

const HEADER_BYTES = 512;
const ITEM_BYTES = 128;
/** In items of the directory: "no other one". */
const NONE = 0xffffffff;
const IS_STREAM = 2;

/**
 * The directory, as far as the head goes: its sectors are linked by a table, whose first sector covers
 * all that can be in the head. Source: MS-CFB, 2.2 and 2.3.
 */
function directoryOf(head: Buffer): Buffer {
	if (head.length < HEADER_BYTES) return Buffer.alloc(0);
	const sectorBytes = head.readUInt16LE(30) === 12 ? 4096 : 512;
	const startOf = (sector: number) => (sector + 1) * sectorBytes;
	const numberAt = (at: number) => (at + 4 <= head.length ? head.readUInt32LE(at) : NONE);
	const table = startOf(numberAt(76));
	const sectors = new Set<number>();
	let sector = numberAt(48);
	while (startOf(sector) + sectorBytes <= head.length && !sectors.has(sector)) {
		sectors.add(sector);
		sector = numberAt(table + 4 * sector);
	}
	return Buffer.concat([...sectors].map((each) => head.subarray(startOf(each), startOf(each + 1))));
}

/** The names of the streams at the root, and none of those that belong to embedded objects. Source: MS-CFB, 2.6. */
function streamsOf(directory: Buffer): string[] {
	const itemAt = (index: number) =>
		directory.subarray(index * ITEM_BYTES, (index + 1) * ITEM_BYTES);
	const root = itemAt(0);
	const names: string[] = [];
	const seen = new Set<number>();
	const ahead = root.length < ITEM_BYTES ? [] : [root.readUInt32LE(76)];
	for (let index = ahead.pop(); index !== undefined; index = ahead.pop()) {
		const item = itemAt(index);
		if (seen.has(index) || item.length < ITEM_BYTES) continue;
		seen.add(index);
		const nameBytes = Math.min(item.readUInt16LE(64), 64) - 2;
		if (item[66] === IS_STREAM) names.push(item.toString('utf16le', 0, Math.max(nameBytes, 0)));
		ahead.push(item.readUInt32LE(68), item.readUInt32LE(72));
	}
	return names;
}

export const ole: Look = (head, text) => {
	if (!text.startsWith('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) return undefined;
	const types = new Set(streamsOf(directoryOf(head)).map((name) => STREAMS.get(name)));
	types.delete(undefined);
	const [only] = types.size === 1 ? types : [];
	return only === undefined ? { type: 'application/x-cfb', also: OLE_BASED } : { type: only };
};
