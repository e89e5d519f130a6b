import { judgeFiles, unnamed, type FileItem, type FilesOutcome } from './judge.mts';

/* The judge on trial: for every promise a run that breaks it, beside runs that keep all of them. */

const CONTENTS = ['aaa', 'bbb', 'ccc'];
const KEY = '5d1f/file "1".pdf';

const uploaded = (...items: number[]) =>
	new Map(items.map((item) => [`media-${item}`, CONTENTS[item] ?? '']));
const arrived = (...items: number[]) =>
	new Map(items.map((item): [number, string[]] => [item, [CONTENTS[item] ?? '']]));
const done = (item: number, more: Partial<FileItem> = {}): FileItem => ({
	json: { mediaId: `media-${item}`, messageId: `id-${item}` },
	pairedItem: { item },
	content: CONTENTS[item],
	...more,
});
const failed = (item: number, outcome?: string, json: object = {}): FileItem => ({
	json: { error: 'It failed', details: { outcome }, ...json },
	pairedItem: { item },
});
const success = (...outputs: FileItem[][]): FilesOutcome['result'] => ({
	status: 'success',
	outputs,
});
const stopped = (description: string): FilesOutcome['result'] => ({
	status: 'error',
	outputs: [],
	error: { name: 'NodeApiError', message: 'It failed', description },
});
const ALL = success([done(0), done(1), done(2)]);

const rulesOf = (outcome: Partial<FilesOutcome>) =>
	judgeFiles({
		workload: 'upload',
		onError: 'continueRegularOutput',
		contents: CONTENTS,
		result: ALL,
		left: [],
		media: uploaded(0, 1, 2),
		arrived: new Map(),
		...outcome,
	}).violations.map(({ rule }) => rule);

const sent: Partial<FilesOutcome> = { workload: 'send', arrived: arrived(0, 1, 2) };
const fetched: Partial<FilesOutcome> = { workload: 'download' };

describe('the judge acquits', () => {
	it.each<[string, Partial<FilesOutcome>]>([
		['uploads that all went well', {}],
		['messages that all arrived', sent],
		['downloads that are what they should be', fetched],
		[
			'uploads not known, done or not',
			{
				result: success([failed(0, 'notKnown'), failed(1, 'notKnown'), done(2)]),
				media: uploaded(0, 2),
			},
		],
		[
			'downloads that failed, without an outcome',
			{ ...fetched, result: success([done(0), done(2)], [failed(1, undefined, { mediaId: 'x' })]) },
		],
		[
			'a download that stopped, without an account',
			{
				...fetched,
				onError: 'stopWorkflow',
				result: stopped('Try again later.'),
			},
		],
		[
			'an object that an item names',
			{
				left: [KEY],
				result: success([
					done(0),
					done(1, { json: { mediaId: 'media-1', s3Object: { key: KEY } } }),
					done(2),
				]),
			},
		],
		[
			'an object that the error names',
			{
				onError: 'stopWorkflow',
				left: [KEY],
				media: new Map(),
				result: stopped(
					`It was left in the bucket: ${KEY}. "Upload media" was not done for any of the 3 items.`,
				),
			},
		],
		[
			'a run that was canceled and left nothing',
			{ result: { status: 'canceled', outputs: [] }, media: uploaded(1) },
		],
		[
			'a second upload where a message is sent',
			{ ...sent, media: new Map([...uploaded(0, 1, 2), ['media-9', 'aaa']]) },
		],
	])('%s', (_name, outcome) => {
		expect(rulesOf(outcome)).toEqual([]);
	});
});

describe('the judge finds', () => {
	it('an object that nobody names', () => {
		const rule = 'no object left unnamed in the bucket';
		expect(rulesOf({ left: [KEY] })).toEqual([rule]);
		expect(rulesOf({ left: [KEY], result: { status: 'canceled', outputs: [] } })).toEqual([rule]);
	});

	it.each<[string, Partial<FilesOutcome>]>([
		['came out', { ...fetched, result: success([done(0), done(1, { content: 'aaa' }), done(2)]) }],
		[
			'is missing',
			{ ...fetched, result: success([done(0), done(1, { content: undefined }), done(2)]) },
		],
		['went to WhatsApp', { media: new Map([...uploaded(0, 2), ['media-1', 'half']]) }],
		['arrived', { ...sent, arrived: new Map([...arrived(0, 2), [1, ['aaa']]]) }],
	])('a wrong file that %s', (_name, outcome) => {
		expect(rulesOf(outcome)).toContain('every file has its own content');
	});

	it('a file that was sent twice', () => {
		expect(rulesOf({ ...sent, arrived: new Map([...arrived(0, 2), [1, ['bbb', 'bbb']]]) })).toEqual(
			['sent at most once'],
		);
	});

	it('nothing wrong with a second upload that nobody uses, or with an object named by its prefix', () => {
		expect(rulesOf({ media: new Map([...uploaded(0, 1, 2), ['media-9', 'bbb']]) })).toEqual([]);
		const keyPrefix = KEY.slice(0, KEY.lastIndexOf('.') + 1);
		const details = { outcome: 'notDone', leftInS3: [{ bucketName: 'b', keyPrefix }] };
		const outputs = [[{ json: { error: 'x', details }, pairedItem: { item: 0 } }]];
		expect(unnamed([KEY], { outputs })).toEqual([]);
		expect(unnamed([`other/${KEY}`], { outputs })).toEqual([`other/${KEY}`]);
	});

	it.each<[string, Partial<FilesOutcome>]>([
		['an upload', {}],
		['a message', sent],
	])('"not done" said of %s that was done', (_name, outcome) => {
		const rule = '"not done" never said of what was done';
		const result = success([done(0), failed(1, 'notDone'), done(2)]);
		expect(rulesOf({ ...outcome, result })).toEqual([rule]);
		const error = stopped(
			'"It" was already done for 2 of the 3 items (items 0, 2). Leave these out.',
		);
		expect(rulesOf({ ...outcome, onError: 'stopWorkflow', result: error })).toEqual([rule]);
	});

	it('"done" said of a message that did not arrive', () => {
		expect(rulesOf({ ...sent, arrived: arrived(0, 2) })).toEqual([
			'"done" never said of what was not done',
		]);
	});

	it.each<[string, Partial<FilesOutcome>]>([
		['of an upload', {}],
		['of a download', fetched],
	])('an item %s that is missing from the output', (_name, outcome) => {
		expect(rulesOf({ ...outcome, result: success([done(0), done(2)]) })).toEqual([
			'every item accounted for',
		]);
	});

	it('an upload that failed without an outcome, and an error without an account of the run', () => {
		const result = success([done(0), failed(1), done(2)]);
		expect(rulesOf({ result, media: uploaded(0, 2) })).toEqual([
			'outcome given with every failure',
		]);
		const error = { onError: 'stopWorkflow', result: stopped('Try again later.') } as const;
		expect(rulesOf({ ...error, media: new Map() })).toEqual(['every item accounted for']);
	});
});
