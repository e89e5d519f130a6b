/** The kinds of media, named as WhatsApp names the message types that carry them. */
export type MediaKind = 'audio' | 'document' | 'image' | 'sticker' | 'video';

const OOXML = 'application/vnd.openxmlformats-officedocument';

/**
 * Everything that WhatsApp takes. Source: AWS End User Messaging Social user guide, "Supported media
 * types", which equals Meta's table.
 */
export const MEDIA_TYPES: ReadonlyMap<string, MediaKind> = new Map<string, MediaKind>([
	['audio/aac', 'audio'],
	['audio/amr', 'audio'],
	['audio/mpeg', 'audio'],
	['audio/mp4', 'audio'],
	['audio/ogg', 'audio'],
	['application/pdf', 'document'],
	['application/msword', 'document'],
	[`${OOXML}.wordprocessingml.document`, 'document'],
	['application/vnd.ms-excel', 'document'],
	[`${OOXML}.spreadsheetml.sheet`, 'document'],
	['application/vnd.ms-powerpoint', 'document'],
	[`${OOXML}.presentationml.presentation`, 'document'],
	['text/plain', 'document'],
	['image/jpeg', 'image'],
	['image/png', 'image'],
	['image/webp', 'sticker'],
	['video/mp4', 'video'],
	['video/3gpp', 'video'],
]);
