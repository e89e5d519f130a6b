import type { Locator, Page } from 'playwright-core';
import type { LocalAws } from '../local-aws.mts';

/** The phone page in a real browser. */
export interface PhoneScreen {
	page: Page;
	bubbles: Locator;
	/** What went wrong in the page, as its console tells it. */
	problems: string[];
	/** Reloads the page, with this many bubbles in the open chat. */
	show(count?: number): Promise<void>;
	close(): Promise<void>;
}

/**
 * The texts a message shows are those of an English browser, at any place in the world. The browser is the
 * Chromium at CHROMIUM_PATH.
 */
export async function openPhoneScreen({ phoneUrl }: LocalAws): Promise<PhoneScreen> {
	// Loaded only here: it takes longer than the whole rest of the stand-in.
	const { chromium } = await import('playwright-core');
	const browser = await chromium.launch({
		executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
		args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
	});
	const context = await browser.newContext({
		viewport: { width: 1200, height: 900 },
		locale: 'en-US',
		timezoneId: 'UTC',
	});
	const page = await context.newPage();
	const problems: string[] = [];
	page.on('pageerror', (error) => problems.push(error.message));
	page.on('console', (message) => {
		if (message.type() === 'error') problems.push(message.text());
	});
	const bubbles = page.locator('#messages > li');
	return {
		page,
		bubbles,
		problems,
		async show(count = 1) {
			await page.goto(phoneUrl);
			await bubbles.nth(count - 1).waitFor({ state: 'attached' });
		},
		close: () => browser.close(),
	};
}
