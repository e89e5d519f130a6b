import { CanceledError, UnusableResponse } from '../../aws/errors/errors';
import type { Store } from '../../aws/store/store';
import type { LeftBehind } from '../../aws/transport/client';
import { rememberForCleanUp } from '../../whatsapp/media/remembering';
import type { ItemRequest } from '../itemRequest';
import type { Memory } from '../memory';
import { noBucket, storeOf } from '../store';
import { keyOf, written, type UploadRecord } from './uploadRecords';

const PURPOSE = "'Remember for Clean Up' records uploads";

/** What is known of an upload before it is done. */
export type UploadFacts = Pick<UploadRecord, 'mimeType' | 'bytes' | 'keep'>;

/**
 * The record of one upload. It was written before anything else, and it is written once more, when it is
 * known what is left of the upload; or removed, if nothing is.
 *
 * What cannot be written then is told in the log and does not fail the item: its file has been uploaded,
 * and a second try would upload it again. The record that was written first still names the object.
 */
export class Recording {
	private mediaId?: string;

	private settling?: Promise<void>;

	constructor(
		private readonly lasting: Store,
		private readonly id: string,
		private readonly version: string,
		private readonly record: UploadRecord,
		private readonly warn: (problem: unknown) => void,
	) {}

	/**
	 * WhatsApp has the file. Where the copy stays, this is written down right away; nobody waits for it
	 * before `settle`. Else it is written when the copy is gone, since one more request for every file
	 * would be a high price: until then, which is as long as a message takes, a crash loses the media ID,
	 * whose file WhatsApp deletes after 30 days, but not the object.
	 */
	uploaded(mediaId: string): void {
		this.mediaId = mediaId;
		if (this.record.keep) void this.settle(false);
	}

	/**
	 * All is over; only the first call counts. It does not throw.
	 *
	 * @param isGone whether it is certain that the object is not in S3 any more
	 */
	async settle(isGone: boolean): Promise<void> {
		this.settling ??= this.write(isGone).catch(this.warn);
		await this.settling;
	}

	private async write(isGone: boolean): Promise<void> {
		const { mediaId, id, lasting } = this;
		const { s3Object, ...record } = this.record;
		const key = keyOf({ id });
		if (isGone && mediaId === undefined) return await lasting.delete(key);
		// Nothing is left, or has come, that the record does not say.
		if (!isGone && mediaId === undefined) return;
		const left = { ...record, mediaId, s3Object: isGone ? undefined : s3Object };
		const version = await lasting.replace(key, written(left), this.version);
		if (version === undefined) throw new Error('the record was changed or deleted meanwhile');
	}
}

/** Keeps the records of an item's uploads, in the bucket of its credential. */
export class Recorder {
	constructor(private readonly item: ItemRequest) {}

	/**
	 * Writes down what is about to be written to S3, so that it is found even if nobody lives to remove it.
	 *
	 * @param id part of the object's key
	 * @throws what S3 refuses: then nothing has been uploaded, and nothing is to be
	 */
	async before(id: string, s3Object: LeftBehind, facts: UploadFacts): Promise<Recording> {
		const { store, lasting } = await storeOf(this.item, PURPOSE);
		const record = { ...this.record(facts), s3Object };
		const version = await store.create(keyOf({ id }), written(record));
		if (version === undefined) throw new UnusableResponse('HTTP 412 for a record with a new name');
		return new Recording(lasting, id, version, record, (problem) => this.warn(problem));
	}

	/** Writes down a file that WhatsApp was given from where the user has it. It does not throw. */
	async after(id: string, mediaId: string, facts: UploadFacts): Promise<void> {
		const write = async () => {
			const { lasting } = await storeOf(this.item, PURPOSE);
			await lasting.create(keyOf({ id }), written({ ...this.record(facts), mediaId }));
		};
		await write().catch((problem: unknown) => this.warn(problem));
	}

	private record(facts: UploadFacts): UploadRecord {
		const { context, request } = this.item;
		const { originationPhoneNumberId: phoneNumberId } = request.body;
		const by = { workflow: context.getWorkflow().id, execution: context.getExecutionId() };
		return { ...(typeof phoneNumberId === 'string' ? { phoneNumberId } : {}), ...facts, by };
	}

	warn(problem: unknown): void {
		const { bucket, tell } = this.item;
		const reason = problem instanceof Error ? problem.message : String(problem);
		tell(
			'warn',
			`A file could not be recorded for Clean Up in the bucket ${bucket?.name ?? ''} (${reason}). Clean Up may not delete all of it.`,
		);
	}
}

const isWanted = ({ form, bucket }: ItemRequest): boolean =>
	rememberForCleanUp.of(form.options) ?? bucket !== undefined;

/** @throws FieldError where uploads are to be recorded, and there is no place for it */
export function checkRecording(item: ItemRequest): void {
	if (isWanted(item) && !item.bucket) throw noBucket(PURPOSE);
}

/** @returns undefined where the uploads of the item are not to be recorded */
export const recorderOf = (item: ItemRequest): Recorder | undefined =>
	isWanted(item) ? new Recorder(item) : undefined;

/** The runs whose downloads cannot be recorded, and of which that has been told. */
const warned = new WeakSet<Memory>();

/** Writes down the object that AWS is about to write for a download. */
export type RecordDownload = (id: string, s3Object: LeftBehind) => Promise<Recording | undefined>;

/**
 * The same for a download, wherever there is a place for it. The record is only for the case that n8n
 * does not live to remove the object, and no option turns it off: what cannot be recorded is
 * downloaded anyway, and the log says so.
 */
export function downloadRecorderOf(item: ItemRequest): RecordDownload | undefined {
	if (!item.bucket) return undefined;
	const recorder = new Recorder(item);
	return async (id, s3Object) =>
		await recorder.before(id, s3Object, { keep: false }).catch((failure: unknown) => {
			if (failure instanceof CanceledError) throw failure;
			if (!warned.has(item.memory)) recorder.warn(failure);
			warned.add(item.memory);
			return undefined;
		});
}
