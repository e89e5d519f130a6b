import { request } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';

export interface TlsFront {
	url: string;
	close(): Promise<void>;
}

/** The same server by HTTPS, with a certificate that nobody has issued. */
export async function tlsFront(behind: string): Promise<TlsFront> {
	const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }]);
	const { hostname, port } = new URL(behind);
	const server = createServer({ key, cert }, (incoming, answer) => {
		const { url: path, method, headers } = incoming;
		const onward = request({ hostname, port, path, method, headers }, (response) => {
			answer.writeHead(response.statusCode ?? 502, response.headers);
			response.pipe(answer);
		});
		onward.on('error', () => answer.writeHead(502).end());
		incoming.pipe(onward);
	});
	server.on('tlsClientError', () => undefined);
	await new Promise<void>((resolve) => {
		server.listen(0, '127.0.0.1', resolve);
	});
	return {
		url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => {
				server.close(resolve);
			});
		},
	};
}
