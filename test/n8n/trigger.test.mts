/** The trigger in real n8n: its subscription through good times and bad, and files that come along. */
import { topicArnOf } from '../../local-aws/index.mts';
import { openDemo, type Demo } from './demo.mts';
import {
	activate,
	dataOf,
	deactivate,
	executionsOf,
	keysOf,
	listener,
	subscriptionsOf,
	TOPIC,
	untilSubscribed,
} from './live.mts';
import { freePort, until } from './process.mts';
import type { N8nServer } from './server.mts';

const ADA = '+4915112345678';
const OTHER_TOPIC = topicArnOf('terraform-events');
const SECRET = 'a-secret-of-thirty-two-characters';

// n8n is started seven times here, beside other tests.
jest.setTimeout(180_000);

let demo: Demo;
let server: N8nServer;
let port: number;

const LISTENERS = {
	first: {},
	second: { triggerOn: ['statuses'], statuses: ['delivered', 'failed'] },
	byArn: { topicFrom: 'topicArn', topicArn: TOPIC },
	external: {
		subscription: 'external',
		topicArn: OTHER_TOPIC,
		urlSecret: SECRET,
		triggerOn: ['everything'],
	},
	media: { downloadMedia: true, bucketName: 'whatsapp-media', options: { keepS3Object: false } },
	noDestination: {},
};

beforeAll(async () => {
	// As n8n was until 2.40, and as it can still be set: it looks after every webhook when it starts.
	demo = await openDemo({
		env: { N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'false' },
		workflowsFor: (aws) =>
			Object.entries(LISTENERS).map(([id, parameters]) => listener(aws, id, parameters)),
	});
	port = await freePort();
	server = await demo.home.serve(port);
});
afterAll(async () => await demo?.dispose());

const say = (body: string) =>
	demo.aws.phone.write({ from: ADA, message: { type: 'text', text: { body } } });

async function untilExecuted(id: string, count: number): Promise<void> {
	await demo.aws.sns.deliveries.settled();
	await until(
		`${count} executions of ${id}`,
		async () => (await executionsOf(server, id)).length === count,
		30_000,
	);
}

async function switchOff(...ids: string[]): Promise<void> {
	for (const id of ids) await deactivate(server, id);
	await until('no subscription', async () => subscriptionsOf(demo.aws).length === 0);
}

const webhookUrl = (id: string) => `${server.url}/webhook/webhook-of-${id}/webhook`;

describe('the subscription', () => {
	it('exists while the workflow is active, and is gone afterwards', async () => {
		await activate(server, 'first');
		await untilSubscribed(demo.aws, 1);
		expect(subscriptionsOf(demo.aws)).toMatchObject([{ endpoint: webhookUrl('first') }]);
		await switchOff('first');
	});

	it('is a separate one for each of several workflows that listen to the same topic', async () => {
		for (const id of ['first', 'second', 'byArn']) await activate(server, id);
		await untilSubscribed(demo.aws, 3);
		say('To all who listen');
		await untilExecuted('first', 1);
		await untilExecuted('byArn', 1);
		expect(await executionsOf(server, 'second')).toEqual([]);
	});

	it('starts only for the selected statuses', async () => {
		await server
			.rest('POST', '/rest/workflows/sendThreeKinds00/deactivate', {})
			.catch(() => undefined);
		await demo.home.execute(demo.workflow.id);
		await untilExecuted('second', 1);
		const [execution] = await executionsOf(server, 'second');
		expect(execution && (await keysOf(server, execution))).toEqual([
			expect.stringMatching(/^status:wamid\..*:delivered:/),
		]);
		await switchOff('first', 'second', 'byArn');
	});

	it('is created again if someone has removed it', async () => {
		await activate(server, 'first');
		await untilSubscribed(demo.aws, 1);
		await server.kill();
		subscriptionsOf(demo.aws).length = 0;
		server = await demo.home.serve(port);
		await untilSubscribed(demo.aws, 1);
	});

	it('is found among hundreds', async () => {
		await server.kill();
		demo.aws.sns.topics.pageSize = 2;
		const [own] = subscriptionsOf(demo.aws).splice(0);
		for (let n = 0; n < 7; n++)
			demo.aws.sns.topics.subscribe(TOPIC, 'https', `https://n8n-${n}.example.com/`).isConfirmed =
				true;
		if (own) subscriptionsOf(demo.aws).push(own);
		server = await demo.home.serve(port);
		await new Promise((resolve) => setTimeout(resolve, 1500));
		expect(subscriptionsOf(demo.aws).filter(({ endpoint }) => endpoint === own?.endpoint)).toEqual([
			own,
		]);
		subscriptionsOf(demo.aws).splice(0, 7);
	});

	it('is confirmed eventually if it was left pending', async () => {
		await server.kill();
		for (const subscription of subscriptionsOf(demo.aws)) subscription.isConfirmed = false;
		server = await demo.home.serve(port);
		await untilSubscribed(demo.aws, 1);
	});

	it('delivers signed messages again if raw delivery was switched on', async () => {
		// Until n8n has stopped looking at what it has just confirmed.
		await new Promise((resolve) => setTimeout(resolve, 2_500));
		for (const subscription of subscriptionsOf(demo.aws)) subscription.isRaw = true;
		const { length: executed } = await executionsOf(server, 'first');
		say('Without a signature');
		await demo.aws.sns.deliveries.settled();
		expect(demo.aws.sns.deliveries.attempts.at(-1)).toMatchObject({ status: 403 });
		await server.kill();
		server = await demo.home.serve(port);
		await until('a repair', async () => subscriptionsOf(demo.aws).every(({ isRaw }) => !isRaw));
		say('With a signature');
		await untilExecuted('first', executed + 1);
	});

	it('moves when the event destination of the business account does', async () => {
		const [account] = demo.aws.account.businessAccounts;
		const moved = demo.aws.sns.topics.create('moved');
		if (account) account.eventDestinations = [{ eventDestinationArn: moved }];
		await server.kill();
		server = await demo.home.serve(port);
		await untilSubscribed(demo.aws, 1, moved);
		await until('the old one to be gone', async () => subscriptionsOf(demo.aws).length === 0);
		await deactivate(server, 'first');
		await until('none', async () => subscriptionsOf(demo.aws, moved).length === 0);
		if (account) account.eventDestinations = [{ eventDestinationArn: TOPIC }];
	}, 120_000);

	it('is left alone if others manage it', async () => {
		demo.aws.sns.topics.create('terraform-events');
		demo.aws.requests.length = 0;
		await activate(server, 'external');
		const url = `${webhookUrl('external')}?secret=${SECRET}`;
		await until(
			'the webhook',
			async () => (await fetch(url, { method: 'POST', body: 'x' })).status === 200,
		);
		demo.aws.sns.subscribe(OTHER_TOPIC, 'http', url);
		await untilSubscribed(demo.aws, 1, OTHER_TOPIC);
		const { length: executed } = await executionsOf(server, 'external');
		demo.aws.sns.publish(OTHER_TOPIC, 'signed');
		await untilExecuted('external', executed + 1);
		for (const subscription of subscriptionsOf(demo.aws, OTHER_TOPIC)) subscription.isRaw = true;
		demo.aws.sns.publish(OTHER_TOPIC, 'raw');
		await untilExecuted('external', executed + 2);
		await deactivate(server, 'external');
		await new Promise((resolve) => setTimeout(resolve, 500));
		expect(subscriptionsOf(demo.aws, OTHER_TOPIC)).toHaveLength(1);
		const asked = demo.aws.requests.filter(
			({ service, action }) => service === 'sns' && action !== '',
		);
		expect(asked.map(({ action }) => action)).toEqual(['ConfirmSubscription']);
	});
});

