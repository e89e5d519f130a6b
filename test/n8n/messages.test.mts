import { chromium, type Locator } from 'playwright-core';
import { join } from 'node:path';
import { openEditor, type EditorPage } from './browser.mts';
import { openDemo, type Demo } from './demo.mts';
import type { N8nServer } from './server.mts';

const MINUTE = 60_000;

let demo: Demo;
beforeAll(async () => {
	demo = await openDemo();
}, 4 * MINUTE);
afterAll(async () => await demo?.dispose(), MINUTE);

describe('the example with a template and other kinds of messages', () => {
	it(
		'sends all three, and the phone shows them',
		async () => {
			const run = await demo.home.execute(demo.messages.id);
			expect(run.error?.message).toBeUndefined();
			expect(run.status).toBe('success');
			const { messages } = demo.aws.phone;
			expect(messages.map(({ type, state }) => `${type} ${state}`).sort()).toEqual([
				'interactive delivered',
				'location delivered',
				'template delivered',
			]);
			expect(messages.find(({ type }) => type === 'template')?.message.template).toMatchObject({
				name: 'invoice_ready',
				components: [
					{
						type: 'header',
						parameters: [{ document: { filename: 'INV-2026-0042.txt' } }],
					},
					{
						type: 'body',
						parameters: [{ text: 'INV-2026-0042' }, { text: '129.90 EUR' }],
					},
					{ type: 'button', parameters: [{ text: 'INV-2026-0042' }] },
				],
			});
			const browser = await chromium.launch({
				executablePath: process.env.AWS_WHATSAPP_CHROMIUM,
				args: ['--no-sandbox', '--disable-gpu'],
			});
			try {
				const page = await browser.newPage({ viewport: { width: 1100, height: 1000 } });
				await page.goto(demo.aws.phoneUrl);
				await page.getByText('is everything correct?').first().waitFor();
				for (const shown of ['Call me', 'Pay now', 'Unter den Linden 1, Berlin']) {
					expect(await page.getByText(shown).count()).toBeGreaterThan(0);
				}
				await page.screenshot({
					path: join(import.meta.dirname, '../screenshots/three-kinds-on-the-phone.png'),
				});
			} finally {
				await browser.close();
			}
		},
		2 * MINUTE,
	);
});

describe("the template picker in n8n's editor", () => {
	let server: N8nServer;
	let editor: EditorPage;

	beforeAll(async () => {
		server = await demo.home.serve();
		editor = await openEditor(server, demo.everyOperation.id);
		editor.page.setDefaultTimeout(MINUTE / 2);
		await editor.page
			.locator('[data-test-id="canvas-node"][data-node-name="Send message"]')
			.dblclick();
	}, 2 * MINUTE);
	afterAll(async () => await editor?.close(), MINUTE);

	const byTestId = (id: string): Locator => editor.page.locator(`[data-test-id="${id}"]`);
	const choose = async (template: string) => {
		await byTestId('resource-locator-metaTemplateId').locator('[data-test-id="rlc-input"]').click();
		await byTestId('rlc-search').fill(template);
		await byTestId('rlc-item').filter({ hasText: template }).first().click();
	};
	const field = (id: string): Locator => byTestId(`parameter-input-${id}`);

	it(
		'lists the approved templates with language, category and status',
		async () => {
			await byTestId('parameter-input-messageType').click();
			const choice = editor.page.locator('.el-select-dropdown__item:visible');
			await choice.filter({ hasText: /^\s*Template/ }).click();
			await byTestId('resource-locator-metaTemplateId')
				.locator('[data-test-id="rlc-input"]')
				.click();
			await byTestId('rlc-item').first().waitFor();
			await editor.screenshot('templates-1-list');
			expect(await byTestId('rlc-item').allTextContents()).toEqual([
				'order_update (en_US) - UTILITY, APPROVED',
				'order_update (de) - UTILITY, APPROVED',
				'invoice_ready (en_US) - UTILITY, APPROVED',
				'sign_in_code (en_US) - AUTHENTICATION, APPROVED',
				'new_arrivals (en_US) - MARKETING, APPROVED',
				'appointment_reminder (en_US) - UTILITY, APPROVED',
			]);
			await byTestId('rlc-item').first().click();
		},
		MINUTE,
	);

	it(
		'shows the fields of the selected one',
		async () => {
			await field('bodyText1').waitFor();
			for (const id of ['headerText1', 'bodyText1', 'bodyText2', 'bodyText3', 'button1Payload']) {
				expect([id, await field(id).count()]).toEqual([id, 1]);
			}
			await field('bodyText1').locator('input, textarea').first().fill('Ada');
			await field('headerText1').locator('input, textarea').first().fill('A-17');
			await field('bodyText3').scrollIntoViewIfNeeded();
			await editor.page.waitForTimeout(600);
			await editor.screenshot('templates-2-fields');
		},
		MINUTE,
	);

	it(
		'shows those of another one when it is selected',
		async () => {
			await choose('order_update (de)');
			await field('headerText1').waitFor({ state: 'detached' });
			await field('bodyText1').waitFor();
			await editor.page.waitForTimeout(600);
			await editor.screenshot('templates-3-other-fields');
			expect(await field('bodyText3').count()).toBe(1);
		},
		MINUTE,
	);

	it(
		'shows the fields of every card of a carousel',
		async () => {
			await choose('new_arrivals');
			await field('card2Button2UrlSuffix').waitFor();
			await field('card1HeaderImage').scrollIntoViewIfNeeded();
			await editor.page.waitForTimeout(600);
			await editor.screenshot('templates-4-carousel');
		},
		MINUTE,
	);

	it('logs no error to the console', () => {
		expect(editor.problems).toEqual([]);
	});
});
