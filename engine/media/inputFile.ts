import type { IBinaryData } from 'n8n-workflow';
import type { ItemRequest } from '../itemRequest';
import { FieldError } from '../../form/fieldError';
import { quoted, shown } from '../../form/rule';
import type { BinarySource, FileToUpload } from '../../whatsapp/media/fileSource';
import type { NameFacts } from '../../whatsapp/media/fileName';
import { checkFile, stickerTooLarge, type CheckedFile } from '../../whatsapp/media/limits';
import type { MediaKind } from '../../whatsapp/media/mediaTypes';
import { HEAD_BYTES } from '../../whatsapp/media/signatures/look';
import { isAnimatedWebp } from '../../whatsapp/media/webp';
import { checkRecording } from './recording';

/** Large enough that a large file needs few steps, small enough that it does not show in memory. */
const STREAM_CHUNK_BYTES = 1024 * 1024;

/** Where n8n keeps the bytes of a file: under an ID, or as base64 in the item itself. */
interface Content {
	id?: string;
	data: string;
}

/** A file of the input item, checked, with its bytes still where n8n keeps them. */
export interface InputFile extends CheckedFile {
	content: Content;
	/** The bytes: a buffer where n8n holds files in memory, else a new stream at every call. */
	open(): Promise<Buffer | NodeJS.ReadableStream>;
}

/** A file that WhatsApp can be given: where it is, and if it is one of the input, the file itself. */
export type UploadSource =
	| Exclude<FileToUpload, BinarySource>
	| (BinarySource & { file: InputFile; name: NameFacts });

/** The first bytes; what follows stays unread. */
async function headOf(content: NodeJS.ReadableStream): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let bytes = 0;
	// Leaving the loop closes the stream.
	for await (const chunk of content) {
		const part = Buffer.from(chunk);
		chunks.push(part);
		bytes += part.length;
		if (bytes >= HEAD_BYTES) break;
	}
	return Buffer.concat(chunks).subarray(0, HEAD_BYTES);
}

function findBinary(
	{ input }: Pick<ItemRequest, 'input'>,
	field: unknown,
): IBinaryData | undefined {
	try {
		const found: unknown = input.file(typeof field === 'string' ? field.trim() : field);
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

function contentOf(binary: IBinaryData, label: string): Content {
	// Code nodes put anything there.
	const { id, data }: { id?: unknown; data?: unknown } = binary;
	if (typeof id === 'string' && id !== '') return { id, data: '' };
	if (typeof data === 'string') return { data };
	throw new FieldError(
		`'${label}' refers to a file without content`,
		`${data === undefined || data === null ? 'The file has no content' : `Instead of base64 text, its content is ${shown(data)}`}. Check the node that creates the file, such as 'Convert to File'.`,
	);
}

/** Size and first bytes of a file, from where n8n keeps it. */
async function looked(
	{ helpers }: ItemRequest['context'],
	{ id, data }: Content,
): Promise<{ bytes: number; head: Buffer }> {
	if (id === undefined) {
		// Counted from what will be sent: base64 may have line breaks, or end too early.
		const content = Buffer.from(data, 'base64');
		return { bytes: content.length, head: content.subarray(0, HEAD_BYTES) };
	}
	const { fileSize } = await helpers.getBinaryMetadata(id);
	return { bytes: fileSize, head: await headOf(await helpers.getBinaryStream(id, HEAD_BYTES)) };
}

/**
 * Finds the file in the input item and checks its type and size. Of its content only the first bytes
 * are read, which tell the type.
 *
 * @param field name of the field that holds the file, or the file itself from an expression
 * @throws FieldError when there is no such file, or WhatsApp does not take it
 */
async function inputFile(
	item: Pick<ItemRequest, 'context' | 'input'>,
	{ field, label }: BinarySource,
	kind?: MediaKind,
): Promise<InputFile> {
	const binary = findBinary(item, field);
	if (!binary) {
		const available = item.input.files;
		const has =
			available.length === 0
				? "The item has no files. Add a node before this one that provides the file, such as 'HTTP Request' or 'Convert to File'."
				: `The item has: ${available.map(quoted).join(', ')}.`;
		throw new FieldError(
			`'${label}' does not match any file of the item`,
			`You entered ${shown(field ?? '')}. ${has}`,
		);
	}
	const { context } = item;
	const content = contentOf(binary, label);
	const { id, data } = content;
	const { bytes, head } = await looked(context, content);
	const { fileName, mimeType } = binary;
	const checked = checkFile(
		{ fileName: textIn(fileName), mimeType: textIn(mimeType), bytes, head },
		kind,
	);
	const open = async () =>
		id
			? await context.helpers.getBinaryStream(id, STREAM_CHUNK_BYTES)
			: Buffer.from(data, 'base64');

	if (checked.onlyIfAnimated && !isAnimatedWebp(head)) throw stickerTooLarge(checked);
	return { ...checked, content, open };
}

/**
 * Finds the file to upload. A file of the input is checked against the limits of its kind, but not
 * read yet.
 *
 * @throws FieldError when there is no such file, WhatsApp does not take it, or its upload cannot be recorded
 */
export async function uploadSource(
	item: ItemRequest,
	source: FileToUpload,
	kind?: MediaKind,
): Promise<UploadSource> {
	checkRecording(item);
	if (source.from !== 'binary') return source;
	const file = await inputFile(item, source, kind);
	return { ...source, file, name: { own: file.fileName, mimeType: file.mimeType } };
}
