import { request as httpRequest } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Passage } from './passage.mts';

export interface RealAnswer {
	status: number;
	headers: Record<string, string | string[]>;
	body: Buffer;
}

/** They belong to one connection and not to the answer. */
const OF_CONNECTION = ['connection', 'keep-alive', 'transfer-encoding'];

/** Turns the signature into one that is not right, so that AWS itself refuses the request. */
const spoil = (value: string) => value.replace(/(Signature=)[0-9a-f]{8}/, '$100000000');

/**
 * Hands a request on as it is, byte for byte, the Host header included: the receiver checks
 * the signature over the host that was called.
 */
export async function forward(
	target: string,
	{ method, url, rawHeaders, body }: Passage,
	isSpoilt: boolean,
): Promise<RealAnswer> {
	return await new Promise((resolve, reject) => {
		const outgoing = httpRequest(
			target,
			{
				method,
				path: url,
				headers: isSpoilt ? rawHeaders.map(spoil) : rawHeaders,
				setHost: false,
				agent: false,
			},
			(incoming) => {
				buffer(incoming).then((content) => {
					const { statusCode = 0 } = incoming;
					const headers = Object.entries(incoming.headers).flatMap(([name, value]) =>
						value === undefined || OF_CONNECTION.includes(name) ? [] : [[name, value] as const],
					);
					resolve({ status: statusCode, headers: Object.fromEntries(headers), body: content });
				}, reject);
			},
		);
		outgoing.on('error', reject);
		outgoing.end(body);
	});
}
