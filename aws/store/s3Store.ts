import { randomUUID } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { deleteObject } from '../clients/s3';
import { readDocument, writeDocument, type Condition, type Document } from '../clients/s3Documents';
import { listPage, type ListedObject } from '../clients/s3Listing';
import { parsed } from '../errors/errorResponse';
import { AwsServiceError, UnusableResponse } from '../errors/errors';
import type { AwsClient } from '../transport/client';
import { pause } from '../transport/pause';
import { cancelSignal } from '../transport/sendSigned';
import { Step } from '../transport/step';
import { isRecord } from '../../form/unknown';
import type { Kept, Listed, Store } from './store';

/** Where all records are, with the version of their form. */
const ROOT = 'n8n-whatsapp/v1/';
const ENDING = '.json';

/** How often a write is repeated that another one, or a removal, got in the way of. */
const CONFLICTS = 10;
const LONGEST_CONFLICT_PAUSE_MS = 200;

/**
 * How an ETag is written in a condition. HTTP and S3 have it in quotation marks, but some servers that are
 * like S3 recognize it only without them, such as Ceph's gateway in version 16.2.
 */
export type ETagForm = 'quoted' | 'bare';

const inForm = (etag: string, form: ETagForm): string =>
	form === 'bare' ? etag.replace(/^"(.*)"$/, '$1') : etag;

const isRefusal = (failure: unknown, status: number, name: string): boolean =>
	failure instanceof AwsServiceError &&
	failure.response.status === status &&
	failure.response.name === name;

/** The record that the write was made for is not there any more, or one is there that should not be. */
const isUnmet = (failure: unknown): boolean =>
	isRefusal(failure, 412, 'PreconditionFailed') || isRefusal(failure, 404, 'NoSuchKey');

const isConflict = (failure: unknown): boolean =>
	isRefusal(failure, 409, 'ConditionalRequestConflict');

function kept({ text, etag, writtenAt, now }: Document): Kept {
	const record = parsed(text);
	if (!isRecord(record)) throw new UnusableResponse('HTTP 200 with a record that is not readable');
	return { record, version: etag, writtenAt, now };
}

/** A record as it is listed; other objects are left out. */
const listed = ({ key, modifiedAt: writtenAt }: ListedObject): Listed['records'] =>
	key.endsWith(ENDING) ? [{ key: key.slice(ROOT.length, -ENDING.length), writtenAt }] : [];

/** Records as small objects in a bucket. */
export class S3Store implements Store {
	constructor(
		private readonly client: AwsClient,
		private readonly bucketName: string,
		private readonly form: ETagForm = 'quoted',
	) {}

	async get(key: string): Promise<Kept | undefined> {
		const found = await this.read(key);
		return found && kept(found);
	}

	async create(key: string, record: IDataObject): Promise<string | undefined> {
		return await this.write(key, record, 'absent');
	}

	async replace(key: string, record: IDataObject, version: string): Promise<string | undefined> {
		return await this.write(key, record, { etag: inForm(version, this.form) });
	}

	async *list(prefix: string): AsyncGenerator<Listed> {
		const { bucketName } = this;
		const seen = new Set<string>();
		let next: string | undefined;
		do {
			const page = await this.client.step(
				'read',
				's3',
				async (attempt) => await listPage(attempt, { bucketName, key: `${ROOT}${prefix}` }, next),
			);
			({ next } = page);
			if (next !== undefined && seen.has(next)) {
				throw new UnusableResponse('a listing without an end, whose pages come again');
			}
			if (next !== undefined) seen.add(next);
			yield { records: page.objects.flatMap(listed), now: page.now };
		} while (next !== undefined);
	}

	async delete(key: string): Promise<void> {
		const file = this.file(key);
		await this.client.step('repeatable', 's3', async (attempt) => {
			await deleteObject(attempt, file);
		});
	}

	private file(key: string) {
		return { bucketName: this.bucketName, key: `${ROOT}${key}${ENDING}` };
	}

	private async read(key: string): Promise<Document | undefined> {
		const file = this.file(key);
		return await this.client
			.step('read', 's3', async (attempt) => await readDocument(attempt, file))
			.catch((failure: unknown) => {
				if (isRefusal(failure, 404, 'NoSuchKey')) return undefined;
				throw failure;
			});
	}

	/** @returns undefined where the condition does not hold */
	private async write(
		key: string,
		record: IDataObject,
		condition: Condition,
	): Promise<string | undefined> {
		// What tells this write from every other, so that no two records are the same, nor their ETags.
		const text = JSON.stringify({ ...record, write: randomUUID() });
		const step = new Step('repeatable');
		const write = async (conflictsLeft: number): Promise<string | undefined> =>
			await this.client
				.step(
					step,
					's3',
					async (attempt) => await writeDocument(attempt, this.file(key), text, condition),
				)
				.catch(async (failure: unknown) => {
					if (isUnmet(failure)) return await this.writtenEarlier(key, text, step);
					if (!isConflict(failure) || conflictsLeft === 0) throw failure;
					const ms = Math.random() * LONGEST_CONFLICT_PAUSE_MS;
					await pause(ms, cancelSignal(this.client.context));
					return await write(conflictsLeft - 1);
				});
		return await write(CONFLICTS);
	}

	/** The version of a write that was done by a try whose answer was lost: it is in its own way now. */
	private async writtenEarlier(key: string, text: string, step: Step): Promise<string | undefined> {
		if (!step.hadDoubt) return undefined;
		const found = await this.read(key);
		return found?.text === text ? found.etag : undefined;
	}
}
