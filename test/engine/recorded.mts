import type { LocalAws, RecordedRequest } from '../../local-aws/index.mts';
import type { Json } from './engine.mts';

/** The requests for an action that reached the stand-in, in order. */
export function requestsFor({ requests }: LocalAws, action: string): RecordedRequest[] {
	return requests.filter((request) => request.action === action);
}

/** Requests to the service itself, and not to S3 or STS. */
export function serviceRequests({ requests }: LocalAws): RecordedRequest[] {
	return requests.filter(({ service }) => service === 'socialMessaging');
}

export function bodyOf(request: RecordedRequest | undefined): Json {
	if (!request) throw new Error('There was no such request');
	return request.body.length === 0 ? {} : (JSON.parse(request.body.toString()) as Json);
}

/** The JSON document that a member carries as base64. */
export function blobOf(request: RecordedRequest | undefined, member: string): unknown {
	return JSON.parse(Buffer.from(String(bodyOf(request)[member]), 'base64').toString());
}
