import type { IDataObject } from 'n8n-workflow';
import { isFromAws } from '../../aws/errors/errorResponse';
import {
	AwsServiceError,
	CanceledError,
	CredentialError,
	UnusableResponse,
} from '../../aws/errors/errors';
import type { Listed, Store } from '../../aws/store/store';
import { breath } from '../breath';
import type { ItemRequest } from '../itemRequest';
import { Progress } from '../progress';
import { storeOf } from '../store';
import { CleanUpReport } from './cleanUpReport';
import { isChosen, isNothing, split, type CleanUpWish, type DueUpload } from './cleanUpWish';
import { placeIn, readRecord, UPLOADS, type RecordPlace } from './uploadRecords';
import { previewOf, removeParts, updateRecord } from './uploadRemoval';

/** As many failures, and nothing deleted: then it is of no use to go on. */
const HOPELESS = 100;

/** A record that is old enough to be read. */
interface Candidate {
	key: string;
	place: RecordPlace;
	uploadedAt: number;
	now: number;
}

const isDenied = (failure: unknown): boolean =>
	failure instanceof AwsServiceError &&
	isFromAws(failure.response) &&
	failure.response.status === 403;

/** What ends a run instead of being the failure of one file. */
const endsAll = (failure: unknown): boolean =>
	failure instanceof CanceledError || failure instanceof CredentialError;

/** One clean-up: goes through the records page by page, and holds no more than a page of their names. */
class CleanUp {
	private readonly report: CleanUpReport;

	private readonly progress: Progress;

	private isOver = false;

	private taken = 0;

	private firstFailure: unknown;

	private areAllDenied = true;

	constructor(
		private readonly item: ItemRequest,
		private readonly store: Store,
		private readonly wish: CleanUpWish,
		eachFile: boolean,
	) {
		this.report = new CleanUpReport(item, wish.isPreview, eachFile);
		this.progress = new Progress(
			(count) => `Clean up media: ${count} files ${wish.isPreview ? 'found' : 'done'}`,
			(line) => item.tell('info', line),
		);
	}

	async run(): Promise<IDataObject | IDataObject[]> {
		await this.each(this.candidates()).catch((failure: unknown) => {
			const { done, failed, line } = this.report;
			if (this.wish.isPreview || done + failed === 0) throw failure;
			this.item.tell('warn', `Clean up media: ${line}`);
			// So that nobody takes it for not begun.
			throw failure instanceof CanceledError ? new CanceledError(true) : failure;
		});
		const { done, failed } = this.report;
		if (done === 0 && failed > 0 && this.areAllDenied) throw this.firstFailure;
		return this.report.result;
	}

	/** The records that are old enough, by the time at which S3 says that they were written. */
	private async *candidates(): AsyncGenerator<Candidate> {
		for await (const { records, now } of this.store.list(UPLOADS)) {
			for (const record of records) {
				const candidate = this.candidate(record, now);
				if (candidate) yield candidate;
			}
		}
	}

	private candidate(
		{ key, writtenAt }: Listed['records'][number],
		now: number,
	): Candidate | undefined {
		const place = placeIn(key);
		if (!place) {
			this.report.notReadable++;
			return undefined;
		}
		const uploadedAt = place.since ?? writtenAt;
		const { ageMs } = this.wish;
		// Without a time it is not old enough; and "all" is all, whatever the seconds of S3's clocks.
		const isOld = now - uploadedAt >= ageMs || (ageMs === 0 && Number.isFinite(uploadedAt));
		return isOld ? { key, place, uploadedAt, now } : undefined;
	}

	/** Several at once; what ends one of them ends all, each when it is done with the file at hand. */
	private async each(candidates: AsyncGenerator<Candidate>): Promise<void> {
		let failure: { of: unknown } | undefined;
		const worker = async () => {
			while (!this.isOver) {
				while (breath.isDue) await breath.rest();
				const next = await candidates.next();
				if (next.done || this.isOver) return;
				await this.work(next.value);
			}
		};
		const work = async () =>
			await worker().catch((of: unknown) => {
				failure ??= { of };
				this.isOver = true;
			});
		await Promise.all(Array.from({ length: this.wish.atOnce }, work));
		await candidates.return(undefined);
		if (failure) throw failure.of;
	}

	private async work(candidate: Candidate): Promise<void> {
		const due = await this.read(candidate).catch((failure: unknown) => this.fail(failure));
		if (!due || !isChosen(due.record, this.wish)) return;
		const { doomed, staying } = split(due, this.wish);
		if (isNothing(doomed)) {
			// What WhatsApp has deleted by itself need not be remembered.
			if (isNothing(staying) && !this.wish.isPreview) {
				await updateRecord(this.store, due, staying).catch((failure: unknown) =>
					this.fail(failure),
				);
			}
			return;
		}
		if (this.taken >= this.wish.limit) {
			this.report.limitReached = true;
			this.isOver = true;
			return;
		}
		this.taken++;
		const remove = async () => {
			if (this.wish.isPreview) return await previewOf(this.item, due, doomed);
			const removed = await removeParts(this.item, due, doomed);
			await updateRecord(this.store, due, staying);
			return removed;
		};
		await remove().then(
			(removed) => this.report.removed(due, doomed, removed),
			(failure: unknown) => this.fail(failure, { due, doomed }),
		);
		this.progress.ended(this.report.done);
	}

	/** @returns undefined where it is gone, or is left alone because it is not understood */
	private async read({ key, place, ...times }: Candidate): Promise<DueUpload | undefined> {
		const kept = await this.store.get(key).catch((failure: unknown) => {
			if (!(failure instanceof UnusableResponse)) throw failure;
			this.report.notReadable++;
			return undefined;
		});
		if (!kept) return undefined;
		const record = readRecord(kept.record, place.id);
		if (record) return { key, place, ...times, version: kept.version, record };
		this.report.notReadable++;
		return undefined;
	}

	private fail(failure: unknown, upload?: Parameters<CleanUpReport['failedFor']>[1]): undefined {
		if (endsAll(failure)) throw failure;
		this.firstFailure ??= failure;
		this.areAllDenied &&= isDenied(failure);
		this.report.failedFor(failure, upload);
		if (this.report.done === 0 && this.report.failed >= HOPELESS) throw this.firstFailure;
	}
}

/**
 * Deletes what uploads of this package have left at WhatsApp and in S3, as far as their records say and
 * the user has chosen. A failure of one file is told and does not stop the others.
 *
 * @param eachFile whether the result is an item for each file, instead of a summary
 * @throws FieldError without a bucket, CanceledError, what S3 refuses for all records, and the first
 * refusal where all files were denied
 */
export async function cleanUp(
	item: ItemRequest,
	wish: CleanUpWish,
	eachFile: boolean,
): Promise<IDataObject | IDataObject[]> {
	const { store } = await storeOf(item, "'Clean Up' finds uploads by their records");
	return await new CleanUp(item, store, wish, eachFile).run();
}
