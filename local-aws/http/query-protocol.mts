import type { RecordedRequest } from './recorder.mts';
import type { RefusalReason } from './signature.mts';

/** How the older services of AWS, STS and SNS among them, name a signature they do not accept. */
export const queryRefusals: Record<RefusalReason, [status: number, name: string]> = {
	unsigned: [403, 'MissingAuthenticationToken'],
	malformed: [400, 'IncompleteSignature'],
	unhashed: [400, 'IncompleteSignature'],
	wrongService: [403, 'SignatureDoesNotMatch'],
	wrongRegion: [403, 'SignatureDoesNotMatch'],
	unknownKey: [403, 'InvalidClientTokenId'],
	badToken: [403, 'InvalidClientTokenId'],
	expiredToken: [403, 'ExpiredToken'],
	clockSkew: [403, 'SignatureDoesNotMatch'],
	urlExpired: [403, 'SignatureDoesNotMatch'],
	headerNotSigned: [403, 'SignatureDoesNotMatch'],
	mismatch: [403, 'SignatureDoesNotMatch'],
};

/** The query protocol takes its parameters from the form or from the URL. */
export function queryParameter(request: RecordedRequest, name: string): string | undefined {
	return new URLSearchParams(request.body.toString()).get(name) ?? request.query[name];
}
