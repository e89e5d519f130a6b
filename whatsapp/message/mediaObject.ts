import type { IDataObject } from 'n8n-workflow';
import type { NameFacts } from '../media/fileName';
import type { FileToUpload, MediaSource } from '../media/fileSource';
import type { MediaKind } from '../media/mediaTypes';
import { isRecord } from '../../form/unknown';

/** The keys of a media object besides the file's ID or link; a name for the file may be one of them. */
type OtherKeys = (name: NameFacts) => IDataObject;

/** Stands in a composed message for a media object whose file is not with WhatsApp yet. */
export class PendingFile {
	constructor(
		readonly kind: MediaKind,
		readonly source: FileToUpload,
		private readonly otherKeys: OtherKeys,
	) {}

	/** The media object, once the file has an ID. */
	object(id: string, name: NameFacts = {}): IDataObject {
		return { id, ...this.otherKeys(name) };
	}
}

/** A media object as every message has it: the file by ID or by link, never both. */
export function mediaObject(
	kind: MediaKind,
	file: MediaSource,
	otherKeys: OtherKeys = () => ({}),
): IDataObject | PendingFile {
	switch (file.from) {
		case 'mediaId':
			return { id: file.id, ...otherKeys({}) };
		case 'link':
			return { link: file.link, ...otherKeys(file.name) };
		default:
			return new PendingFile(kind, file, otherKeys);
	}
}

/** The files of a message that WhatsApp has to be given first, in the order of the message. */
export function pendingFiles(part: unknown): PendingFile[] {
	if (part instanceof PendingFile) return [part];
	if (Array.isArray(part)) return part.flatMap(pendingFiles);
	return isRecord(part) ? Object.values(part).flatMap(pendingFiles) : [];
}

/** The message with a media object in place of every pending file. */
export function withFiles(
	message: IDataObject,
	objectOf: (file: PendingFile) => IDataObject,
): IDataObject {
	const filled = (part: unknown): unknown => {
		if (part instanceof PendingFile) return objectOf(part);
		if (Array.isArray(part)) return part.map(filled);
		return isRecord(part) ? withFiles(part, objectOf) : part;
	};
	return Object.fromEntries(
		Object.entries(message).map(([key, part]) => [key, filled(part)]),
	) as IDataObject;
}
