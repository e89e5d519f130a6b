import type { Readable } from 'node:stream';
import type { AwsError } from './aws-error.mts';
import type { Identity } from '../sts/identities.mts';
import type { RecordedRequest, ServiceName } from './recorder.mts';
import type { SignatureRefusal, SigningName } from './signature.mts';

/** A request whose signature has been checked. */
export interface Exchange {
	request: RecordedRequest;
	requestId: string;
	caller: Identity;
	/** The payload of a service that streams; for the others it is in `request.body` already. */
	payload: Readable;
}

export interface Answer {
	status: number;
	headers?: Record<string, string>;
	body?: string | Readable;
}

/** What makes one AWS service different from another on the wire. */
export interface Service {
	name: ServiceName;
	signingName: SigningName;
	/** True where payloads may be too large to be read before they are handled. */
	streams: boolean;
	/** What everyone may fetch, without a signature. */
	publicAnswer?(request: RecordedRequest): Answer | undefined;
	actionOf(request: RecordedRequest): string;
	handle(exchange: Exchange): Promise<Answer>;
	/** The error AWS gives for a signature it does not accept. */
	refuse(refusal: SignatureRefusal): AwsError;
	/** The error AWS gives when asked too often. */
	throttled(message?: string, retryAfterSeconds?: number): AwsError;
	/** The error AWS gives when something broke on its side. */
	broken(): AwsError;
	answerError(error: AwsError, request: RecordedRequest, requestId: string): Answer;
}
