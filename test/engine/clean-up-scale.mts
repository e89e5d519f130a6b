import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { startLocalAws, type LocalAws } from '../../local-aws/index.mts';
import { startEngine, type Engine, type EngineOptions, type Json } from './engine.mts';
import { BUCKET, credentialsFor, jsonOf } from './setting.mts';
import { DAY_MS, RECORDS } from './uploads.mts';

const MB = 1024 * 1024;

/**
 * About 100 MB of objects are there when n8n's engine is idle, and its process has 300 MB. With more room,
 * V8 lets garbage lie, and that would be measured.
 */
const HEAP_MB = 220;

export interface Size {
	records: number;
	/** Those of the records, and others that belong to someone else. */
	objects: number;
}

/** What is to be left in the world. */
interface Left {
	objects: string[];
	media: string[];
	records: string[];
}

const sorted = ({ objects, media, records }: Left): Left => ({
	objects: objects.sort(),
	media: media.sort(),
	records: records.sort(),
});

async function leftIn({ s3, account }: LocalAws): Promise<Left> {
	const keys = (await s3.list(BUCKET)).map(({ key }) => key);
	return sorted({
		objects: keys.filter((key) => !key.startsWith('n8n-whatsapp/')),
		records: keys.filter((key) => key.startsWith(RECORDS)),
		media: [...account.media.keys()],
	});
}

/** Puts the record of an upload into the store, its copy into the bucket, and, mostly, the file to WhatsApp. */
async function addUpload({ s3, account }: LocalAws, n: number): Promise<void> {
	const id = randomUUID();
	const key = `files/${id}/a.pdf`;
	const phoneNumberId = account.phoneNumbers[0]?.id ?? '';
	const mimeType = 'application/pdf';
	const mediaId = String(5_000_000_000 + n);
	// Of some, a crash has left nothing but the copy.
	const isWhole = n % 10 !== 0;
	if (isWhole) {
		const file = { mimeType, size: 1, sha256: '', file: '' };
		account.media.set(mediaId, { id: mediaId, phoneNumberId, ...file });
	}
	const record = {
		v: 1,
		by: { workflow: 'workflow', execution: '1' },
		...{ phoneNumberId, mimeType, bytes: 1, keep: isWhole },
		...(isWhole ? { mediaId } : {}),
		s3Object: { bucketName: BUCKET, key },
	};
	await s3.put(BUCKET, `${RECORDS}${id}.json`, Buffer.from(JSON.stringify(record)));
	await s3.put(BUCKET, key, Buffer.from('x'));
}

/**
 * Old uploads, young ones (a tenth), and objects that no record names.
 *
 * @returns what is not due
 */
async function setUp(aws: LocalAws, { records, objects }: Size): Promise<Left> {
	const due = Math.round(records * 0.9);
	for (let n = 0; n < due; n++) await addUpload(aws, n);
	aws.s3.age(BUCKET, RECORDS, 40 * DAY_MS);
	const old = await leftIn(aws);
	for (let n = due; n < records; n++) await addUpload(aws, n);
	for (let n = records; n < objects; n++) {
		await aws.s3.put(BUCKET, `files/${randomUUID()}/theirs.pdf`, Buffer.from('x'));
	}
	const all = await leftIn(aws);
	const others = (from: string[], without: string[]) => {
		const gone = new Set(without);
		return from.filter((each) => !gone.has(each));
	};
	return {
		objects: others(all.objects, old.objects),
		media: others(all.media, old.media),
		records: others(all.records, old.records),
	};
}

/** What a clean-up that was killed in the middle, and started again, has shown. */
export interface Shown {
	left: Left;
	expected: Left;
	/** How many records there were before, and when it was killed. */
	records: { before: number; whenKilled: number };
	/** Of the second run. */
	summary: Json;
	/** How much more memory the process of the second run had than when it was idle. */
	mbAboveIdle: number;
	/** Of the first run, until it was killed. */
	longestHoldMs: number;
	/** The same of a run that deletes nothing: n8n's own, and that of a page of the listing. */
	holdOfFewMs: number;
	/** Records a second, of the first run. */
	perSecond: number;
}

/** Kills the clean-up in the middle, starts it again, and looks what there is. */
export async function killedAndStartedAgain(size: Size): Promise<Shown> {
	const aws = await startLocalAws();
	const engines: Engine[] = [];
	const parameters = { resource: 'media', operation: 'cleanUp', olderThanDays: 30 };
	const preview = { ...parameters, options: { previewOnly: true, maxFiles: 1 } };
	const credentials = { ...credentialsFor(aws), bucketName: BUCKET };
	/** What n8n loads and compiles at its first run is not of this node. */
	const start = async (options: EngineOptions = {}) => {
		const engine = await startEngine(options);
		engines.push(engine);
		await engine.run({ parameters: preview, credentials });
		return engine;
	};
	try {
		const expected = await setUp(aws, size);
		const before = (await leftIn(aws)).records.length;
		const first = await start();
		await first.watched();
		await first.run({ parameters: preview, credentials });
		const { longestHoldMs: holdOfFewMs } = await first.watched();
		aws.requests.length = 0;
		const startedAt = performance.now();
		const killed = first.run({ parameters, credentials }).catch(() => undefined);
		// Four requests for a record.
		while (aws.requests.length < (4 * size.records) / 3) await wait(5);
		const { longestHoldMs } = await first.watched();
		const seconds = (performance.now() - startedAt) / 1000;
		await first.kill();
		await killed;
		const whenKilled = (await leftIn(aws)).records.length;

		const second = await start({ heapMb: HEAP_MB });
		const { rss } = await second.memory();
		await second.watched();
		const result = await second.run({ parameters, credentials });
		const { mostRss } = await second.watched();
		if (result.error) throw new Error(`${result.error.message} ${result.error.description}`);
		return {
			left: await leftIn(aws),
			expected,
			records: { before, whenKilled },
			summary: jsonOf(result)[0] ?? {},
			mbAboveIdle: (mostRss - rss) / MB,
			longestHoldMs,
			holdOfFewMs,
			perSecond: (before - whenKilled) / seconds,
		};
	} finally {
		await Promise.all(engines.map(async (engine) => await engine.stop()));
		await aws.close();
	}
}
