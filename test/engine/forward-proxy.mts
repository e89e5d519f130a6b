import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

export interface ForwardProxy {
	/** As the node's Request Options take it. */
	url: string;
	/** The hosts and paths that were asked for, in order. */
	asked: string[];
	/** What proved who asked for them, where anything did. */
	authorizations: string[];
	close(): Promise<void>;
}

/**
 * A proxy on this machine, as companies have them: it passes requests on, in the clear or through a
 * tunnel. Hosts of AWS lead to the stand-in.
 *
 * @param hosts where a host really is, e.g. sts.eu-west-1.amazonaws.com at 127.0.0.1:4566
 */
export async function forwardProxy(hosts: Record<string, string> = {}): Promise<ForwardProxy> {
	const asked: string[] = [];
	const authorizations: string[] = [];
	const open = new Set<Socket>();
	const server = createServer((incoming: IncomingMessage, answer: ServerResponse) => {
		const url = new URL(incoming.url ?? '');
		asked.push(url.href);
		const [hostname, port] = (hosts[url.host] ?? url.host).split(':');
		const { method, headers } = incoming;
		const authorization = headers['proxy-authorization'];
		if (authorization !== undefined) authorizations.push(authorization);
		const onward = request(
			{ hostname, port, path: `${url.pathname}${url.search}`, method, headers },
			(response) => {
				answer.writeHead(response.statusCode ?? 502, response.headers);
				response.pipe(answer);
			},
		);
		onward.on('error', () => answer.writeHead(502).end());
		incoming.pipe(onward);
	});
	server.on('connect', ({ url = '' }: IncomingMessage, client: Socket) => {
		asked.push(url);
		const [hostname, port] = (hosts[url] ?? url).split(':');
		const upstream = connect(Number(port), hostname, () => {
			client.write('HTTP/1.1 200 Connection established\r\n\r\n');
			upstream.pipe(client).pipe(upstream);
		});
		for (const socket of [client, upstream]) socket.on('error', () => client.destroy());
	});
	server.on('connection', (socket) => {
		open.add(socket);
		socket.on('close', () => open.delete(socket));
	});
	await new Promise<void>((resolve) => {
		server.listen(0, '127.0.0.1', resolve);
	});
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		asked,
		authorizations,
		close: async () => {
			for (const socket of open) socket.destroy();
			await new Promise((resolve) => {
				server.close(resolve);
			});
		},
	};
}
