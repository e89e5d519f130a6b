import { once, useOnce } from './once.mts';
import { BUCKET, fileContent, fileItem, jsonOf } from './setting.mts';

const { send, requests, sends } = useOnce();

describe('the content of a message with a key', () => {
	it('has to be the same', async () => {
		await send(once('order-17'));
		const { error } = await send(once('order-17', {}, { textBody: 'Something else' }));
		expect(error?.message).toBe("'Send Once For' has the key of a different message [item 0]");
		expect(error?.description).toContain('"order-17"');
		expect(sends()).toBe(1);
	});

	it('counts without what the recipient does not see', async () => {
		await send(once('a', { bizOpaqueCallbackData: 'execution 1' }));
		const [item] = jsonOf(await send(once('a', { bizOpaqueCallbackData: 'execution 2' })));
		expect(item).toMatchObject({ isRepeat: true, bizOpaqueCallbackData: 'execution 2' });
	});

	it('may have a file that was created again; it is not uploaded again', async () => {
		const document = once(
			'invoice-17',
			{ keepS3Object: true },
			{ messageType: 'document', bucketName: '', caption: 'Your invoice' },
		);
		const invoice = (content: string) => ({
			items: [fileItem(fileContent('application/pdf', content), 'invoice.pdf', 'application/pdf')],
		});
		const first = jsonOf(await send(document, invoice('printed at 10:00')))[0];
		const repeated = jsonOf(await send(document, invoice('printed at 11:00')))[0];
		expect(repeated).toEqual({ ...first, isRepeat: true, earlier: expect.anything() as object });
		expect(first).toMatchObject({ s3Object: { bucketName: BUCKET } });
		expect(requests('PostWhatsAppMessageMedia')).toHaveLength(1);
	});
});