describe('a file', () => {
	const photo = { mimeType: 'image/jpeg', data: Buffer.from('ffd8ffe000104a464946', 'hex') };

	it('comes with its message', async () => {
		await activate(server, 'media');
		await untilSubscribed(demo.aws, 1);
		demo.aws.phone.write({
			from: ADA,
			message: { type: 'image', image: { caption: 'Look' } },
			photo,
		});
		await untilExecuted('media', 1);
		const [execution] = await executionsOf(server, 'media');
		const data = execution ? await dataOf(server, execution) : '';
		expect(data).toContain('"image/jpeg"');
		expect(data).toContain('"filesystem-v2:');
		expect(data).not.toContain('downloadError');
	});

	it('that cannot be downloaded does not lose the message', async () => {
		demo.aws.faults.add({
			kind: 'error',
			action: 'GetWhatsAppMessageMedia',
			status: 403,
			errorName: 'AccessDeniedException',
			message: 'No',
		});
		demo.aws.phone.write({ from: ADA, message: { type: 'image' }, photo });
		await untilExecuted('media', 2);
		demo.aws.faults.clear();
		const [execution] = await executionsOf(server, 'media');
		const data = execution ? await dataOf(server, execution) : '';
		expect(data).toContain('"AWS denied access to social-messaging:GetWhatsAppMessageMedia"');
		expect(execution?.status).toBe('success');
		await switchOff('media');
	});
});

describe('an activation that cannot work says why:', () => {
	const withDestinations = async (arns: string[], check: () => Promise<void>) => {
		const [account] = demo.aws.account.businessAccounts;
		if (account)
			account.eventDestinations = arns.map((eventDestinationArn) => ({ eventDestinationArn }));
		await check();
		if (account) account.eventDestinations = [{ eventDestinationArn: TOPIC }];
	};

	const reason = async (): Promise<string> =>
		await activate(server, 'noDestination').then(
			() => 'It was activated',
			(error: unknown) => String(error),
		);

	it('no event destination', async () => {
		await withDestinations([], async () => {
			const told = await reason();
			expect(told).toContain('has no event destination');
			expect(told).toContain('Set Event Destinations');
		});
	});

	it('a URL that AWS cannot reach', async () => {
		const { topics } = demo.aws.sns;
		const post = topics.subscribe.bind(topics);
		// A subscription to which nothing is ever posted.
		topics.subscribe = (topic, protocol) => post(topic, protocol, `${protocol}://192.0.2.1/`);
		expect(await reason()).toMatch(/did not reach n8n.*webhook-of-noDestination.*WEBHOOK_URL/);
		topics.subscribe = post;
	});

	it('events that go to Amazon Connect', async () => {
		await withDestinations(['arn:aws:connect:eu-west-1:111122223333:instance/1'], async () => {
			expect(await reason()).toContain('do not go to a standard SNS topic');
		});
	});
});
