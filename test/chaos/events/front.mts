import { request, type IncomingMessage, type ServerResponse } from 'node:http';
import { listenOnLoopback, type LoopbackServer } from '../../../local-aws/index.mts';
import type { Address } from './evidence.mts';

/** How the outside reaches n8n: a host name and maybe a path, as with a proxy in front of it. */
const FORMS = [
	{ host: '127.0.0.1', path: '/' },
	{ host: 'localhost', path: '/' },
	{ host: '127.0.0.1', path: '/automation/' },
	{ host: 'localhost', path: '/n8n/live/' },
];

/** How careful it is: whether it asks n8n, after n8n was gone, if it is ready again before passing anything on. */
export const proxies = ['plain', 'ready'] as const;
export type Proxy = (typeof proxies)[number];

/** Passes on to n8n what comes to its address of the moment. Where n8n does not answer, nobody does. */
export class Front {
	readonly addresses: Address[] = [];
	private readonly n8nPort: number;
	private readonly proxy: Proxy;
	private hasBeenGone = true;
	private server: LoopbackServer | undefined;

	constructor(n8nPort: number, proxy: Proxy) {
		this.n8nPort = n8nPort;
		this.proxy = proxy;
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
		this.server = await listenOnLoopback(0, async (incoming, response) => {
			// While it starts, n8n answers 404, after which SNS does not come back.
			if (this.proxy === 'ready' && this.hasBeenGone && !(await this.isReady()))
				response.writeHead(503).end('Try again later');
			else this.pass(incoming, response, path);
		});
		const url = `http://${host}:${new URL(this.server.url).port}${path}`;
		this.addresses.push({ url, from: Date.now(), until: Infinity });
	}

	async close(): Promise<void> {
		const [last] = this.addresses.slice(-1);
		if (last) last.until = Date.now();
		await this.server?.close();
		this.server = undefined;
	}

	private async isReady(): Promise<boolean> {
		const url = `http://127.0.0.1:${this.n8nPort}/healthz/readiness`;
		const isReady = await fetch(url).then(
			({ ok }) => ok,
			() => false,
		);
		if (isReady) this.hasBeenGone = false;
		return isReady;
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
		outgoing.on('error', () => {
			this.hasBeenGone = true;
			response.destroy();
		});
		response.on('close', () => outgoing.destroy());
		incoming.pipe(outgoing);
	}
}
