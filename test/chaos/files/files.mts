import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { InputItem, Json, RunResult } from '../../engine/engine.mts';
import { BUCKET, fileItem } from '../../engine/setting.mts';
import type { LocalAws } from '../../../local-aws/index.mts';
import type { OnError } from '../claims.mts';
import { randomFor, type Profile } from '../gateway/fate.mts';
import { historyOf } from '../gateway/gateway.mts';
import type { Figures } from '../report.mts';
import { oncePerRule } from '../violation.mts';
import type { Setup } from '../workload.mts';
import type { World } from '../world.mts';
import { filesFor, sha256, type ItemFile } from './contents.mts';
import { judgeFiles, unnamed, type FileItem, type FilesOutcome } from './judge.mts';
import { filesProfiles } from './profiles.mts';

const ITEMS = 12;
const TIMEOUT_MS = 1_500;
/** Six attempts of 1.5 s with their pauses take some 20 s; a file goes through no more than a few requests. */
const LIMIT_MS = 60_000;
/** After a run that was canceled, its clean-up goes on in the background. */
const CLEAN_UP_MS = 20_000;
const LONGEST_BEFORE_CANCEL_MS = 1_500;
const RETRY = { maxTries: 3, waitBetweenTries: 10 };

const WORKLOADS: Array<FilesOutcome['workload']> = ['upload', 'send', 'download', 'keptDownload'];

/** How the workflow is set, or that someone stops it. */
export type FilesMode = OnError | 'canceled';

const MODES: FilesMode[] = [
	'stopWorkflow',
	'continueRegularOutput',
	'continueErrorOutput',
	'canceled',
];

interface FilesRun {
	profile: Profile;
	mode: FilesMode;
	seed: number;
	items: number;
}

/** The seed says what is done with the files, so that many seeds do everything. */
function workloadOf({ mode, seed }: FilesRun): FilesOutcome['workload'] {
	// What is to be kept may be left behind.
	const choice = mode === 'canceled' ? WORKLOADS.slice(0, -1) : WORKLOADS;
	return choice[seed % choice.length] ?? 'upload';
}

const recipient = (n: number) => `+49151${20_000_000 + n}`;

function parametersOf(workload: FilesOutcome['workload']): Json {
	const common = { bucketName: BUCKET, requestOptions: { timeout: TIMEOUT_MS } };
	switch (workload) {
		case 'upload':
			return { ...common, resource: 'media', operation: 'upload' };
		case 'send': {
			const message = { messageType: 'document', to: '={{ $json.to }}' };
			return { ...common, ...message, resource: 'message', operation: 'send' };
		}
		case 'download':
		case 'keptDownload': {
			const options = workload === 'keptDownload' ? { keepS3Object: true, keyPrefix: 'kept/' } : {};
			const media = { mediaId: '={{ $json.mediaId }}', options };
			return { ...common, ...media, resource: 'media', operation: 'download' };
		}
	}
}

/** Gives WhatsApp the files that are to be fetched. */
async function seedMedia(aws: LocalAws, folder: string, files: ItemFile[]): Promise<InputItem[]> {
	const items: InputItem[] = [];
	for (const { name, mimeType, data, sha256: hash } of files) {
		const file = join(folder, name);
		await writeFile(file, data);
		const phoneNumberId = aws.account.phoneNumbers[0]?.id ?? '';
		const { id } = aws.account.addMedia({
			phoneNumberId,
			mimeType,
			size: data.length,
			sha256: hash,
			file,
		});
		items.push({ json: { mediaId: id } });
	}
	return items;
}

function asFileItem({ json, pairedItem, error, binary }: RunResult['outputs'][0][0]): FileItem {
	const { data } = binary?.data ?? {};
	return { json, pairedItem, error, ...(data ? { content: sha256(data) } : {}) };
}

const withContents = ({ status, error, outputs }: RunResult): FilesOutcome['result'] => ({
	status,
	error,
	outputs: outputs.map((items) => items.map(asFileItem)),
});

const keysIn = async (aws: LocalAws) => (await aws.s3.list(BUCKET)).map(({ key }) => key);

