import type { IBinaryData } from 'n8n-workflow';
import type { Call } from '../request/call';
import { FieldError } from '../request/fieldError';
import { quoted, shown } from '../request/rule';
import { checkFile, stickerTooLarge, type CheckedFile, type MediaKind } from './limits';
import { isAnimatedWebp, WEBP_HEAD_BYTES } from './webp';

/** Large enough that a large file needs few steps, small enough that it does not show in memory. */
const STREAM_CHUNK_BYTES = 1024 * 1024;

/** A file of the input item, checked, with its bytes still where n8n keeps them. */
export interface InputFile extends CheckedFile {
	/** The bytes: a buffer where n8n holds files in memory, else a new stream at every call. */
	open(): Promise<Buffer | NodeJS.ReadableStream>;
}

async function head(content: Buffer | NodeJS.ReadableStream): Promise<Buffer> {
	if (Buffer.isBuffer(content)) return content;
	const chunks: Buffer[] = [];
	let bytes = 0;
	// Leaving the loop closes the stream.
	for await (const chunk of content) {
		const part = Buffer.from(chunk);
		chunks.push(part);
		bytes += part.length;
		if (bytes >= WEBP_HEAD_BYTES) break;
	}
	return Buffer.concat(chunks);
}

function findBinary({ item }: Pick<Call, 'item'>, field: unknown): IBinaryData | undefined {
	try {
		const found: unknown = item.file(typeof field === 'string' ? field.trim() : field);
		return isFile(found) ? found : undefined;
	} catch {
		return undefined;
	}
}

/** Not what every object has, though n8n finds it by its name: "constructor" for one. */
function isFile(found: unknown): found is IBinaryData {
	return (
		typeof found === 'object' &&
		found !== null &&
		(Object.hasOwn(found, 'data') || Object.hasOwn(found, 'id'))
	);
}

/** A text that other nodes should have made one. */
const textIn = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** Where n8n keeps the bytes of a file: under an ID, or as base64 in the item itself. */
function contentOf(binary: IBinaryData, label: string): { id?: string; data: string } {
	// Code nodes put anything there.
	const { id, data }: { id?: unknown; data?: unknown } = binary;
	if (typeof id === 'string' && id !== '') return { id, data: '' };
	if (typeof data === 'string') return { data };
	throw new FieldError(
		`'${label}' names a file without content`,
		`Where its content should be as base64 text there is ${data === undefined || data === null ? 'nothing' : shown(data)}. Check the node that makes the file, for instance with 'Convert to File'.`,
	);
}

/**
 * Finds the file in the input item and checks its type and size. Nothing is read but, for a large
 * sticker, its first bytes.
 *
 * @param field name of the field that holds the file, or the file itself from an expression
 * @throws FieldError when there is no such file, or WhatsApp does not take it
 */
export async function inputFile(
	call: Pick<Call, 'context' | 'item'>,
	field: unknown,
	label: string,
	kind?: MediaKind,
): Promise<InputFile> {
	const binary = findBinary(call, field);
	if (!binary) {
		const available = call.item.files;
		const has =
			available.length === 0
				? "The item has no files. Put a node before this one that delivers the file, e.g. 'HTTP Request' or 'Convert to File'."
				: `The item has: ${available.map(quoted).join(', ')}.`;
		throw new FieldError(
			`'${label}' names no file of this item`,
			`You asked for ${shown(field ?? '')}. ${has}`,
		);
	}
	const { context } = call;
	const { id, data } = contentOf(binary, label);
	// Counted from what will be sent: base64 may have line breaks, or end too early.
	const bytes = id
		? (await context.helpers.getBinaryMetadata(id)).fileSize
		: Buffer.from(data, 'base64').length;
	const checked = checkFile(
		{ fileName: textIn(binary.fileName), mimeType: textIn(binary.mimeType), bytes },
		kind,
	);
	const open = async () =>
		id
			? await context.helpers.getBinaryStream(id, STREAM_CHUNK_BYTES)
			: Buffer.from(data, 'base64');

	if (checked.onlyIfAnimated && !isAnimatedWebp(await head(await open()))) {
		throw stickerTooLarge(checked);
	}
	return { ...checked, open };
}
