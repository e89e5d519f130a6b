import { SocialMessagingClient } from '@aws-sdk/client-socialmessaging';

/** A request as it goes over the wire, in a form that two implementations can be compared in. */
export interface WireRequest {
	method: string;
	path: string;
	/** Decoded, sorted by name. */
	query: Array<[name: string, value: string]>;
	contentType: string | undefined;
	/** The decoded JSON document; undefined where no body is sent. */
	body: unknown;
}

export function wireRequest(
	method: string,
	path: string,
	query: Iterable<[string, string]>,
	contentType: string | undefined,
	body: string,
): WireRequest {
	return {
		method,
		path,
		query: [...query].sort(([a], [b]) => a.localeCompare(b)),
		contentType,
		body: body === '' ? undefined : JSON.parse(body),
	};
}

interface HandledRequest {
	method: string;
	path: string;
	query?: Record<string, string | string[] | null>;
	headers: Record<string, string>;
	body?: string | Uint8Array;
}

class Captured extends Error {
	constructor(readonly request: HandledRequest) {
		super('captured');
	}
}

/** What AWS's own SDK puts on the wire for a command, without a network. */
export async function wireOfSdk(
	send: (client: SocialMessagingClient) => Promise<unknown>,
): Promise<WireRequest> {
	const client = new SocialMessagingClient({
		region: 'eu-west-1',
		credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' },
		maxAttempts: 1,
		requestHandler: {
			handle: async (request: HandledRequest) => {
				throw new Captured(request);
			},
		},
	});
	try {
		await send(client);
	} catch (error) {
		if (!(error instanceof Captured)) throw error;
		const { method, path, query = {}, headers, body = '' } = error.request;
		return wireRequest(
			method,
			path,
			Object.entries(query).map(([name, value]) => [name, String(value)]),
			headers['content-type'],
			typeof body === 'string' ? body : new TextDecoder().decode(body),
		);
	}
	throw new Error('The SDK sent nothing');
}
