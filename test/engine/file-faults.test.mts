import { connect, createServer, type Server, type Socket } from 'node:net';
import { BUCKET, fileItem, jsonOf, useSetting } from './setting.mts';

const setting = useSetting();

const CONTENT = Buffer.from('%PDF-1.7 a customer’s own file, which nobody else is to see');
const s3 = (method: string) =>
	setting.aws.requests.filter((request) => request.service === 's3' && request.method === method);
const isList = ({ query }: { query: Record<string, string> }) => 'list-type' in query;
const keys = async () => (await setting.aws.s3.list(BUCKET)).map(({ key }) => key);

/** Accepts connections, and behaves like a server that does not speak TLS, or breaks it off. */
async function startServer(onConnection: (socket: Socket) => void): Promise<Server> {
	const server = createServer(onConnection);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return server;
}
const portOf = (server: Server) => (server.address() as { port: number }).port;

/** A file at WhatsApp, with nothing left from its upload. */
async function uploaded(): Promise<string> {
	const result = await setting.run(
		'media',
		'upload',
		{ bucketName: BUCKET },
		{ items: [fileItem(CONTENT, 'a.pdf', 'application/pdf')] },
	);
	setting.aws.requests.length = 0;
	return String(jsonOf(result)[0]?.mediaId);
}

const download = async (mediaId: string, more: object = {}, run: object = {}) =>
	await setting.run('media', 'download', { mediaId, bucketName: BUCKET, ...more }, run);

