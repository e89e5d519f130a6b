/** When n8n has answered a post, on real connections. */
import { createServer, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { isTaken } from '../../../nodes/AwsWhatsAppTrigger/once/once.ts';

type Response = Parameters<typeof isTaken>[0];

/** Posts something, and tells what is found of the answer that `answer` gives. */
async function found(
	answer: (response: ServerResponse, hangUp: () => void) => Promise<void> | void,
): Promise<boolean> {
	let taken: Promise<boolean> | undefined;
	const server = createServer((_request, response) => {
		taken = isTaken(response as ServerResponse & Response);
		void answer(response, () => posting.destroy());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const posting = request({ port, host: '127.0.0.1', method: 'POST' });
	posting.on('error', () => undefined);
	posting.on('response', (response) => response.resume());
	posting.end('x');
	while (!taken) await wait(5);
	const result = await taken;
	await new Promise((resolve) => server.close(resolve));
	return result;
}

describe('an event', () => {
	it.each([200, 204])('is accepted if n8n answers %i', async (status) => {
		expect(await found((response) => void response.writeHead(status).end())).toBe(true);
	});

	it.each([302, 404, 500, 503])('is not accepted if n8n answers %i', async (status) => {
		expect(await found((response) => void response.writeHead(status).end('No'))).toBe(false);
	});

	it('is accepted even if the sender hung up before n8n was done', async () => {
		const late = async (response: ServerResponse, hangUp: () => void) => {
			hangUp();
			await wait(600);
			response.writeHead(200).end('{"message":"Workflow was started"}');
		};
		expect(await found(late)).toBe(true);
	});

	it('is not accepted if n8n fails after the sender hung up', async () => {
		const late = async (response: ServerResponse, hangUp: () => void) => {
			hangUp();
			await wait(300);
			response.statusCode = 500;
			response.end('{"message":"database is locked"}');
		};
		expect(await found(late)).toBe(false);
	});
});
