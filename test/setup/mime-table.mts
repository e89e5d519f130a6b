import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Characters of a line of the table. */
const WIDTH = 100;

const ROOT = join(import.meta.dirname, '../..');
export const MIME_TABLE_FILE = join(ROOT, 'whatsapp/media/mimeTable.ts');

type MimeDb = Record<string, { extensions?: string[] }>;

const readJson = <T,>(file: string): T =>
	JSON.parse(readFileSync(join(ROOT, 'node_modules/mime-db', file), 'utf8')) as T;

/** All types of mime-db that have endings. */
export function typesWithEndings(): Array<[type: string, endings: string[]]> {
	return Object.entries(readJson<MimeDb>('db.json')).flatMap(([type, { extensions = [] }]) =>
		extensions.length > 0 ? [[type, extensions]] : [],
	);
}

function inLines(entries: string[]): string {
	const lines: string[] = [];
	for (const entry of entries) {
		const longer = `${lines.at(-1) ?? ''} ${entry};`;
		if (lines.length === 0 || longer.length > WIDTH) lines.push(`${entry};`);
		else lines[lines.length - 1] = longer;
	}
	return lines.join('\n');
}

/** The source of the table that ships, from the mime-db that is installed. */
export function mimeTableSource(): string {
	const byGroup = new Map<string, string[]>();
	for (const [type, endings] of typesWithEndings()) {
		const [group = '', name = ''] = type.split('/');
		byGroup.set(group, [...(byGroup.get(group) ?? []), [name, ...endings].join(' ')]);
	}
	const { version } = readJson<{ version: string }>('package.json');
	const groups = [...byGroup].map(([group, entries]) => {
		const key = /^\w+$/.test(group) ? group : `'${group}'`;
		return `\t${key}: \`\n${inLines(entries)}\n\`,\n`;
	});
	return `/**
 * The MIME types that have extensions, from mime-db ${version} (MIT license, Jonathan Ong and Douglas
 * Christopher Wilson). Written by "node test/setup/mime-table.mts"; a test compares it with mime-db.
 * A type is its name after the slash and its extensions.
 */
export const MIME_TABLE: Record<string, string> = {
${groups.join('')}};
`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(MIME_TABLE_FILE, mimeTableSource());
