import { randomUUID } from 'node:crypto';
import type { Json, RunResult } from './engine.mts';
import { BUCKET, fileContent, fileItem, jsonOf, type Setting } from './setting.mts';

export const RECORDS = 'n8n-whatsapp/v1/uploads/';
export const DAY_MS = 24 * 60 * 60 * 1000;

export const pdfItem = (content = 'x') =>
	fileItem(fileContent('application/pdf', content), 'invoice.pdf', 'application/pdf');

/** A setting whose credential names the bucket, so that uploads are remembered. */
export function remembering(setting: Setting) {
	const credentials = { ...setting.credentials, bucketName: BUCKET };
	const { aws } = setting;
	const run = async (operation: string, parameters: Json, more: object = {}): Promise<RunResult> =>
		await setting.run('media', operation, parameters, { credentials, ...more });
	const upload = async (options: Json = {}, more: object = {}) =>
		await run('upload', { options }, { items: [pdfItem()], ...more });
	const age = (days: number, prefix = RECORDS) => aws.s3.age(BUCKET, prefix, days * DAY_MS);
	return {
		credentials,
		run,
		upload,
		/** Uploads whose copies stay in S3, and which are that old. */
		uploads: async (count: number, days = 40, options: Json = { keepS3Object: true }) => {
			const results: Json[] = [];
			for (let n = 0; n < count; n++) results.push(summaryOf(await upload(options)));
			if (days > 0) age(days);
			aws.requests.length = 0;
			return results;
		},
		cleanUp: async (parameters: Json = {}, more: object = {}) =>
			await run('cleanUp', { olderThanDays: 30, ...parameters }, more),
		records: async () =>
			(await aws.s3.list(BUCKET)).map(({ key }) => key).filter((key) => key.startsWith(RECORDS)),
		/** All that is in the bucket beside what the store needs for itself. */
		objects: async () =>
			(await aws.s3.list(BUCKET))
				.map(({ key }) => key)
				.filter((key) => !key.startsWith('n8n-whatsapp/')),
		record: async (key: string) => JSON.parse(String(await aws.s3.get(BUCKET, key))) as Json,
		putRecord: async (
			record: unknown,
			id: string = randomUUID(),
			name = `${RECORDS}${id}.json`,
		) => {
			const text = typeof record === 'string' ? record : JSON.stringify(record);
			await aws.s3.put(BUCKET, name, Buffer.from(text), 'application/json');
			return name;
		},
		age,
		media: () => [...aws.account.media.keys()],
	};
}

/** The one item of a result. */
export function summaryOf(result: RunResult): Json {
	if (result.error) throw new Error(`${result.error.message}: ${result.error.description}`);
	const [summary, ...others] = jsonOf(result);
	if (!summary || others.length > 0) throw new Error('There is not exactly one item');
	return summary;
}

/** The summary where there was nothing to clean up. */
export const NOTHING = {
	deleted: 0,
	mediaDeleted: 0,
	s3ObjectsDeleted: 0,
	alreadyGone: 0,
	bytes: 0,
	failed: 0,
	notReadable: 0,
	limitReached: false,
};

/**
 * What 'Clean Up' needs beside its parameters: old uploads in the store, and the credential that names it.
 *
 * @param phoneNumberIds of each upload
 */
export async function oldUploads(
	setting: Setting,
	phoneNumberIds: string[] = [setting.phoneNumberId],
): Promise<{ credentials: Json }> {
	const { credentials, putRecord } = remembering(setting);
	for (const [n, phoneNumberId] of phoneNumberIds.entries()) {
		const id = `0b6c1f0e-6f0b-4a1c-8f5d-00000000000${n}`;
		const record = { v: 1, by: {}, keep: false, phoneNumberId, mediaId: `101385960028544${n}` };
		await putRecord(record, id, `${RECORDS}${id}-1767225600.json`);
	}
	return { credentials };
}
