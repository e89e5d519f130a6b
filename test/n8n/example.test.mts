import { type Demo, objectsIn, openDemo, STEP } from './demo.mts';
import { itemsOf, type ExecutedWorkflow } from './execution.mts';

const INVOICE = `Invoice INV-2026-0042

Dear Anna Müller,

thank you for your order. Please pay 129.90 EUR within 14 days.

Your Nordwind Coffee team ☕
`;

describe('the example workflow, run by real n8n with the packed package', () => {
	let demo: Demo;
	let run: ExecutedWorkflow;

	beforeAll(async () => {
		demo = await openDemo();
		run = await demo.home.execute(demo.workflow.id);
	}, 180_000);
	afterAll(async () => await demo?.dispose(), 60_000);

	it('runs to its end without an error', () => {
		expect(run).toMatchObject({ status: 'success', error: undefined, exitCode: 0 });
		const nodes = demo.workflow.nodes.filter(({ type }) => !type.endsWith('.stickyNote'));
		expect(Object.keys(run.runData).sort()).toEqual(nodes.map(({ name }) => name).sort());
	});

	it('delivers exactly one document, with the caption and the file name made from the data', () => {
		expect(demo.aws.phone.messages).toEqual([
			expect.objectContaining({
				messageId: itemsOf(run, STEP.send)[0]?.json.messageId,
				fromName: 'Nordwind Coffee',
				to: '+4915112345678',
				type: 'document',
				state: 'delivered',
				message: expect.objectContaining({
					document: {
						id: expect.stringMatching(/^\d+$/) as string,
						caption: 'Hello Anna Müller, here is your invoice INV-2026-0042 for 129.90 EUR.',
						filename: 'INV-2026-0042.txt',
					},
				}) as object,
				media: expect.objectContaining({ mimeType: 'text/plain' }) as object,
			}),
		]);
	});

	it('delivers the very bytes that were written', async () => {
		const messageId = demo.aws.phone.messages[0]?.messageId;
		const received = await fetch(`${demo.aws.phoneUrl}/media/${messageId}`);
		expect(await received.text()).toBe(INVOICE);
	});

	it('downloads the very bytes that were uploaded', async () => {
		const downloaded = itemsOf(run, STEP.download)[0]?.binary?.data;
		expect(downloaded).toMatchObject({ mimeType: 'text/plain', fileExtension: 'txt' });
		expect(await demo.home.readBinary(downloaded!)).toEqual(Buffer.from(INVOICE));
		expect(itemsOf(run, STEP.comparison)[0]?.json.identical).toBe(true);
	});

	it('leaves nothing behind in the bucket', async () => {
		expect(await objectsIn(demo.aws)).toEqual([]);
	});

	it('never sends AWS the same request twice', () => {
		const actions = demo.aws.requests.map(({ action }) => action);
		expect(actions.filter((action) => action === 'SendWhatsAppMessage')).toHaveLength(1);
		expect(actions.filter((action) => action === 'PostWhatsAppMessageMedia')).toHaveLength(2);
		expect(actions.filter((action) => action === 'GetWhatsAppMessageMedia')).toHaveLength(1);
	});
});
