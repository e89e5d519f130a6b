import type { Account, Media } from './account.mts';
import { isObject } from './message.mts';
import type { RawMessage } from './message.mts';
import { mediaKindOf } from './media-types.mts';
import type { MediaKind } from './media-types.mts';
import { failureOfTemplate, writtenComponents } from './template-delivery.mts';
import type { Template } from './templates.mts';

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
	'pin',
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
	/** Every file of the message, in the order in which it names them. */
	media?: Array<Media & { filename?: string }>;
	/** What a template message is drawn from, as it was when the message came. */
	template?: Pick<Template, 'category' | 'components'>;
	/** WhatsApp's reason to give up, which a real sender learns from a later event. */
	failure?: string;
}

const mediaKeys: Record<string, MediaKind> = {
	image: 'image',
	video: 'video',
	gif: 'video',
	audio: 'audio',
	document: 'document',
	sticker: 'sticker',
};

/** Media can sit deep inside a message: in a template's header, on the cards of a carousel. */
function mediaReferences(value: unknown): MediaReference[] {
	if (Array.isArray(value)) return value.flatMap(mediaReferences);
	if (!isObject(value)) return [];
	const own = Object.entries(mediaKeys).flatMap(([key, kind]): MediaReference[] => {
		const media = value[key];
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

/** Only the files and the failure of a message that has its content. */
function deliverMedia(
	content: unknown,
	phoneNumberId: string,
	account: Account,
): Pick<Delivery, 'media' | 'failure'> {
	const found = mediaReferences(content).map((reference) => ({
		reference,
		media: account.findMedia(reference.id, phoneNumberId),
	}));
	const failure = found
		.map(({ reference, media }) => failureOfMedia(reference, media))
		.find((text) => text !== undefined);
	if (failure !== undefined) return { failure };
	const media = found.flatMap(({ reference: { filename }, media }) =>
		media ? [{ ...media, ...(filename === undefined ? {} : { filename }) }] : [],
	);
	return media.length > 0 ? { media } : {};
}

/** The template a message names, of the business account that the sender's number belongs to. */
function findTemplate(
	content: Record<string, unknown>,
	phoneNumberId: string,
	account: Account,
): Template | undefined {
	const owner = account.businessAccounts.find(({ phoneNumbers }) =>
		phoneNumbers.some(({ id }) => id === phoneNumberId),
	);
	const code = isObject(content.language) ? content.language.code : undefined;
	return owner
		? account
				.templates(owner.id)
				.all()
				.find(({ name, language }) => name === content.name && language === code)
		: undefined;
}

/** What becomes of an accepted message. WhatsApp looks into it only now. */
export function deliver(message: RawMessage, phoneNumberId: string, account: Account): Delivery {
	const type = typeof message.type === 'string' ? message.type : 'text';
	if (!messageTypes.includes(type))
		return { type, failure: `131051 Unsupported message type: ${type}` };
	const content = message[type];
	if (content === undefined)
		return { type, failure: `131008 Required parameter is missing: ${type}` };
	const delivered = { type, ...deliverMedia(message, phoneNumberId, account) };
	if (type !== 'template' || !isObject(content)) return delivered;
	const template = findTemplate(content, phoneNumberId, account);
	const failure = delivered.failure ?? failureOfTemplate(content, template);
	if (failure !== undefined) delivered.failure = failure;
	if (!template) return delivered;
	const { category } = template;
	return { ...delivered, template: { category, components: writtenComponents(template) } };
}
