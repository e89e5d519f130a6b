/** Production beside staging: two n8n's on one host, with one topic and the same workflow imported into both. */
import { startLocalAws, type LocalAws } from '../../local-aws/index.mts';
import { localCredential } from './demo.mts';
import { editAndPublish, editTrigger } from './editing.mts';
import { activate, deactivate, executionsOf, listener, subscriptionsOf } from './live.mts';
import { createN8nHome, type N8nHome } from './n8n.mts';
import { freePort, until } from './process.mts';
import type { N8nServer } from './server.mts';

// Two n8n's are started, some of them several times, beside other tests.
jest.setTimeout(300_000);

const WORKFLOW = 'imported';

interface Neighbor {
	home: N8nHome;
	port: number;
	server?: N8nServer;
}

let aws: LocalAws;
let production: Neighbor;
let staging: Neighbor;
const homes: N8nHome[] = [];

async function moveIn(): Promise<Neighbor> {
	const home = await createN8nHome({ tarball: process.env.AWS_WHATSAPP_TARBALL ?? '' });
	homes.push(home);
	await home.importCredentials([localCredential(aws)]);
	await home.importWorkflows([listener(aws, WORKFLOW)]);
	return { home, port: await freePort() };
}

beforeAll(async () => {
	aws = await startLocalAws();
	production = await moveIn();
	staging = await moveIn();
});
afterAll(async () => {
	for (const home of homes) await home.dispose();
	await aws?.close();
});

/** Where AWS posts to it. */
const endpointOf = ({ port }: Neighbor) =>
	`http://127.0.0.1:${port}/webhook/webhook-of-${WORKFLOW}/webhook`;

function serverOf({ server }: Neighbor): N8nServer {
	if (!server) throw new Error('It does not run');
	return server;
}

describe.each(['true', 'false'])('two neighbors, with the publication service %s,', (service) => {
	async function start(neighbor: Neighbor): Promise<void> {
		await neighbor.server?.stop();
		neighbor.server = await neighbor.home.serve(neighbor.port, {
			N8N_USE_WORKFLOW_PUBLICATION_SERVICE: service,
		});
	}

	beforeAll(async () => {
		await start(production);
		await start(staging);
	});

	/** Exactly these are subscribed; one that is not any more is given the time to go. */
	async function untilOnly(...neighbors: Neighbor[]): Promise<void> {
		const wanted = neighbors.map(endpointOf).sort();
		const now = () =>
			subscriptionsOf(aws)
				.filter(({ isConfirmed }) => isConfirmed)
				.map(({ endpoint }) => endpoint)
				.sort();
		await until(
			'the subscriptions that should be',
			async () => now().join() === wanted.join(),
			20_000,
		).catch(() => undefined);
		expect(now()).toEqual(wanted);
	}

	/** Each of them starts once for what a customer writes now. */
	async function bothHear(): Promise<void> {
		const all = [production, staging];
		const counts = async () =>
			await Promise.all(
				all.map(async (each) => (await executionsOf(serverOf(each), WORKFLOW)).length),
			);
		const before = await counts();
		aws.phone.write({ from: '+4915112345678', message: { type: 'text', text: { body: 'Hi' } } });
		const wanted = before.map((count) => count + 1).join();
		await until('both to start', async () => (await counts()).join() === wanted, 20_000);
	}

	it('each have a subscription of their own', async () => {
		await activate(serverOf(production), WORKFLOW);
		await untilOnly(production);
		await activate(serverOf(staging), WORKFLOW);
		await untilOnly(production, staging);
		await bothHear();
	});

	// With the publication service n8n calls no trigger when it starts.
	const whereCalled = service === 'false' ? it : it.skip;
	whereCalled('keep them while one is restarted', async () => {
		await serverOf(production).stop();
		await untilOnly(production, staging);
		await start(production);
		await untilOnly(production, staging);
		await bothHear();
	});

	it('keep them while one is edited', async () => {
		await editAndPublish(serverOf(staging), WORKFLOW, editTrigger);
		// Until there was enough time to remove something.
		await new Promise((resolve) => setTimeout(resolve, 5_000));
		await untilOnly(production, staging);
		await bothHear();
	});

	it('keep the one if the other is deactivated, and leave nothing in the end', async () => {
		await deactivate(serverOf(production), WORKFLOW);
		await untilOnly(staging);
		await deactivate(serverOf(staging), WORKFLOW);
		await untilOnly();
	});
});
