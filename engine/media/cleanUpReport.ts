import type { IDataObject } from 'n8n-workflow';
import { grouped, howMany } from '../../form/counts';
import { known } from '../../form/unknown';
import { errorItem, nodeErrorOf } from '../errors';
import type { ItemRequest } from '../itemRequest';
import type { DueUpload, Parts } from './cleanUpWish';
import type { Removed } from './uploadRemoval';

/** As many as say what is wrong; a list of all would be as long as the list of files. */
const MOST_FAILURES = 10;
/** Enough to see whether it is what was meant. */
const MOST_FILES_IN_SUMMARY = 100;

/** What is known of an upload, for the output: of the objects, those that were found. */
function factsOf(
	{ record, uploadedAt }: DueUpload,
	{ mediaId, s3Object }: Parts,
	removed?: Removed,
): IDataObject {
	const { mimeType, bytes, by, phoneNumberId } = record;
	const uploadedBy = known({ workflowId: by.workflow, executionId: by.execution });
	const [found] = removed?.s3Objects ?? (s3Object ? [s3Object] : []);
	return {
		...known({ mediaId, originationPhoneNumberId: phoneNumberId }),
		...(found ? { s3Object: { ...found } } : {}),
		...known({ mimeType, fileSize: bytes ?? removed?.bytes }),
		uploadedAt: new Date(uploadedAt).toISOString(),
		...(uploadedBy ? { uploadedBy } : {}),
	};
}

/** What a clean-up has done, or would do. It holds each file only where each is an item. */
export class CleanUpReport {
	/** Files that are done. */
	done = 0;

	failed = 0;

	/** Records that are not ours, of a later version, or damaged. */
	notReadable = 0;

	/** Whether files were left because of the limit. */
	limitReached = false;

	private mediaDeleted = 0;

	private s3ObjectsDeleted = 0;

	private alreadyGone = 0;

	private bytes = 0;

	private readonly files: IDataObject[] = [];

	private readonly failures: IDataObject[] = [];

	/** @param eachFile whether each file is an item */
	constructor(
		private readonly item: ItemRequest,
		private readonly isPreview: boolean,
		private readonly eachFile: boolean,
	) {}

	removed(upload: DueUpload, doomed: Parts, removed: Removed): void {
		const { media, s3Objects, bytes } = removed;
		this.done++;
		this.bytes += bytes;
		if (media === 'deleted') this.mediaDeleted++;
		if (media === 'alreadyGone') this.alreadyGone++;
		this.s3ObjectsDeleted += s3Objects.length;
		const isListed = this.isPreview && this.files.length < MOST_FILES_IN_SUMMARY;
		if (!this.eachFile && !isListed) return;
		this.files.push({
			...(this.isPreview ? { isPreview: true } : { deleted: true }),
			...(media === 'alreadyGone' ? { alreadyGone: true } : {}),
			...factsOf(upload, doomed, removed),
		});
	}

	/** @param upload as far as it is known */
	failedFor(failure: unknown, upload?: { due: DueUpload; doomed: Parts }): void {
		this.failed++;
		if (!this.eachFile && this.failures.length >= MOST_FAILURES) return;
		const site = { node: this.item.context.getNode(), itemIndex: 0, effect: 'removal' } as const;
		const { json } = errorItem(failure, nodeErrorOf(failure, site), site);
		this.failures.push({
			deleted: false,
			...(upload ? factsOf(upload.due, upload.doomed) : {}),
			...json,
		});
	}

	/** For the log, where the run ends before its time. */
	get line(): string {
		const files = howMany(this.done, 'file');
		return `${files} had been deleted and ${grouped(this.failed)} had failed by then`;
	}

	private get summary(): IDataObject {
		const { isPreview, files, failures, done, mediaDeleted, s3ObjectsDeleted } = this;
		return {
			// A preview must not read as if something had been deleted.
			...(isPreview
				? {
						isPreview,
						toDelete: done,
						mediaToDelete: mediaDeleted,
						s3ObjectsToDelete: s3ObjectsDeleted,
						deleted: 0,
					}
				: { deleted: done, mediaDeleted, s3ObjectsDeleted, alreadyGone: this.alreadyGone }),
			bytes: this.bytes,
			failed: this.failed,
			notReadable: this.notReadable,
			limitReached: this.limitReached,
			...(isPreview ? { files } : {}),
			...(failures.length > 0 ? { failures } : {}),
		};
	}

	get result(): IDataObject | IDataObject[] {
		return this.eachFile ? [...this.files, ...this.failures] : this.summary;
	}
}
