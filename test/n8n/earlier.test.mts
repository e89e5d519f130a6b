/** Workflows of earlier versions, imported into real n8n with the package of today. */
import { startLocalAws, type LocalAws } from '../../local-aws/index.mts';
import { localCredential, objectsIn } from './demo.mts';
import { earlierWorkflow, sentEarlier, sentNow, type EarlierWorkflow } from './earlier.mts';
import { itemsOf } from './execution.mts';
import { activate, executionsOf, untilSubscribed } from './live.mts';
import { createN8nHome, type N8nHome } from './n8n.mts';
import { until } from './process.mts';

jest.setTimeout(180_000);

const VERSION = '0.1.0';
const DOCUMENT = 'send-document-and-read-it-back';
const THREE_KINDS = 'send-template-buttons-and-place';
const ANSWERS = 'answer-with-quick-replies';
const CUSTOMER = '+4915112345678';

let aws: LocalAws;
let home: N8nHome;
const workflows = new Map<string, EarlierWorkflow>();

beforeAll(async () => {
	aws = await startLocalAws();
	home = await createN8nHome({ tarball: process.env.AWS_WHATSAPP_TARBALL ?? '' });
	for (const name of [DOCUMENT, THREE_KINDS, ANSWERS]) {
		workflows.set(name, await earlierWorkflow(VERSION, name));
	}
	await home.importCredentials([localCredential(aws)]);
	await home.importWorkflows([...workflows.values()]);
});
afterAll(async () => {
	await home?.dispose();
	await aws?.close();
});
beforeEach(async () => await aws.reset());

function idOf(name: string): string {
	const workflow = workflows.get(name);
	if (!workflow) throw new Error(`There is no workflow ${name}`);
	return workflow.id;
}

describe(`a workflow of ${VERSION}`, () => {
	it.each([DOCUMENT, THREE_KINDS])('runs and sends what it did then: %s', async (name) => {
		const run = await home.execute(idOf(name));
		expect(run).toMatchObject({ status: 'success', error: undefined, exitCode: 0 });
		const nodes = workflows.get(name)?.nodes.filter(({ type }) => !type.endsWith('.stickyNote'));
		expect(Object.keys(run.runData).sort()).toEqual(nodes?.map((node) => node.name).sort());
		expect(sentNow(aws)).toEqual(await sentEarlier(VERSION, name));
		expect(await objectsIn(aws)).toEqual([]);
		if (name === DOCUMENT) {
			expect(itemsOf(run, 'Is It the Same File?')[0]?.json.identical).toBe(true);
		}
	});

	it(`is activated and answers customers as it did then: ${ANSWERS}`, async () => {
		const id = idOf(ANSWERS);
		const server = await home.serve();
		try {
			await activate(server, id);
			await untilSubscribed(aws, 1);
			const tap = (reply: string, title: string) => ({
				type: 'interactive',
				interactive: { type: 'button_reply', button_reply: { id: reply, title } },
			});
			const written = [
				{ message: { type: 'text', text: { body: 'Hello, do you sell beans?' } } },
				{ message: tap('hours', 'Opening hours') },
				{ message: tap('person', 'Talk to a person') },
				{
					message: { type: 'image' },
					photo: { mimeType: 'image/jpeg', data: Buffer.from('\u00ff\u00d8\u00ff', 'latin1') },
				},
			];
			for (const [i, each] of written.entries()) {
				aws.phone.write({ from: CUSTOMER, ...each });
				await until(
					`execution ${i + 1}`,
					async () => (await executionsOf(server, id)).length === i + 1,
				);
			}
			const executions = await executionsOf(server, id);
			expect(executions.map(({ status }) => status)).toEqual(Array(4).fill('success'));
			expect(sentNow(aws)).toEqual(await sentEarlier(VERSION, ANSWERS));
			expect(await objectsIn(aws)).toEqual([]);
		} finally {
			await server.stop();
		}
	});
});
