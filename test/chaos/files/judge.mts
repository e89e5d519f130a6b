import type { OutputItem, RunResult } from '../../engine/engine.mts';
import { claimsOf, lies, type Claim, type OnError } from '../claims.mts';
import type { Violation } from '../violation.mts';

/** What a run of files was asked, what came out of it, and what is at AWS and at WhatsApp. */
export interface FilesOutcome {
	workload: 'upload' | 'send' | 'download' | 'keptDownload';
	onError: OnError;
	/** The right content of each item's file, as its SHA-256. */
	contents: string[];
	/** The same of each file of the outputs. */
	result: Pick<RunResult, 'status' | 'error'> & { outputs: FileItem[][] };
	/** The keys of what is left in the bucket. */
	left: string[];
	/** What WhatsApp has: the content of each media ID. */
	media: Map<string, string>;
	/** What arrived on the phones, by the item it is for. */
	arrived: Map<number, string[]>;
}

/** An output item, whose file is known by the SHA-256 of its content. */
export type FileItem = Pick<OutputItem, 'json' | 'pairedItem' | 'error'> & { content?: string };

export interface FilesVerdict {
	violations: Violation[];
	done: number;
	notKnown: number;
}

/**
 * The keys that no output item and no error names, whole or by their beginning: where AWS's answer was
 * lost, nobody knows the ending of the file.
 */
export function unnamed(
	left: string[],
	{ outputs, error }: Pick<FilesOutcome['result'], 'outputs' | 'error'>,
): string[] {
	const said = JSON.stringify([outputs.flat().map(({ json }) => json), error?.description ?? '']);
	// As it stands in JSON, where quotes and backslashes are escaped.
	const inJson = (text: string) => JSON.stringify(text).slice(1, -1);
	const beginning = (key: string) => `${key.slice(0, key.lastIndexOf('.') + 1)}`;
	return left.filter((key) => {
		const byBeginning = [`"keyPrefix":"${inJson(beginning(key))}"`, `/${inJson(beginning(key))}…`];
		return !said.includes(inJson(key)) && !byBeginning.some((words) => said.includes(words));
	});
}

/** Whether a run of files kept what the node promises. */
export function judgeFiles(outcome: FilesOutcome): FilesVerdict {
	const { result, left } = outcome;
	const violations = unnamed(left, result).map(
		(key): Violation => ({ rule: 'no object left unnamed in the bucket', text: key }),
	);
	// A run that was canceled says nothing about its items.
	if (result.status === 'canceled') return { violations, done: 0, notKnown: 0 };
	const { claims, violations: found } = accountOf(outcome);
	violations.push(...found, ...wrongFiles(outcome), ...repeated(outcome));
	const count = (wanted: Claim) => claims.filter((claim) => claim === wanted).length;
	return { violations, done: count('done'), notKnown: count('notKnown') };
}

const isDownload = ({ workload }: FilesOutcome) => /download/i.test(workload);

const idOf = ({ workload }: FilesOutcome, { json }: FileItem) =>
	workload === 'send' ? json.messageId : json.mediaId;

function accountOf(outcome: FilesOutcome): { claims: Claim[]; violations: Violation[] } {
	const { result, onError, contents, media, arrived, workload } = outcome;
	const isFailure = ({ json, error }: FileItem) => json.error !== undefined || error !== undefined;
	const account = claimsOf(
		result,
		onError,
		contents.length,
		// An input item of a download has a media ID already, which the error output keeps.
		(item) => !isFailure(item) && typeof idOf(outcome, item) === 'string',
	);
	if (isDownload(outcome)) {
		// A download can be repeated, so that nobody needs to know how far it came.
		const hasStopped = onError === 'stopWorkflow' && result.status === 'error';
		const violations = account.violations.filter(
			({ rule }) => rule !== 'outcome given with every failure' && !hasStopped,
		);
		return { claims: account.claims, violations };
	}
	const uploaded = new Set(media.values());
	const wasDone = (item: number) =>
		workload === 'send' ? (arrived.get(item) ?? []).length > 0 : uploaded.has(contents[item] ?? '');
	return {
		claims: account.claims,
		violations: [...account.violations, ...lies(account.claims, wasDone)],
	};
}

/** Every file that came out, went to WhatsApp or arrived is the one of its item. */
function wrongFiles(outcome: FilesOutcome): Violation[] {
	const { result, contents, media, arrived } = outcome;
	const rule = 'every file has its own content';
	const ofItems = result.outputs.flat().flatMap((item): Violation[] => {
		const index = (item.pairedItem as { item?: number } | undefined)?.item ?? -1;
		const right = contents[index];
		if (item.json.error !== undefined || item.error !== undefined) return [];
		const content = isDownload(outcome) ? item.content : media.get(String(item.json.mediaId));
		return content === right ? [] : [{ rule, text: `item ${index}`, item: index }];
	});
	const ofPhones = [...arrived].flatMap(([index, files]) =>
		files
			.filter((content) => content !== contents[index])
			.map((): Violation => ({ rule, text: `on the phone of item ${index}`, item: index })),
	);
	return [...ofItems, ...ofPhones];
}

/** A message is sent once. (A second upload after a lost answer is of no harm: nobody uses the first.) */
function repeated({ workload, contents, arrived }: FilesOutcome): Violation[] {
	if (workload !== 'send') return [];
	const times = (item: number) => (arrived.get(item) ?? []).length;
	return contents.flatMap((_, item): Violation[] =>
		times(item) > 1
			? [{ rule: 'sent at most once', text: `item ${item} ${times(item)} times`, item }]
			: [],
	);
}
