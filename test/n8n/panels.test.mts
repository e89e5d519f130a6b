import { randomUUID } from 'node:crypto';
import { propertyOf } from '../../nodes/AwsWhatsApp/request/operation.ts';
import { resources } from '../../nodes/AwsWhatsApp/resources/resources.ts';
import { startLocalAws, type LocalAws } from '../local-aws/local-aws.mts';
import { openEditor, type EditorPage } from './browser.mts';
import { localCredential } from './demo.mts';
import { createN8nHome, PACKAGE_NAME, type N8nHome } from './n8n.mts';
import { until } from './process.mts';
import type { N8nServer } from './server.mts';

const MINUTE = 60_000;
const WORKFLOW_ID = 'everyOperation00';

const operations = resources.flatMap(({ value: resource, operations: list }) =>
	list.map((operation) => ({
		name: `${resource}.${operation.value}`,
		resource,
		operation,
		nodeId: randomUUID(),
	})),
);

/** A workflow with a node for every operation, as they are when one has just added them. */
function everyOperation(businessAccountId: string) {
	return {
		id: WORKFLOW_ID,
		name: 'Every operation',
		nodes: operations.map(({ name, resource, operation, nodeId }, i) => ({
			parameters: {
				resource,
				operation: operation.value,
				businessAccountId: { __rl: true, mode: 'id', value: businessAccountId },
			},
			id: nodeId,
			name,
			type: `${PACKAGE_NAME}.awsWhatsApp`,
			typeVersion: 1,
			position: [(i % 7) * 240, Math.floor(i / 7) * 180],
			credentials: {
				awsSocialMessagingApi: {
					id: 'awsSocialMessaging',
					name: 'AWS End User Messaging Social',
				},
			},
		})),
		connections: {},
		active: false,
		settings: {},
	};
}

/** The list is fetched anew as one types. */
async function expectEventually(read: () => Promise<string[]>, wanted: string[]): Promise<void> {
	await until('the list to hold what was searched', async () => {
		return JSON.stringify(await read()) === JSON.stringify(wanted);
	});
}

describe("Every operation in n8n's editor", () => {
	let aws: LocalAws;
	let home: N8nHome;
	let server: N8nServer;
	let editor: EditorPage;

	beforeAll(async () => {
		aws = await startLocalAws();
		home = await createN8nHome({ tarball: process.env.AWS_WHATSAPP_TARBALL ?? '' });
		await home.importCredentials([localCredential(aws)]);
		await home.importWorkflows([everyOperation(aws.account.businessAccounts[0]?.id ?? '')]);
		server = await home.serve();
		editor = await openEditor(server, WORKFLOW_ID);
		editor.page.setDefaultTimeout(MINUTE / 2);
		await editor.page.locator('[data-test-id="canvas-node"]').first().waitFor();
		await editor.page.keyboard.press('1');
	}, 4 * MINUTE);
	afterAll(async () => {
		await editor?.close();
		await home?.dispose();
		await aws?.close();
	}, MINUTE);

	/** Closes the panel that is open and opens the node's. */
	async function open(name: string): Promise<void> {
		await editor.page.keyboard.press('Escape');
		await editor.page.locator('[data-test-id="ndv"]').waitFor({ state: 'detached' });
		await editor.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`).dblclick();
	}

	it.each(operations)(
		'$name shows its fields',
		async ({ name, operation }) => {
			await open(name);
			const panel = editor.page.locator('[data-test-id="ndv"]');
			await panel.getByText('Options', { exact: true }).waitFor();
			await editor.screenshot(`panel-${name}`);
			const shown = await panel.innerText();
			for (const { displayName, displayOptions, type } of operation.fields.map(propertyOf)) {
				if (displayOptions || type === 'collection') continue;
				expect(shown).toContain(displayName);
			}
		},
		MINUTE,
	);

	it(
		'lists the templates of the business account, and finds one by its language',
		async () => {
			await open('template.get');
			await editor.page
				.locator('[data-test-id="resource-locator-metaTemplateId"] [data-test-id="rlc-input"]')
				.click();
			const listed = editor.page.locator('[data-test-id="rlc-item"]');
			await listed.first().waitFor();
			await editor.screenshot('panel-template-list');
			await editor.page.locator('[data-test-id="rlc-search"]').fill('(de)');
			await expectEventually(
				async () => await listed.allTextContents(),
				['order_update (de) - UTILITY, APPROVED'],
			);
		},
		MINUTE,
	);

	it('writes no error to the console', () => {
		expect(editor.problems).toEqual([]);
	});
});
