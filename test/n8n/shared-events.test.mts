/**
 * Two processes of n8n, as in its queue mode: they share the encryption key, the workflow and the bucket,
 * and each is subscribed. (They have databases of their own, so that nothing else tells them of each other.)
 */
import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { setTimeout as wait } from 'node:timers/promises';
import { s3Client } from '../../local-aws/index.mts';
import { BUCKET, localCredential, openDemo, type Demo } from './demo.mts';
import { activate, executionsOf, listener, untilSubscribed } from './live.mts';
import { createN8nHome, type N8nHome } from './n8n.mts';
import { freePort, until } from './process.mts';
import type { N8nServer } from './server.mts';

const ADA = '+4915112345678';
const env = {
	N8N_ENCRYPTION_KEY: 'shared by all processes of this n8n',
	// An isolate for every post, of which each event makes four here, is too much for two cores.
	N8N_EXPRESSION_ENGINE: 'legacy',
	// As n8n was until 2.40: an activation that fails says why at once.
	N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'false',
};
const options = { rememberIn: 's3' };

jest.setTimeout(180_000);

let demo: Demo;
let second: N8nHome;
let ports: number[];
let servers: N8nServer[];

beforeAll(async () => {
	demo = await openDemo({ env });
	const { aws } = demo;
	second = await createN8nHome({ tarball: process.env.AWS_WHATSAPP_TARBALL ?? '', env });
	const named = (id: string, bucketName: string) => {
		const { data, ...credential } = localCredential(aws);
		return { ...credential, id, name: id, data: { ...data, bucketName } };
	};
	const using = (id: string) => ({
		...listener(aws, id, { options }),
		nodes: [listener(aws, id, { options }).nodes].flat().map((node) => ({
			...Object(node),
			credentials: { awsSocialMessagingApi: { id, name: id } },
		})),
	});
	for (const home of [demo.home, second]) {
		await home.importCredentials([
			// n8n evaluates it for every request, also for those after its answer.
			named('shared', `={{ '${BUCKET}' }}`),
			named('noBucket', ''),
			named('locked', 'locked-bucket'),
		]);
		await home.importWorkflows(['shared', 'noBucket', 'locked'].map(using));
	}
	ports = [await freePort(), await freePort()];
	servers = await Promise.all([demo.home.serve(ports[0]), second.serve(ports[1])]);
	for (const server of servers) await activate(server, 'shared');
	await untilSubscribed(aws, 2);
});
afterAll(async () => {
	await second?.dispose();
	await demo?.dispose();
});

const say = (body: string) =>
	demo.aws.phone.write({ from: ADA, message: { type: 'text', text: { body } } });

const counts = async () =>
	await Promise.all(servers.map(async (server) => (await executionsOf(server, 'shared')).length));
const count = async () => (await counts()).reduce((sum, each) => sum + each, 0);

async function untilCount(wanted: number): Promise<void> {
	await until(`${wanted} executions`, async () => (await count()) >= wanted);
	await demo.aws.sns.deliveries.settled();
	await wait(1_000);
	expect(await count()).toBe(wanted);
}

const keys = async () => {
	const { Contents = [] } = await s3Client(demo.aws).send(
		new ListObjectsV2Command({ Bucket: BUCKET, Prefix: 'n8n-whatsapp/v1/events/' }),
	);
	return Contents.map(({ Key }) => Key);
};

const isIn = (server: N8nServer | undefined, words: string) =>
	server?.log().includes(words) === true;

/** What S3 was asked for from now on, by method. */
const requestsFrom = (at: number) =>
	demo.aws.requests
		.slice(at)
		.filter(({ service }) => service === 's3')
		.map(({ method }) => method)
		.sort();

it('is started once by a message that both processes receive, more than once', async () => {
	const before = await count();
	demo.aws.sns.deliveries.settings.duplicates = 1;
	say('To both');
	await untilCount(before + 1);
	demo.aws.sns.deliveries.settings.duplicates = 0;
	expect(await keys()).toHaveLength(1);
});

it('is started once by each of many', async () => {
	const before = await count();
	const { length } = demo.aws.requests;
	for (let n = 0; n < 20; n++) {
		say(`Message ${n}`);
		await wait(200);
	}
	await untilCount(before + 20);
	expect(await keys()).toHaveLength(21);
	const asked = requestsFrom(length);
	console.info(
		`20 events at 2 processes: ${asked.filter((method) => method === 'PUT').length} PUT, ${asked.filter((method) => method === 'GET').length} GET`,
	);
});

it('is not started by what another process received while this one was down', async () => {
	const before = await count();
	demo.aws.sns.deliveries.settings.firstRetryMs = 8_000;
	await servers[1]?.kill();
	say('To the first alone');
	await until('an execution of the first', async () => {
		const [first] = servers;
		return first !== undefined && (await executionsOf(first, 'shared')).length > 0;
	});
	servers[1] = await second.serve(ports[1]);
	await untilCount(before + 1);
	delete demo.aws.sns.deliveries.settings.firstRetryMs;
});

it('is started by each process once while S3 is down, even if one starts, and the log says why', async () => {
	const before = await count();
	const [first = 0, other = 0] = await counts();
	const fault = demo.aws.faults.add({
		kind: 'error',
		service: 's3',
		status: 500,
		errorName: 'InternalError',
	});
	await servers[1]?.kill();
	servers[1] = await second.serve(ports[1]);
	await until('a warning', async () => isIn(servers[1], 'could not be checked'), 30_000);
	await untilSubscribed(demo.aws, 2);
	demo.aws.sns.deliveries.settings.duplicates = 1;
	say('Without S3');
	await untilCount(before + 2);
	expect(await counts()).toEqual([first + 1, other + 1]);
	for (const server of servers)
		expect(isIn(server, 'only this n8n process recognizes it')).toBe(true);
	demo.aws.sns.deliveries.settings.duplicates = 0;
	demo.aws.faults.remove(fault);
	say('With S3 again');
	await untilCount(before + 3);
});

it.each([
	['names no bucket', 'noBucket', /names no bucket.*'Remember Events In'.*fill in 'Bucket Name'/],
	['may not use its bucket', 'locked', /denied access.*s3:PutObject/],
])('is not activated if the credential %s', async (_why, id, reason) => {
	const [server] = servers;
	if (!server) throw new Error('There are two');
	await expect(activate(server, id)).rejects.toThrow(reason);
});
