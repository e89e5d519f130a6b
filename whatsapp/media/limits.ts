import { grouped } from '../../form/counts';
import { FieldError } from '../../form/fieldError';
import { quoted } from '../../form/rule';
import { fileNameOf } from './fileName';
import { fileType, TEXT, type DescribedFile, type FileType } from './fileType';
import { MEDIA_TYPES, type MediaKind } from './mediaTypes';
import { extensionFor, fitsName } from './mimeTypes';

const KB = 1024;
const MB = 1024 * KB;

/** Largest size in bytes; that of a sticker is for one that moves. */
const LIMITS: Record<MediaKind, number> = {
	audio: 16 * MB,
	document: 100 * MB,
	image: 5 * MB,
	sticker: 500 * KB,
	video: 16 * MB,
};
const STATIC_STICKER_LIMIT = 100 * KB;

export interface CheckedFile {
	kind: MediaKind;
	mimeType: string;
	fileName: string;
	bytes: number;
	/** A sticker whose size is allowed only if it is animated; its content has to be looked at. */
	onlyIfAnimated: boolean;
}

function sizeText(bytes: number): string {
	return bytes < MB
		? `${grouped(Math.ceil(bytes / KB))} KB`
		: `${grouped((Math.ceil((bytes / MB) * 10) / 10).toFixed(1))} MB`;
}

/** A file as this kind of media, in words. */
const AS: Record<MediaKind, string> = {
	audio: 'audio',
	document: 'a document',
	image: 'an image',
	sticker: 'a sticker',
	video: 'a video',
};

function acceptedExtensions(kind?: MediaKind): string {
	return [...MEDIA_TYPES]
		.filter(([, each]) => kind === undefined || each === kind)
		.map(([type]) => `.${extensionFor(type)}`)
		.join(', ');
}

function tooLarge(file: DescribedFile, kind: string, limit: number): FieldError {
	return new FieldError(
		`The file is too large for a WhatsApp ${kind}`,
		`${quoted(file.fileName ?? 'file')} (${file.mimeType}) is ${sizeText(file.bytes)}; WhatsApp allows at most ${sizeText(limit)}. Make it smaller.`,
	);
}

/** The error of a sticker that would be small enough only if it moved. */
export function stickerTooLarge(file: DescribedFile): FieldError {
	return tooLarge(file, 'static sticker', STATIC_STICKER_LIMIT);
}

/** What a file is, as the error says it. */
function whatItIs({ mimeType }: DescribedFile, type: FileType | undefined): string {
	if (type) return `${quoted(type.exactly)}${type.byContent ? ', judging by its content' : ''}`;
	return mimeType === undefined ? 'of unknown type' : quoted(mimeType);
}

/**
 * Checks type and size of a file against WhatsApp's table before anything leaves n8n.
 *
 * @param wanted the kind the message needs; undefined where any will do (a bare upload)
 * @throws FieldError naming the file, its type, its size and the limit
 */
export function checkFile(file: DescribedFile, wanted?: MediaKind): CheckedFile {
	const type = fileType(file, wanted);
	const kind = MEDIA_TYPES.get(type?.mimeType ?? '');
	const name = quoted(file.fileName ?? 'file');
	if (type?.byContent && type.mimeType === TEXT) {
		throw new FieldError(
			'The content of the file does not match its name',
			`${name}${file.mimeType === undefined ? '' : ` (${file.mimeType})`} contains text, such as an error page or the file in base64. Check the output of the node that downloads it.`,
		);
	}
	if (!type || !kind || (wanted !== undefined && kind !== wanted)) {
		const instead = kind
			? `Send it as ${AS[kind]}, or convert it.`
			: 'Convert the file, or correct its name or type in the previous node.';
		throw new FieldError(
			wanted
				? `The file cannot be sent as ${AS[wanted]}`
				: 'WhatsApp does not accept files of this type',
			`${name} is ${whatItIs(file, type)}. ${wanted ? `As ${AS[wanted]}, ` : ''}WhatsApp accepts ${acceptedExtensions(wanted)}. ${instead}`,
		);
	}
	const { mimeType, exactly } = type;
	if (file.bytes === 0) {
		throw new FieldError(
			'The file is empty',
			`${name} has no content. Check the node that creates it.`,
		);
	}
	if (file.bytes > LIMITS[kind]) throw tooLarge({ ...file, mimeType }, kind, LIMITS[kind]);
	const own = file.fileName;
	// A name that opens stays; another gets the ending of what the file is exactly.
	const known = own && fitsName(mimeType, own) ? mimeType : exactly;
	return {
		kind,
		mimeType,
		fileName: fileNameOf({ own, mimeType: known }) ?? `file.${extensionFor(known)}`,
		bytes: file.bytes,
		onlyIfAnimated: kind === 'sticker' && file.bytes > STATIC_STICKER_LIMIT,
	};
}
