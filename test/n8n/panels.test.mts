import { properties } from '../../form/field.ts';
import { resources } from '../../nodes/AwsWhatsApp/resources/resources.ts';
import { startLocalAws, type LocalAws } from '../../local-aws/index.mts';
import { openEditor, type EditorPage } from './browser.mts';
import { localCredential } from './demo.mts';
import { everyOperation, everyOperationWorkflow, type OperationNode } from './every-operation.mts';
import { createN8nHome, type N8nHome } from './n8n.mts';
import { until } from './process.mts';
import type { N8nServer } from './server.mts';

const MINUTE = 60_000;
/** What the data sheet says that the panel shows from the beginning. */
const labelsOf = ({ resource, operation }: OperationNode): string[] =>
	resources
		.filter(({ value }) => value === resource)
		.flatMap(({ operations }) => operations.filter(({ value }) => value === operation))
		.flatMap(({ fields }) => properties(fields))
		.filter(({ displayOptions, type }) => !displayOptions && type !== 'collection')
		.map(({ displayName }) => displayName);

/** The list is fetched again after every key. */
async function expectEventually(read: () => Promise<string[]>, wanted: string[]): Promise<void> {
	await until('the list to hold what was searched', async () => {
		return JSON.stringify(await read()) === JSON.stringify(wanted);
	});
}

describe("every operation in n8n's editor", () => {
	let aws: LocalAws;
	let home: N8nHome;
	let server: N8nServer;
	let editor: EditorPage;

	beforeAll(async () => {
		aws = await startLocalAws();
		home = await createN8nHome({ tarball: process.env.AWS_WHATSAPP_TARBALL ?? '' });
		const credential = localCredential(aws);
		const workflow = everyOperationWorkflow(aws, credential);
		await home.importCredentials([credential]);
		await home.importWorkflows([workflow]);
		server = await home.serve();
		editor = await openEditor(server, workflow.id);
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

	it.each(everyOperation())(
		'$name shows its fields',
		async (node) => {
			await open(node.name);
			const panel = editor.page.locator('[data-test-id="ndv"]');
			await panel.getByText('Options', { exact: true }).waitFor();
			await editor.screenshot(`panel-${node.name}`);
			const shown = await panel.innerText();
			for (const label of labelsOf(node)) expect(shown).toContain(label);
		},
		MINUTE,
	);

	it(
		'leaves the variables of a template as they are typed and pasted',
		async () => {
			await open('Create template');
			const body = editor.page.locator('[data-test-id="parameter-input-bodyText"]');
			const text = body.locator('textarea, input').first();
			// As a paste does: all at once, into an empty field.
			await text.click();
			await editor.page.keyboard.insertText('Hi {1}, your order {2} is on its way.');
			await editor.page.keyboard.type(' Yours, {first_name}');
			await editor.screenshot('panel-template-variables');
			expect(await text.inputValue()).toBe(
				'Hi {1}, your order {2} is on its way. Yours, {first_name}',
			);
			expect(await body.locator('.cm-editor').count()).toBe(0);
			// A field that is being typed into keeps the panel open.
			await text.blur();
		},
		MINUTE,
	);

	it(
		'lists the templates of the business account, and finds one by its language',
		async () => {
			await open('Get template');
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

	it('logs no error to the console', () => {
		expect(editor.problems).toEqual([]);
	});
});
