import { request, type IncomingMessage, type ServerResponse } from 'node:http';
import { listenOnLoopback, type LoopbackServer } from '../../local-aws/http/loopback-server.mts';
import type { Address } from './evidence.mts';

/** How the outside reaches n8n: a host name and maybe a path, as with a proxy in front of it. */
const FORMS = [
	{ host: '127.0.0.1', path: '/' },
	{ host: 'localhost', path: '/' },
	{ host: '127.0.0.1', path: '/automation/' },
	{ host: 'localhost', path: '/n8n/live/' },
];

/** Passes on to n8n what comes to its address of the moment. Where n8n does not answer, nobody does. */
export class Front {
	readonly addresses: Address[] = [];
	private readonly n8nPort: number;
	private server: LoopbackServer | undefined;

	constructor(n8nPort: number) {
		this.n8nPort = n8nPort;
	}

	/** n8n's address, with a slash at its end, as WEBHOOK_URL takes it. */
	get url(): string {
		return this.addresses.at(-1)?.url ?? '';
	}

	/** From now on n8n is somewhere else, and nobody is where it was. */
	async move(choice: number): Promise<void> {
		await this.close();
		const { host, path } = FORMS[Math.floor(choice * FORMS.length)] ?? {
			host: '127.0.0.1',
			path: '/',
		};
		this.server = await listenOnLoopback(0, async (incoming, response) =>
			this.pass(incoming, response, path),
		);
		const url = `http://${host}:${new URL(this.server.url).port}${path}`;
		this.addresses.push({ url, from: Date.now(), until: Infinity });
	}

	async close(): Promise<void> {
		const [last] = this.addresses.slice(-1);
		if (last) last.until = Date.now();
		await this.server?.close();
		this.server = undefined;
	}

	private pass(incoming: IncomingMessage, response: ServerResponse, path: string): void {
		const target = `/${(incoming.url ?? '').slice(path.length)}`;
		const outgoing = request(
			{
				host: '127.0.0.1',
				port: this.n8nPort,
				method: incoming.method,
				path: target,
				headers: incoming.headers,
				agent: false,
			},
			(answer) => {
				response.writeHead(answer.statusCode ?? 502, answer.headers);
				answer.pipe(response);
				answer.on('error', () => response.destroy());
			},
		);
		outgoing.on('error', () => response.destroy());
		response.on('close', () => outgoing.destroy());
		incoming.pipe(outgoing);
	}
}