describe('a download', () => {
	it.each([
		['is lost', { kind: 'cutAfter', times: 1 } as const],
		['is a gateway’s', { kind: 'answerAfter', times: 1, answer: { status: 504 } } as const],
	])("leaves nothing in the bucket if AWS's answer %s", async (_name, fault) => {
		const mediaId = await uploaded();
		setting.aws.faults.add({ ...fault, action: 'GetWhatsAppMessageMedia' });
		const { error, outputs } = await download(mediaId);
		expect(error).toBeUndefined();
		expect(outputs[0]?.[0]?.binary?.data?.data.equals(CONTENT)).toBe(true);
		expect(await keys()).toEqual([]);
	});

	it.each([
		['with the right to list', false],
		['without the right to list', true],
	])('leaves nothing, or names it, if all answers are lost: %s', async (_name, isDenied) => {
		const mediaId = await uploaded();
		setting.aws.faults.add({ kind: 'cutAfter', action: 'GetWhatsAppMessageMedia', times: 6 });
		if (isDenied) {
			setting.aws.faults.add({
				kind: 'error',
				service: 's3',
				status: 403,
				errorName: 'AccessDenied',
				matches: isList,
			});
		}
		const result = await download(mediaId, {}, { onError: 'continueRegularOutput' });
		const [item] = jsonOf(result);
		expect(item?.error).toBe('The connection to AWS was lost');
		expect(await keys()).toEqual([]);
		// Without listing it cannot be certain, so the place is named.
		expect(JSON.stringify(item).includes(`${mediaId}.`)).toBe(isDenied);
	});

	it('names what it cannot remove', async () => {
		const mediaId = await uploaded();
		setting.aws.faults.add({
			kind: 'error',
			service: 's3',
			status: 403,
			errorName: 'AccessDenied',
			matches: ({ method }) => method === 'DELETE',
		});
		const [item] = jsonOf(await download(mediaId));
		expect(item?.s3Object).toEqual({ bucketName: BUCKET, key: (await keys())[0] });
	});

	it('that is canceled while AWS writes leaves nothing', async () => {
		const mediaId = await uploaded();
		setting.aws.faults.add({ kind: 'slow', delayMs: 1500, action: 'GetWhatsAppMessageMedia' });
		const { status } = await download(mediaId, {}, { cancelAfterMs: 500 });
		expect(status).toBe('canceled');
		await new Promise((resolve) => setTimeout(resolve, 6_000));
		expect(await keys()).toEqual([]);
	});

	it('never uses another object as the file', async () => {
		const mediaId = await uploaded();
		const other = Buffer.from('another customer’s file');
		for (const name of ['pdf.bak', 'other/1.pdf', '.x/y', 'txt']) {
			await setting.aws.s3.put(BUCKET, `in/${mediaId}.${name}`, other, 'application/pdf');
		}
		setting.aws.faults.add({
			kind: 'answerAfter',
			action: 'GetWhatsAppMessageMedia',
			answer: {
				status: 200,
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ mimeType: 'application/pdf', fileSize: CONTENT.length }),
			},
			matches: () => false,
		});
		const options = { keepS3Object: true, keyPrefix: 'in/' };
		const { outputs } = await download(mediaId, { options });
		expect(outputs[0]?.[0]?.binary?.data?.data.equals(CONTENT)).toBe(true);

		// What AWS says that it wrote is not there: nothing else will do.
		await setting.aws.s3.put(BUCKET, `in/${mediaId}.pdf`, other, 'application/pdf');
		setting.aws.faults.add({
			kind: 'answerBefore',
			action: 'GetWhatsAppMessageMedia',
			answer: {
				status: 200,
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ mimeType: 'application/pdf', fileSize: CONTENT.length }),
			},
		});
		const { error } = await download(mediaId, { options });
		expect(error?.message).toBe('The file in S3 does not match the one in WhatsApp');
		expect(error?.description).toContain(
			`${other.length} bytes, but WhatsApp reports ${CONTENT.length}`,
		);
	});

	it.each([
		['an XML error', '<?xml version="1.0"?><Error><Code>InternalError</Code></Error>'],
		['a part of it', CONTENT.subarray(0, 20).toString()],
		['nothing', ''],
	])('does not store %s returned with status 200', async (_name, body) => {
		const mediaId = await uploaded();
		setting.aws.faults.add({
			kind: 'answerBefore',
			service: 's3',
			answer: { status: 200, headers: { 'content-type': 'application/pdf' }, body },
			matches: ({ method, query }) => method === 'GET' && !isList({ query }),
		});
		const { error, outputs } = await download(mediaId);
		expect(error?.message).toBeDefined();
		expect(outputs).toEqual([]);
		expect(await keys()).toEqual([]);
	});

	it('whose object is missing while listing is throttled makes six attempts, not thirty-six', async () => {
		const mediaId = await uploaded();
		setting.aws.faults.add({
			kind: 'error',
			service: 's3',
			status: 404,
			errorName: 'NoSuchKey',
			matches: ({ method, query }) => method === 'GET' && !isList({ query }),
		});
		setting.aws.faults.add({ kind: 'throttle', service: 's3', matches: isList });
		const started = Date.now();
		const { error } = await download(mediaId);
		expect(error?.message).toBe('AWS is receiving too many requests from this account');
		// Six of the download, and three when it cleans up.
		const prefixes = s3('GET')
			.filter(isList)
			.map(({ query }) => query.prefix);
		// Earlier tests may still be cleaning up, each under a prefix of its own.
		const times = prefixes.map((prefix) => prefixes.filter((each) => each === prefix).length);
		expect(Math.max(...times)).toBeLessThanOrEqual(9);
		expect(Date.now() - started).toBeLessThan(45_000);
	});
});

describe('an object that stops midway', () => {
	it('is reported as a lost connection and not as a canceled run, within its time limit', async () => {
		const mediaId = await uploaded();
		const { hostname, port } = new URL(setting.aws.endpoints.s3);
		const open = new Set<Socket>();
		const proxy = await startServer((client) => {
			const upstream = connect(Number(port), hostname);
			open.add(client).add(upstream);
			for (const socket of [client, upstream]) socket.on('error', () => undefined);
			client.once('data', (head: Buffer) => {
				const isObject = /^GET [^?]+ HTTP/.test(head.toString());
				upstream.on('data', (piece: Buffer) => {
					client.write(isObject ? piece.subarray(0, piece.length - 10) : piece);
				});
			});
			client.on('data', (piece: Buffer) => upstream.write(piece));
			client.on('close', () => upstream.destroy());
		});
		try {
			const { status, error, ms } = await download(
				mediaId,
				{ requestOptions: { timeout: 800 } },
				{
					credentials: {
						...setting.credentials,
						s3Endpoint: `http://127.0.0.1:${portOf(proxy)}`,
					},
				},
			);
			expect(status).toBe('error');
			expect(error?.message).toBe('The connection to AWS was lost');
			expect(error?.description).toContain('no response within');
			expect(ms).toBeLessThan(12_000);
		} finally {
			for (const socket of open) socket.destroy();
			proxy.close();
		}
	});
});

