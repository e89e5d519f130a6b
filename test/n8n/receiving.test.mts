/** Events where n8n, SNS and the trigger meet: each starts one execution, whatever happens meanwhile. */
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from '../../local-aws/index.mts';
import { openDemo, type Demo } from './demo.mts';
import { editAndPublish, setOptions } from './editing.mts';
import {
	activate,
	dataOf,
	executionsOf,
	keysOf,
	listener,
	TOPIC,
	untilSubscribed,
} from './live.mts';
import { freePort, until } from './process.mts';
import type { N8nServer } from './server.mts';

const ADA = '+4915112345678';

jest.setTimeout(180_000);

let demo: Demo;
let server: N8nServer;
let port: number;

beforeAll(async () => {
	// So that the database is given up soon enough for a test.
	const media = { downloadMedia: true, bucketName: 'whatsapp-media' };
	demo = await openDemo({
		env: { DB_SQLITE_POOL_SIZE: '2' },
		workflowsFor: (aws) => [
			listener(aws, 'texts', { filters: { messageTypes: ['text'] } }),
			listener(aws, 'files', { ...media, filters: { messageTypes: ['image'] } }),
		],
	});
	port = await freePort();
	server = await demo.home.serve(port);
	await activate(server, 'texts');
	await activate(server, 'files');
	await untilSubscribed(demo.aws, 2);
});
afterAll(async () => await demo?.dispose());

const say = (body: string) =>
	demo.aws.phone.write({ from: ADA, message: { type: 'text', text: { body } } });

const sendPhoto = () =>
	demo.aws.phone.write({
		from: ADA,
		message: { type: 'image', image: { caption: 'Look' } },
		photo: { mimeType: 'image/jpeg', data: Buffer.from('ffd8ffe000104a464946', 'hex') },
	});

function textEvent(id: string): string {
	const [account] = demo.aws.account.businessAccounts;
	const [number] = demo.aws.account.phoneNumbers;
	if (!account || !number) throw new Error('The seed has an account');
	const message = { id, from: ADA.slice(1), type: 'text', text: { body: id } };
	const value = { messages: [{ ...message, timestamp: '1795509654' }] };
	return JSON.stringify(demo.aws.events.envelope(account, number, [{ field: 'messages', value }]));
}

const count = async (id: string) => (await executionsOf(server, id)).length;

async function untilCount(id: string, wanted: number): Promise<void> {
	await until(`${wanted} executions of ${id}`, async () => (await count(id)) >= wanted, 60_000);
	await demo.aws.sns.deliveries.settled();
	await wait(500);
	expect(await count(id)).toBe(wanted);
}

/** The statuses with which a trigger's webhook has answered, in order. */
const answersOf = (id: string) =>
	demo.aws.sns.deliveries.attempts
		.filter(({ endpoint }) => endpoint.includes(`webhook-of-${id}`))
		.map(({ status }) => status);

it('is started once if n8n could not save it, when SNS delivers it again', async () => {
	const before = await count('texts');
	const database = new DatabaseSync(join(demo.home.folder, '.n8n/database.sqlite'), {
		timeout: 10_000,
	});
	demo.aws.sns.deliveries.settings.firstRetryMs = 1_000;
	demo.aws.sns.deliveries.attempts.length = 0;
	database.exec('begin exclusive');
	say('While the database is locked');
	await until('a refusal', async () => answersOf('texts').some((status) => status >= 500));
	database.exec('rollback');
	database.close();
	await untilCount('texts', before + 1);
	const answers = answersOf('texts');
	expect(answers[0]).toBe(500);
	expect(answers.at(-1)).toBe(200);
	delete demo.aws.sns.deliveries.settings.firstRetryMs;
});

it('is recognized after n8n was killed and started again', async () => {
	const before = await count('texts');
	const message = demo.aws.sns.publish(TOPIC, textEvent('wamid.once'));
	await untilCount('texts', before + 1);
	const [execution] = await executionsOf(server, 'texts');
	await server.kill();
	server = await demo.home.serve(port);
	demo.aws.sns.deliverAgain(TOPIC, message);
	await demo.aws.sns.deliveries.settled();
	await wait(1_000);
	expect(answersOf('texts').at(-1)).toBe(200);
	expect(await count('texts')).toBe(before + 1);
	say('And the next');
	await untilCount('texts', before + 2);
	expect(execution && (await keysOf(server, execution))).toHaveLength(1);
});

it('is started once even if the workflow is published again while its file is downloaded', async () => {
	const before = await count('files');
	demo.aws.faults.add({ kind: 'slow', service: 's3', delayMs: 4_000 });
	demo.aws.sns.deliveries.settings.duplicates = 1;
	sendPhoto();
	await wait(1_000);
	await editAndPublish(server, 'files', setOptions({ keepS3Object: false }));
	demo.aws.sns.deliveries.settings.duplicates = 0;
	await untilCount('files', before + 1);
	demo.aws.faults.clear();
	expect(answersOf('files')).toContain(503);
});

/** A file of which a byte comes every three seconds. */
function dripping(): Readable {
	const drops = async function* () {
		for (;;) {
			yield Buffer.from('.');
			await wait(3_000);
		}
	};
	return Readable.from(drops());
}

it.each([
	['never answers', (): Fault => ({ kind: 'slow', service: 's3', delayMs: 60_000 })],
	[
		'drips',
		(): Fault => ({
			kind: 'answerBefore',
			service: 's3',
			matches: ({ method, path }) => method === 'GET' && !path.includes('list-type'),
			answer: { status: 200, headers: { 'content-length': '10' }, body: dripping() },
		}),
	],
])('is started in time if S3 %s', async (_how, fault) => {
	const before = await count('files');
	demo.aws.faults.add(fault());
	const started = Date.now();
	demo.aws.sns.deliveries.attempts.length = 0;
	sendPhoto();
	await until('the answer', async () => answersOf('files').length > 0, 20_000);
	expect(Date.now() - started).toBeLessThan(14_000);
	expect(answersOf('files')).toEqual([200]);
	demo.aws.faults.clear();
	await untilCount('files', before + 1);
	const [execution] = await executionsOf(server, 'files');
	expect(execution && (await dataOf(server, execution))).toContain(
		'The file did not arrive within 10 seconds',
	);
});

it('still has a subscription after all this', () => {
	expect(demo.aws.sns.topics.subscriptions(TOPIC)).toHaveLength(2);
});
