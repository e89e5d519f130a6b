import { ADA, BUCKET, fileContent, fileItem, jsonOf, pairsOf, useSetting } from './setting.mts';

const setting = useSetting();

const text = (textBody: unknown, more: object = {}) => ({ messageType: 'text', textBody, ...more });
const people = (count: number) =>
	Array.from({ length: count }, (_, i) => ({ json: { to: `+49151${10_000_000 + i}`, n: i } }));
const toEach = { to: '={{ $json.to }}', ...text('=Hello {{ $json.n }}') };
const bodies = () =>
	setting.aws.phone.messages.map(({ message }) => (message.text as { body: string }).body);
const sends = () =>
	setting.aws.requests.filter(({ action }) => action === 'SendWhatsAppMessage').length;

describe('sending messages', () => {
	it('sends one message per item, paired and in order', async () => {
		const result = await setting.send(toEach, { items: people(40) });
		expect(result.status).toBe('success');
		expect(jsonOf(result).map(({ to }) => to)).toEqual(people(40).map(({ json }) => json.to));
		expect(pairsOf(result)).toEqual(people(40).map((_, i) => i));
		expect(new Set(bodies()).size).toBe(40);
	});

	it('delivers 200 messages once each although 5 % of the requests are throttled', async () => {
		const fault = setting.aws.faults.add({ kind: 'throttle', probability: 0.05 });
		const items = people(200);
		const result = await setting.send(toEach, { items });
		setting.aws.faults.remove(fault);
		expect(result.status).toBe('success');
		expect(sends()).toBeGreaterThan(200);
		expect([...bodies()].sort()).toEqual(items.map(({ json }) => `Hello ${json.n}`).sort());
		expect(jsonOf(result).map(({ to }) => to)).toEqual(items.map(({ json }) => json.to));
		expect(pairsOf(result)).toEqual(items.map((_, i) => i));
	});

	it('never has more requests in flight than the option allows, 16 by default', async () => {
		setting.aws.faults.add({ kind: 'slow', delayMs: 400 });
		await setting.send(toEach, { items: people(40) });
		expect(setting.aws.inFlight.most).toBe(16);
		await setting.reset();
		setting.aws.faults.add({ kind: 'slow', delayMs: 150 });
		await setting.send({ ...toEach, options: { maxRequestsAtOnce: 3 } }, { items: people(12) });
		expect(setting.aws.inFlight.most).toBe(3);
	});

	it('keeps the order of the items on the phone with one request at a time', async () => {
		await setting.send({ ...toEach, options: { maxRequestsAtOnce: 1 } }, { items: people(20) });
		expect(bodies()).toEqual(people(20).map(({ json }) => `Hello ${json.n}`));
	});

	it("spaces the items out as n8n's batching asks", async () => {
		const started = Date.now();
		const batching = { batch: { batchSize: 2, batchInterval: 300 } };
		const result = await setting.send(
			{ ...toEach, requestOptions: { batching } },
			{ items: people(6) },
		);
		expect(Date.now() - started).toBeGreaterThanOrEqual(600);
		expect(pairsOf(result)).toEqual([0, 1, 2, 3, 4, 5]);
		expect(bodies()).toHaveLength(6);
	});

	it.each([
		['image', 'photo.jpg', 'image/jpeg', { caption: 'A photo' }],
		['video', 'clip.mp4', 'video/mp4', { caption: 'A clip' }],
		['audio', 'voice.ogg', 'audio/ogg', {}],
		['document', 'invoice 17.pdf', 'application/pdf', { caption: 'Invoice' }],
		['sticker', 'hello.webp', 'image/webp', {}],
	])(
		'sends a file of the input item as %s and leaves nothing in S3',
		async (messageType, name, mimeType, more) => {
			const content = fileContent(mimeType, `content of ${name}`);
			const result = await setting.send(
				{ messageType, bucketName: BUCKET, ...more },
				{ items: [fileItem(content, name, mimeType)] },
			);
			expect(result.error).toBeUndefined();
			const [message] = setting.aws.phone.messages;
			expect(message).toMatchObject({ type: messageType, to: ADA, state: 'delivered' });
			expect(message?.message[messageType]).toMatchObject({
				id: jsonOf(result)[0]?.mediaId,
				...more,
			});
			expect(message?.media).toMatchObject({ mimeType, bytes: content.length });
			if (messageType === 'document') expect(message?.media?.filename).toBe(name);
			expect(await setting.aws.s3.list(BUCKET)).toEqual([]);
		},
	);

	it('sends a file by link and by media ID without touching S3', async () => {
		await setting.send({
			messageType: 'document',
			mediaSource: 'link',
			link: 'https://example.org/a%20b/offer.pdf',
		});
		await setting.send({ messageType: 'image', mediaSource: 'mediaId', mediaId: '123456' });
		expect(setting.aws.requests.some(({ service }) => service === 's3')).toBe(false);
		expect(setting.aws.phone.messages.map(({ message }) => message[String(message.type)])).toEqual([
			{ link: 'https://example.org/a%20b/offer.pdf', filename: 'offer.pdf' },
			{ id: '123456' },
		]);
	});

	it('sends a file that is already in S3, and leaves it there', async () => {
		await setting.aws.s3.put(BUCKET, 'in/menu.pdf', Buffer.from('menu'), 'application/pdf');
		const result = await setting.send({
			messageType: 'document',
			mediaSource: 's3Object',
			bucketName: BUCKET,
			key: 'in/menu.pdf',
		});
		expect(result.error).toBeUndefined();
		expect(setting.aws.phone.messages[0]?.media).toMatchObject({ bytes: 4, filename: 'menu.pdf' });
		expect(await setting.aws.s3.list(BUCKET)).toHaveLength(1);
	});

	it('sends a file by presigned URL', async () => {
		await setting.aws.s3.put(BUCKET, 'menu.pdf', Buffer.from('menu'), 'application/pdf');
		const presignedUrl = setting.aws.s3.presign(
			'GET',
			BUCKET,
			'menu.pdf',
			'https://s3.eu-west-1.amazonaws.com',
		);
		const result = await setting.send({
			messageType: 'document',
			mediaSource: 'presignedUrl',
			presignedUrl,
			mimeType: 'application/pdf',
		});
		expect(result.error).toBeUndefined();
		expect(setting.aws.phone.messages[0]?.media).toMatchObject({ bytes: 4, filename: 'menu.pdf' });
	});

	it('keeps the staged file on request, under the configured prefix, and says where', async () => {
		const result = await setting.send(
			{
				messageType: 'document',
				bucketName: BUCKET,
				options: { keepS3Object: true, keyPrefix: 'sent/' },
			},
			{ items: [fileItem(Buffer.from('x'), 'ünï code+%.txt', 'text/plain')] },
		);
		const { s3Object } = jsonOf(result)[0] as { s3Object: { bucketName: string; key: string } };
		expect(s3Object.key).toMatch(/^sent\/[0-9a-f-]{36}\/ünï code\+%\.txt$/);
		expect((await setting.aws.s3.list(BUCKET)).map(({ key }) => key)).toEqual([s3Object.key]);
	});

	it('sends any message as custom JSON, entered as text or as an object', async () => {
		const message = {
			to: '49 151 12345678',
			type: 'location',
			location: { latitude: 52.5, longitude: 13.4 },
		};
		for (const given of [JSON.stringify(message), '={{ $json.message }}']) {
			const result = await setting.send(
				{ messageType: 'customJson', message: given },
				{ items: [{ json: { message } }] },
			);
			expect(result.error).toBeUndefined();
		}
		expect(setting.aws.phone.messages.map((received) => received.message)).toEqual(
			Array(2).fill({ ...message, messaging_product: 'whatsapp', to: ADA }),
		);
	});

	it.each([
		['emoji and right-to-left text', '👩‍👩‍👧 مرحبا <b>&amp;</b> "quotes" \\ \u0000 {{1}} ${x}'],
		['4,096 emoji', '🎉'.repeat(4096)],
	])('sends %s intact', async (_name, body) => {
		const result = await setting.send(text('={{ $json.body }}'), { items: [{ json: { body } }] });
		expect(result.error).toBeUndefined();
		expect(bodies()).toEqual([body]);
	});

	it('sends a number and a boolean from an expression as text', async () => {
		await setting.send(text('={{ 42 }}'));
		await setting.send(text('={{ false }}'));
		expect(bodies()).toEqual(['42', 'false']);
	});
});
