import type { Locator } from 'playwright-core';
import { openEditor, type EditorPage } from './browser.mts';
import { localCredential, openDemo, STEP, type Demo } from './demo.mts';
import type { N8nServer } from './server.mts';

const MINUTE = 60_000;

describe("the node in n8n's editor", () => {
	let demo: Demo;
	let server: N8nServer;
	let editor: EditorPage;

	beforeAll(async () => {
		demo = await openDemo();
		server = await demo.home.serve();
		editor = await openEditor(server, demo.workflow.id);
		editor.page.setDefaultTimeout(MINUTE / 2);
	}, 4 * MINUTE);
	afterAll(async () => {
		await editor?.close();
		await demo?.dispose();
	}, MINUTE);

	const byTestId = (id: string): Locator => editor.page.locator(`[data-test-id="${id}"]`);
	const phoneNumber = (part: string): Locator =>
		byTestId('resource-locator-originationPhoneNumberId').locator(`[data-test-id="${part}"]`);
	const listed = async (): Promise<string[]> => await byTestId('rlc-item').allTextContents();

	it(
		'shows the example workflow without a warning',
		async () => {
			await byTestId('canvas-node').filter({ hasText: STEP.send }).waitFor();
			await editor.screenshot('1-example-workflow');
			expect(await editor.page.getByText('Install this node').count()).toBe(0);
			expect(await byTestId('node-issues').count()).toBe(0);
		},
		MINUTE,
	);

	it(
		'lists the phone numbers with their name and business account',
		async () => {
			await byTestId('canvas-node').filter({ hasText: STEP.send }).dblclick();
			await phoneNumber('rlc-mode-selector').click();
			await byTestId('mode-list').click();
			await phoneNumber('rlc-input').click();
			await byTestId('rlc-item').first().waitFor();
			await editor.screenshot('2-phone-numbers');
			expect(await listed()).toEqual([
				'+49 30 901820 - Nordwind Coffee (Nordwind Coffee)',
				'+33 1 70189900 - Atelier Lumière (Atelier Lumière)',
				'+353 1 6778899 - Harbour Dental (Harbour Dental)',
				'+49 40 4289900 - Nordwind Roastery (Nordwind Coffee)',
			]);
		},
		MINUTE,
	);

	it(
		'finds a phone number by part of its name and selects it',
		async () => {
			await byTestId('rlc-search').fill('roast');
			await byTestId('rlc-item').first().filter({ hasText: 'Roastery' }).waitFor();
			expect(await listed()).toEqual(['+49 40 4289900 - Nordwind Roastery (Nordwind Coffee)']);
			await byTestId('rlc-item').click();
			await editor.screenshot('3-phone-number-taken');
			expect(await phoneNumber('rlc-input').inputValue()).toContain('Nordwind Roastery');
		},
		MINUTE,
	);

	it(
		'shows that a credential works after testing it',
		async () => {
			await byTestId('credential-edit-button').click();
			await editor.page.getByText('Connection tested successfully').waitFor();
			await editor.screenshot('4-credential');
		},
		MINUTE,
	);

	it('logs no error to the console', () => {
		expect(editor.problems).toEqual([]);
	});

	describe("the test of the credential in n8n's editor", () => {
		const test = async (changes: object): Promise<unknown> => {
			const { id, name, type, data } = localCredential(demo.aws);
			const credentials = { id, name, type, data: { ...data, ...changes } };
			return await server.rest('POST', '/rest/credentials/test', { credentials });
		};

		it('succeeds with the right keys', async () => {
			expect(await test({})).toMatchObject({ status: 'OK' });
		});

		it('says what is wrong with a wrong secret', async () => {
			expect(await test({ secretAccessKey: 'wrong' })).toEqual({
				status: 'Error',
				message: expect.stringMatching(/secret access key/i) as string,
			});
		});

		it('assumes its role', async () => {
			expect(await test({ roleArn: demo.aws.roles.sender })).toMatchObject({ status: 'OK' });
			expect(demo.aws.requests.map(({ action }) => action)).toContain('AssumeRole');
		});

		it('says when it may not assume its role', async () => {
			expect(await test({ roleArn: 'arn:aws:iam::111122223333:role/nobody' })).toEqual({
				status: 'Error',
				message: expect.stringMatching(/assume the credential's role.*External ID/s) as string,
			});
		});

		it('says what is wrong with an unknown access key', async () => {
			expect(await test({ accessKeyId: 'AKIANOBODYHASTHIS000' })).toEqual({
				status: 'Error',
				message: expect.stringMatching(/access key id|security token/i) as string,
			});
		});
	});
});
