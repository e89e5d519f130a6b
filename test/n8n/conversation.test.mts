/**
 * The example that answers customers, in real n8n and a real browser: someone writes on the phone
 * page, the workflow answers there.
 */
import { join } from 'node:path';
import { openPhoneScreen, type PhoneScreen } from '../../local-aws/index.mts';
import { openEditor } from './browser.mts';
import { openDemo, type Demo } from './demo.mts';
import { activate, deactivate, executionsOf, subscriptionsOf, untilSubscribed } from './live.mts';
import { until } from './process.mts';
import type { N8nServer } from './server.mts';

const SCREENSHOTS = join(import.meta.dirname, '../screenshots');
const PHOTO = join(import.meta.dirname, '../../examples/node.png');

let demo: Demo;
let server: N8nServer;
let phone: PhoneScreen;

beforeAll(async () => {
	demo = await openDemo();
	server = await demo.home.serve();
	phone = await openPhoneScreen(demo.aws);
	await phone.page.goto(demo.aws.phoneUrl);
});
afterAll(async () => {
	await phone?.close();
	await demo?.dispose();
});

const bubble = (text: string) => phone.bubbles.filter({ hasText: text });

async function untilExecuted(count: number): Promise<void> {
	await until(
		`${count} executions`,
		async () => (await executionsOf(server, demo.answers.id)).length === count,
	);
}

it('subscribes when the workflow is activated', async () => {
	await activate(server, demo.answers.id);
	await untilSubscribed(demo.aws, 1);
	expect(subscriptionsOf(demo.aws)).toMatchObject([
		{ endpoint: expect.stringContaining('/webhook/'), isConfirmed: true, isOwnersOnly: true },
	]);
});

it('answers a message from the phone with quick replies', async () => {
	await phone.page.fill('#draft', 'Hello, do you sell beans?');
	await phone.page.click('#composer button');
	await bubble('how can we help you?').waitFor();
	await untilExecuted(1);
	expect(await bubble('Hello, do you sell beans?').getAttribute('class')).toContain('mine');
	expect(await bubble('how can we help you?').textContent()).toContain('Hello Ada Example');
	expect(demo.aws.phone.messages).toMatchObject([
		{ to: '+4915112345678', from: '+4930901820', type: 'interactive', state: 'delivered' },
	]);
});

it('knows which quick reply was tapped', async () => {
	await phone.page.getByRole('button', { name: 'Opening hours' }).click();
	await bubble('Monday to Saturday').waitFor();
	await phone.page.getByRole('button', { name: 'Talk to a person' }).click();
	await bubble('A colleague will reply').waitFor();
	await untilExecuted(3);
	expect(demo.aws.phone.written.map(({ type }) => type)).toEqual([
		'text',
		'interactive',
		'interactive',
	]);
});

it('downloads a photo sent by a customer, and says thank you', async () => {
	await phone.page.setInputFiles('#photo', PHOTO);
	await bubble('Thank you for the photo').waitFor();
	await untilExecuted(4);
	await phone.page.screenshot({ path: join(SCREENSHOTS, 'conversation-phone.png') });
	const executions = await executionsOf(server, demo.answers.id);
	expect(executions.map(({ status }) => status)).toEqual(Array(4).fill('success'));
	expect(phone.problems).toEqual([]);
});

it('marks the messages that it answers as read', () => {
	const marked = demo.aws.requests
		.filter(({ action }) => action === 'SendWhatsAppMessage')
		.map(({ body }) => JSON.parse(body.toString()) as { message: string })
		.map(({ message }) => JSON.parse(Buffer.from(message, 'base64').toString()) as object)
		.filter((message) => 'status' in message);
	expect(marked).toEqual(
		demo.aws.phone.written.map(({ whatsAppMessageId }) => ({
			messaging_product: 'whatsapp',
			status: 'read',
			message_id: whatsAppMessageId,
			typing_indicator: { type: 'text' },
		})),
	);
});

it('is not started by the statuses of its own answers', async () => {
	await demo.aws.sns.deliveries.settled();
	expect(await executionsOf(server, demo.answers.id)).toHaveLength(4);
});

it('continues after n8n was killed, with what was written in the meantime, and is subscribed once', async () => {
	const before = [...subscriptionsOf(demo.aws)];
	const { port } = new URL(server.url);
	await server.kill();
	// SNS tries again when nobody answers; while n8n is starting it answers for itself, and SNS gives up.
	demo.aws.sns.deliveries.settings.isHeld = true;
	demo.aws.phone.write({
		from: '+4915112345678',
		message: { type: 'text', text: { body: 'Still there?' } },
	});
	server = await demo.home.serve(Number(port));
	demo.aws.sns.deliveries.settings.isHeld = false;
	await demo.aws.sns.deliveries.settled();
	await untilExecuted(5);
	expect(subscriptionsOf(demo.aws)).toEqual(before);
	await bubble('Still there?').waitFor();
	demo.aws.phone.write({
		from: '+4915112345678',
		message: { type: 'text', text: { body: 'And now?' } },
	});
	await untilExecuted(6);
}, 180_000);

it('listens for a test alongside production, and only the test subscription ends with the test', async () => {
	const editor = await openEditor(server, demo.answers.id);
	try {
		const trigger = editor.page.locator('[data-node-name="When a Customer Writes"]');
		await trigger.first().dblclick();
		await editor.page.locator('[data-test-id="parameter-input-triggerOn"]').waitFor();
		await editor.screenshot('trigger-panel');
		await editor.page.getByText('Execute step').first().click();
		await untilSubscribed(demo.aws, 2);
		const endpoints = subscriptionsOf(demo.aws).map(({ endpoint }) => endpoint);
		expect(endpoints.map((endpoint) => new URL(endpoint).pathname.split('/')[1])).toEqual([
			'webhook',
			'webhook-test',
		]);
		demo.aws.phone.write({
			from: '+4915112345678',
			message: { type: 'text', text: { body: 'This is only a test' } },
		});
		await until('the end of the test', async () => subscriptionsOf(demo.aws).length === 1);
		expect(subscriptionsOf(demo.aws)).toMatchObject([{ endpoint: endpoints[0] }]);
		await editor.page.getByText('This is only a test').first().waitFor();
		await editor.screenshot('trigger-tested');
		expect(editor.problems).toEqual([]);
	} finally {
		await editor.close();
	}
}, 120_000);

it('unsubscribes when the workflow is deactivated', async () => {
	await deactivate(server, demo.answers.id);
	await until('no subscription', async () => subscriptionsOf(demo.aws).length === 0);
});
