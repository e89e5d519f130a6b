import { FieldError } from '../request/fieldError';
import { quoted } from '../request/rule';
import { safeFileName } from './fileName';

/** The kinds of media, named as WhatsApp names the message types that carry them. */
export type MediaKind = 'audio' | 'document' | 'image' | 'sticker' | 'video';

const KB = 1024;
const MB = 1024 * KB;

interface MediaType {
	kind: MediaKind;
	mimeType: string;
	/** Usual first. */
	extensions: string[];
}

const OOXML = 'application/vnd.openxmlformats-officedocument';

/**
 * Everything that WhatsApp takes. Source: AWS End User Messaging Social user guide, "Supported media
 * types", which equals Meta's table.
 */
const MEDIA_TYPES: MediaType[] = [
	{ kind: 'audio', mimeType: 'audio/aac', extensions: ['aac'] },
	{ kind: 'audio', mimeType: 'audio/amr', extensions: ['amr'] },
	{ kind: 'audio', mimeType: 'audio/mpeg', extensions: ['mp3'] },
	{ kind: 'audio', mimeType: 'audio/mp4', extensions: ['m4a'] },
	{ kind: 'audio', mimeType: 'audio/ogg', extensions: ['ogg'] },
	{ kind: 'document', mimeType: 'application/pdf', extensions: ['pdf'] },
	{ kind: 'document', mimeType: 'application/msword', extensions: ['doc'] },
	{ kind: 'document', mimeType: `${OOXML}.wordprocessingml.document`, extensions: ['docx'] },
	{ kind: 'document', mimeType: 'application/vnd.ms-excel', extensions: ['xls'] },
	{ kind: 'document', mimeType: `${OOXML}.spreadsheetml.sheet`, extensions: ['xlsx'] },
	{ kind: 'document', mimeType: 'application/vnd.ms-powerpoint', extensions: ['ppt'] },
	{ kind: 'document', mimeType: `${OOXML}.presentationml.presentation`, extensions: ['pptx'] },
	{ kind: 'document', mimeType: 'text/plain', extensions: ['txt', 'text'] },
	{ kind: 'image', mimeType: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
	{ kind: 'image', mimeType: 'image/png', extensions: ['png'] },
	{ kind: 'sticker', mimeType: 'image/webp', extensions: ['webp'] },
	{ kind: 'video', mimeType: 'video/mp4', extensions: ['mp4'] },
	{ kind: 'video', mimeType: 'video/3gpp', extensions: ['3gp'] },
];

/** Other names for the same types, as browsers, mail programs and AWS's own page write them. */
const SAME_AS = new Map([
	['audio/mp3', 'audio/mpeg'],
	['audio/m4a', 'audio/mp4'],
	['audio/x-m4a', 'audio/mp4'],
	['audio/opus', 'audio/ogg'],
	['application/ogg', 'audio/ogg'],
	['image/jpg', 'image/jpeg'],
	['video/3gp', 'video/3gpp'],
]);

/** Largest size in bytes; a sticker's depends on whether it moves. */
const LIMITS: Record<Exclude<MediaKind, 'sticker'>, number> = {
	audio: 16 * MB,
	document: 100 * MB,
	image: 5 * MB,
	video: 16 * MB,
};
const STATIC_STICKER_LIMIT = 100 * KB;
const ANIMATED_STICKER_LIMIT = 500 * KB;

/** A file as far as its description goes. */
export interface FileFacts {
	fileName?: string;
	/** As the source names it; may carry parameters or say nothing useful. */
	mimeType?: string;
	bytes: number;
}

export interface CheckedFile {
	kind: MediaKind;
	mimeType: string;
	fileName: string;
	bytes: number;
	/** A sticker whose size is allowed only if it is animated; its content has to be looked at. */
	onlyIfAnimated: boolean;
}

function bare(mimeType = ''): string {
	const name = mimeType.split(';')[0]?.trim().toLowerCase() ?? '';
	return SAME_AS.get(name) ?? name;
}

function extensionOf(fileName = ''): string {
	return /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
}

/** Types that say no more than "some bytes". */
const UNKNOWN_TYPES = new Set(['', 'application/octet-stream', 'binary/octet-stream']);

function typeOf({ mimeType, fileName }: FileFacts): MediaType | undefined {
	const name = bare(mimeType);
	return UNKNOWN_TYPES.has(name)
		? MEDIA_TYPES.find(({ extensions }) => extensions.includes(extensionOf(fileName)))
		: MEDIA_TYPES.find((type) => type.mimeType === name);
}

/** The usual file extension of a MIME type, without the dot; undefined where WhatsApp has no such type. */
export function extensionFor(mimeType: string): string | undefined {
	return MEDIA_TYPES.find((type) => type.mimeType === bare(mimeType))?.extensions[0];
}

/** The MIME type without parameters, under its standard name. */
export const standardMimeType = bare;

function sizeText(bytes: number): string {
	return bytes < MB
		? `${Math.ceil(bytes / KB)} KB`
		: `${(Math.ceil((bytes / MB) * 10) / 10).toFixed(1)} MB`;
}

function acceptedExtensions(kind?: MediaKind): string {
	return MEDIA_TYPES.filter((type) => kind === undefined || type.kind === kind)
		.map(({ extensions }) => `.${extensions[0]}`)
		.join(', ');
}

export function tooLarge(file: FileFacts, kind: string, limit: number): FieldError {
	return new FieldError(
		`The file is too large for a WhatsApp ${kind}`,
		`${quoted(file.fileName ?? 'file')} (${bare(file.mimeType)}) has ${sizeText(file.bytes)}, WhatsApp allows ${sizeText(limit)}. Make it smaller${kind === 'document' ? '' : ', or send it as a document if its type allows'}.`,
	);
}

/** The error of a sticker that would be small enough only if it moved. */
export function stickerTooLarge(file: FileFacts): FieldError {
	return tooLarge(file, 'sticker that does not move', STATIC_STICKER_LIMIT);
}

/**
 * Checks type and size of a file against WhatsApp's table before anything leaves n8n.
 *
 * @param kind the kind the message needs; undefined where any will do (a bare upload)
 * @throws FieldError naming the file, its type, its size and the limit
 */
export function checkFile(file: FileFacts, kind?: MediaKind): CheckedFile {
	const type = typeOf(file);
	const article = kind === 'audio' || kind === 'image' ? 'an' : 'a';
	if (!type || (kind !== undefined && type.kind !== kind)) {
		throw new FieldError(
			kind
				? `The file cannot be sent as ${article} ${kind}`
				: 'WhatsApp does not take files of this type',
			`${quoted(file.fileName ?? 'file')} is ${quoted(file.mimeType ?? 'of unknown type')}. ${kind ? `For ${article} ${kind}, ` : ''}WhatsApp takes ${acceptedExtensions(kind)}. Convert the file, or correct the type that the node before gives it.`,
		);
	}
	if (file.bytes === 0) {
		throw new FieldError(
			'The file is empty',
			`${quoted(file.fileName ?? 'file')} has no content. Check the node that makes it.`,
		);
	}
	const isSticker = type.kind === 'sticker';
	const limit = type.kind === 'sticker' ? ANIMATED_STICKER_LIMIT : LIMITS[type.kind];
	if (file.bytes > limit) throw tooLarge(file, type.kind, limit);
	return {
		kind: type.kind,
		mimeType: type.mimeType,
		fileName: safeFileName(file.fileName) ?? `file.${type.extensions[0]}`,
		bytes: file.bytes,
		onlyIfAnimated: isSticker && file.bytes > STATIC_STICKER_LIMIT,
	};
}