/** Until nothing is left that nobody names, or the time is up. */
async function cleanedUp(aws: LocalAws, result: RunResult | undefined): Promise<void> {
	const isOver = result !== undefined && result.status !== 'canceled';
	const until = performance.now() + (isOver ? 0 : CLEAN_UP_MS);
	const said = result ? withContents(result) : { outputs: [] };
	while (performance.now() < until && unnamed(await keysIn(aws), said).length > 0) await wait(100);
}

function arrivedAt({ phone }: LocalAws, items: number): FilesOutcome['arrived'] {
	const arrived = new Map<number, string[]>();
	for (const { to, media } of phone.messages) {
		const item = Array.from({ length: items }, (_, n) => recipient(n)).indexOf(to);
		arrived.set(item, [...(arrived.get(item) ?? []), media?.sha256 ?? '']);
	}
	return arrived;
}

/** By which names of an item the gateway knows its requests. */
const namesOf = (item: number, input: InputItem | undefined): string[] => [
	`file-${item}`,
	recipient(item),
	...Object.values(input?.json ?? {}).map(String),
];

/** Whether the key of an object is that of an item's file. */
const isAbout = (key: string, fileName: string, input: InputItem | undefined): boolean => {
	const { mediaId } = (input?.json ?? {}) as { mediaId?: string };
	return key.endsWith(`/${fileName}`) || (mediaId !== undefined && key.includes(mediaId));
};

/** One run of files through the gateway, judged. */
export async function runFiles(world: World, run: FilesRun): Promise<Figures> {
	const { profile, mode, seed, items } = run;
	const { aws } = world;
	await aws.reset();
	const workload = workloadOf(run);
	const files = filesFor(seed, items);
	const folder = await mkdtemp(join(tmpdir(), 'aws-whatsapp-chaos-'));
	const started = performance.now();
	try {
		const isDownload = workload === 'download' || workload === 'keptDownload';
		const onError: OnError = mode === 'canceled' ? 'continueRegularOutput' : mode;
		const random = randomFor(seed, 'files');
		const inputs = isDownload
			? await seedMedia(aws, folder, files)
			: files.map(({ data, name, mimeType }, n) =>
					fileItem(data, name, mimeType, { to: recipient(n) }),
				);
		const { result, traffic, violations } = await world.run({
			profile,
			seed,
			limitMs: LIMIT_MS,
			asRole: seed % 3 === 0,
			parameters: parametersOf(workload),
			items: inputs,
			onError,
			...(seed % 8 < 4 ? { retryOnFail: RETRY } : {}),
			...(mode === 'canceled'
				? { cancelAfterMs: Math.ceil(random() * LONGEST_BEFORE_CANCEL_MS) }
				: {}),
			afterwards: async (ended) => await cleanedUp(aws, ended),
		});
		const verdict =
			result &&
			judgeFiles({
				workload,
				onError,
				contents: files.map((file) => file.sha256),
				result: withContents(result),
				left: await keysIn(aws),
				media: new Map([...aws.account.media].map(([id, media]) => [id, media.sha256])),
				arrived: arrivedAt(aws, items),
			});
		const found = oncePerRule(
			[...violations, ...(verdict?.violations ?? [])],
			({ text, item = files.findIndex(({ name }, n) => isAbout(text, name, inputs[n])) }) =>
				historyOf(traffic, namesOf(item, inputs[item])),
		);
		return {
			items,
			done: verdict?.done ?? 0,
			notKnown: verdict?.notKnown ?? 0,
			throttled: traffic.throttled,
			ms: performance.now() - started,
			violations: found.map(({ rule, text }) => ({ rule, text: `${workload}: ${text}` })),
		};
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** Every profile in every mode; what is done with the files depends on the seed. */
export const filesSetups: Setup[] = filesProfiles.flatMap((profile) =>
	MODES.filter((mode) => mode !== 'canceled' || !profile.isForEndedRuns).map((mode) => ({
		profile: profile.name,
		mode,
		items: ITEMS,
		run: async (world, seed, items) => await runFiles(world, { profile, mode, seed, items }),
	})),
);
