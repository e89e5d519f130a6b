import { until, type StartedProcess } from './process.mts';

export interface N8nServer {
	url: string;
	pid: number;
	/** The owner's login, as the value of a Cookie header. */
	cookie: string;
	owner: { email: string; password: string };
	/** Calls the editor's own API as the owner; `path` begins with `/rest/`. */
	rest(method: string, path: string, body?: unknown): Promise<unknown>;
	/** Its resident memory in bytes; null where the system does not tell. */
	rssBytes(): number | null;
	/** What n8n has written so far. */
	log(): string;
	stop(): Promise<void>;
	/** Ends it at once, without a chance to tidy up. */
	kill(): Promise<void>;
}

const OWNER = { email: 'owner@example.com', password: 'WhatsApp-2-AWS' };

export async function startServer(started: StartedProcess, port: number): Promise<N8nServer> {
	const url = `http://127.0.0.1:${port}`;
	try {
		await until('n8n to start', async () => await isReady(started, url), 120_000);
		await setUpOwner(url);
		const login = { emailOrLdapLoginId: OWNER.email, password: OWNER.password };
		const { cookie } = await call(url, '', 'POST', '/rest/login', login);
		return {
			url,
			pid: started.child.pid ?? 0,
			cookie,
			owner: OWNER,
			rest: async (method, path, body) => (await call(url, cookie, method, path, body)).data,
			rssBytes: () => started.rssBytes(),
			log: () => started.output.stdout + started.output.stderr,
			stop: async () => await started.stop(),
			kill: async () => await started.kill(),
		};
	} catch (error) {
		await started.stop();
		throw error;
	}
}

/** Only the first start of a home has an owner to set up. */
async function setUpOwner(url: string): Promise<void> {
	const { data } = await call(url, '', 'GET', '/rest/settings');
	const { userManagement } = data as { userManagement?: { showSetupOnFirstLoad?: boolean } };
	if (userManagement?.showSetupOnFirstLoad !== true) return;
	const name = { firstName: 'Olivia', lastName: 'Owner' };
	await call(url, '', 'POST', '/rest/owner/setup', { ...OWNER, ...name });
}

/** `/healthz` answers before the API does, so both have to. */
async function isReady({ hasEnded, output }: StartedProcess, url: string): Promise<boolean> {
	if (hasEnded()) {
		throw new Error(`n8n ended while starting:\n${output.stdout}${output.stderr}`);
	}
	const answers = await Promise.allSettled(
		['/healthz/readiness', '/rest/settings'].map(async (path) => await fetch(url + path)),
	);
	return answers.every((answer) => answer.status === 'fulfilled' && answer.value.ok);
}

async function call(
	url: string,
	cookie: string,
	method: string,
	path: string,
	body?: unknown,
): Promise<{ data: unknown; cookie: string }> {
	const response = await fetch(url + path, {
		method,
		headers: { 'content-type': 'application/json', cookie },
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	const text = await response.text();
	if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
	const answer = text ? (JSON.parse(text) as { data?: unknown }) : {};
	return { data: answer.data ?? answer, cookie: cookieHeader(response) };
}

function cookieHeader(response: Response): string {
	return response.headers
		.getSetCookie()
		.map((cookie) => cookie.split(';')[0])
		.join('; ');
}
