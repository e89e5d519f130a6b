import type { Account, Media } from './account.mts';
import { isObject } from './message.mts';
import type { RawMessage } from './message.mts';
import { mediaKindOf } from './media-types.mts';
import type { MediaKind } from './media-types.mts';

const messageTypes = [
	'text',
	'image',
	'video',
	'audio',
	'document',
	'sticker',
	'location',
	'contacts',
	'reaction',
	'interactive',
	'template',
];

interface MediaReference {
	kind: MediaKind;
	id: string;
	filename?: string;
}

export interface Delivery {
	type: string;
	media?: Media & { filename?: string };
	/** WhatsApp's reason to give up, which a real sender learns from a later event. */
	failure?: string;
}

/** Media can sit deep inside a message: in a template's header, on the cards of a carousel. */
function mediaReferences(value: unknown): MediaReference[] {
	if (Array.isArray(value)) return value.flatMap(mediaReferences);
	if (!isObject(value)) return [];
	const kinds: MediaKind[] = ['image', 'video', 'audio', 'document', 'sticker'];
	const own = kinds.flatMap((kind): MediaReference[] => {
		const media = value[kind];
		if (!isObject(media) || typeof media.id !== 'string') return [];
		const { id, filename } = media;
		return [{ kind, id, ...(typeof filename === 'string' ? { filename } : {}) }];
	});
	return [...own, ...Object.values(value).flatMap(mediaReferences)];
}

function failureOfMedia(reference: MediaReference, media: Media | undefined): string | undefined {
	if (!media)
		return `131053 Media upload error: media ${reference.id} does not exist for this phone number`;
	if (mediaKindOf(media.mimeType) !== reference.kind)
		return `131053 Media upload error: ${media.mimeType} cannot be sent as ${reference.kind}`;
	return undefined;
}

/** What becomes of an accepted message. WhatsApp looks into it only now. */
export function deliver(message: RawMessage, phoneNumberId: string, account: Account): Delivery {
	const type = typeof message.type === 'string' ? message.type : 'text';
	if (!messageTypes.includes(type))
		return { type, failure: `131051 Unsupported message type: ${type}` };
	if (message[type] === undefined)
		return { type, failure: `131008 Required parameter is missing: ${type}` };
	const found = mediaReferences(message).map((reference) => ({
		reference,
		media: account.findMedia(reference.id, phoneNumberId),
	}));
	const failure = found
		.map(({ reference, media }) => failureOfMedia(reference, media))
		.find((text) => text !== undefined);
	if (failure !== undefined) return { type, failure };
	const [first] = found;
	if (!first?.media) return { type };
	return { type, media: { ...first.media, filename: first.reference.filename } };
}
