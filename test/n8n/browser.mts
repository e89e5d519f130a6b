import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { chromium, type ConsoleMessage, type Page } from 'playwright-core';
import type { N8nServer } from './server.mts';

const SCREENSHOTS = resolve(import.meta.dirname, '../screenshots');

const CHROMIUM_ARGUMENTS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

export interface EditorPage {
	page: Page;
	/** What went wrong in the page so far, as its console tells it. */
	problems: string[];
	screenshot(name: string): Promise<void>;
	close(): Promise<void>;
}

/** n8n's editor in a real browser, logged in as the owner. */
export async function openEditor(server: N8nServer, workflowId: string): Promise<EditorPage> {
	const browser = await chromium.launch({
		executablePath: process.env.AWS_WHATSAPP_CHROMIUM,
		args: CHROMIUM_ARGUMENTS,
	});
	const context = await browser.newContext({ viewport: { width: 1500, height: 950 } });
	const [name = '', ...value] = server.cookie.split('=');
	await context.addCookies([{ name, value: value.join('='), url: server.url }]);
	const page = await context.newPage();

	const problems: string[] = [];
	page.on('pageerror', (error) => problems.push(error.message));
	page.on('console', (message) => {
		if (isProblem(message, server.url)) problems.push(message.text());
	});

	await mkdir(SCREENSHOTS, { recursive: true });
	await page.goto(`${server.url}/workflow/${workflowId}`);
	return {
		page,
		problems,
		screenshot: async (file) => {
			await page.screenshot({ path: join(SCREENSHOTS, `${file}.png`) });
		},
		close: async () => await browser.close(),
	};
}

/** Whether n8n's own pages on the internet can be reached is not what the tests are about. */
function isProblem(message: ConsoleMessage, serverUrl: string): boolean {
	const { url } = message.location();
	return message.type() === 'error' && (!url || url.startsWith(serverUrl));
}