describe('a staged file', () => {
	const pdf = { messageType: 'document', bucketName: BUCKET };
	const items = [fileItem(CONTENT, 'a.pdf', 'application/pdf')];

	it('whose upload is canceled while S3 still stores it is removed again', async () => {
		// The first removal finds nothing, since S3 stores the file only after it.
		const stored = new Promise<string>((resolve) => {
			setting.aws.faults.add({
				kind: 'slow',
				delayMs: 1_000,
				service: 's3',
				matches: ({ method, path }) => {
					if (method !== 'PUT') return false;
					resolve(decodeURIComponent(path).replace(`/${BUCKET}/`, ''));
					return true;
				},
			});
		});
		const running = setting.send(pdf, { items, cancelAfterMs: 400 });
		const key = await stored;
		await new Promise((resolve) => setTimeout(resolve, 1_500));
		await setting.aws.s3.put(BUCKET, key, CONTENT, 'application/pdf');
		expect(await keys()).toEqual([key]);
		await new Promise((resolve) => setTimeout(resolve, 4_000));
		expect(await keys()).toEqual([]);
		expect((await running).status).toBe('canceled');
	});

	it('that cannot be removed after a failure is named in the item', async () => {
		setting.aws.faults.add({
			kind: 'error',
			action: 'PostWhatsAppMessageMedia',
			status: 400,
			errorName: 'ValidationException',
		});
		setting.aws.faults.add({
			kind: 'error',
			service: 's3',
			status: 403,
			errorName: 'AccessDenied',
			matches: ({ method }) => method === 'DELETE',
		});
		const result = await setting.send(pdf, { items, onError: 'continueRegularOutput' });
		const [key] = await keys();
		expect(jsonOf(result)[0]?.details).toMatchObject({ leftInS3: [{ bucketName: BUCKET, key }] });

		await setting.aws.s3.list(BUCKET);
		const stopped = await setting.send(pdf, { items });
		const all = await keys();
		expect(all.some((each) => stopped.error?.description?.includes(`${BUCKET}/${each}`))).toBe(
			true,
		);
	});
});

describe('a connection that fails before the request can leave', () => {
	it.each([
		['speaks no TLS', (socket: Socket) => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')],
		[
			'closes in the handshake',
			(socket: Socket) => void socket.once('data', () => socket.destroy()),
		],
		['closes at once', (socket: Socket) => void socket.destroy()],
		[
			'resets in the handshake',
			(socket: Socket) => void socket.once('data', () => socket.resetAndDestroy()),
		],
		[
			'refuses the handshake',
			(socket: Socket) =>
				void socket.once('data', () => socket.end(Buffer.from([21, 3, 3, 0, 2, 2, 40]))),
		],
		['is silent in the handshake', () => undefined],
	])('is reported as such: a server that %s', async (_name, onConnection) => {
		const server = await startServer(onConnection);
		try {
			const result = await setting.send(
				{ messageType: 'text', textBody: 'Hello', requestOptions: { timeout: 700 } },
				{
					onError: 'continueRegularOutput',
					credentials: {
						...setting.credentials,
						socialMessagingEndpoint: `https://127.0.0.1:${portOf(server)}`,
					},
				},
			);
			expect(jsonOf(result)[0]).toMatchObject({
				error: 'AWS could not be reached',
				details: { nothingSent: true, outcome: 'notDone' },
			});
		} finally {
			server.close();
		}
	});
});
