import { AwsError } from '../http/aws-error.mts';

export type MediaKind = 'audio' | 'document' | 'image' | 'sticker' | 'video';

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

/** WhatsApp's table of what may be uploaded and how large it may be. */
const table: Record<MediaKind, { largest: number; mimeTypes: string[] }> = {
	audio: {
		largest: 16 * megabyte,
		mimeTypes: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'],
	},
	document: {
		largest: 100 * megabyte,
		mimeTypes: [
			'text/plain',
			'application/pdf',
			'application/msword',
			'application/vnd.ms-excel',
			'application/vnd.ms-powerpoint',
			'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
			'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			'application/vnd.openxmlformats-officedocument.presentationml.presentation',
		],
	},
	image: { largest: 5 * megabyte, mimeTypes: ['image/jpeg', 'image/png'] },
	sticker: { largest: 500 * kilobyte, mimeTypes: ['image/webp'] },
	video: { largest: 16 * megabyte, mimeTypes: ['video/mp4', 'video/3gpp', 'video/3gp'] },
};

const bareType = (mimeType: string): string => (mimeType.split(';')[0] ?? '').trim().toLowerCase();

export function mediaKindOf(mimeType: string): MediaKind | undefined {
	const kinds = Object.keys(table) as MediaKind[];
	return kinds.find((kind) => table[kind].mimeTypes.includes(bareType(mimeType)));
}

/** The part after the slash, however long: `audio/ogg; codecs=opus` becomes `ogg`. */
export function extensionOf(mimeType: string): string {
	return bareType(mimeType).split('/')[1] ?? '';
}

export function checkUploadable(mimeType: string, size: number): void {
	const refuse = (text: string): AwsError => new AwsError(400, 'InvalidParametersException', text);
	const kind = mediaKindOf(mimeType);
	if (!kind) throw refuse(`Media type '${mimeType}' is not supported by WhatsApp.`);
	const { largest } = table[kind];
	if (size > largest)
		throw refuse(
			`Media of type '${mimeType}' must not be larger than ${largest} bytes, got ${size}.`,
		);
	if (size === 0) throw refuse('Media must not be empty.');
}
