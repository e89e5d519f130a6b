import { createVerify } from 'node:crypto';
import { howMany } from '../../../form/counts';
import { MINUTE_MS } from '../lookUps';
import { SigningKeys, type CertificateTrust, type SigningKey } from './certificate';
import { signedText, type SnsMessage } from './message';
import { HttpError } from '../httpError';

const ALGORITHMS = { 1: 'RSA-SHA1', 2: 'RSA-SHA256' } as const;

/** Base64 of 128 to 1,024 bytes: RSA keys of 1,024 to 8,192 bits. */
const SIGNATURE =
	/^(?=.{172,1368}$)(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * SNS repeats a delivery over HTTP for 3,600 s in all, a limit that no policy can raise; the rest is
 * for clocks that differ. Source: Amazon SNS Developer Guide, "Message delivery retries".
 */
const OLDEST_MS = 75 * MINUTE_MS;
const MOST_AHEAD_MS = 15 * MINUTE_MS;

export interface MessageTrust extends CertificateTrust {
	/** Looks up the topic that the message has to come from. */
	expectedTopic: () => Promise<string>;
}

/** Checks what the message alone shows, so that nothing is looked up for nonsense. */
function checkShape({ Timestamp, Signature }: SnsMessage): void {
	if (Number.isNaN(Date.parse(Timestamp)))
		throw new HttpError(403, 'The message has no valid timestamp');
	if (!SIGNATURE.test(Signature)) throw new HttpError(401, 'The message has no signature');
}

function isSignedWith({ key }: SigningKey, message: SnsMessage): boolean {
	return createVerify(ALGORITHMS[message.SignatureVersion])
		.update(signedText(message), 'utf8')
		.verify(key, message.Signature, 'base64');
}

/** @throws HttpError 503: who has signed it is SNS, so it is the clock that cannot be right */
function checkTime(sent: number, now: number): void {
	const minutes = Math.round(Math.abs(now - sent) / MINUTE_MS);
	if (sent - now > MOST_AHEAD_MS) {
		throw new HttpError(
			503,
			`The message comes from SNS, but its timestamp is ${howMany(minutes, 'minute')} in the future. This server's clock seems to be that much behind. Correct it`,
		);
	}
	if (now - sent > OLDEST_MS) {
		throw new HttpError(
			503,
			`The message comes from SNS and is ${howMany(minutes, 'minute')} old, although SNS retries for an hour at most. Either this server's clock is about that much ahead and must be corrected, or someone is replaying an old message`,
		);
	}
}

/** SNS is the same for all triggers of a process. */
const ofThisProcess = new SigningKeys();

/** Whether a key that is at hand proves that the message, of whatever topic, is SNS's. Costs no call. */
export function isSignedWithKeyAtHand(message: SnsMessage, keys = ofThisProcess): boolean {
	const key = keys.atHand(message.SigningCertURL);
	return key !== undefined && isSignedWith(key, message);
}

/**
 * Makes sure that a message comes from SNS, from the expected topic, and recently. What costs nothing is
 * checked first, and only a genuine message is refused for being out of date.
 *
 * @param now milliseconds since 1970
 * @returns the address of the certificate that has proved it, to be recorded as `knownCertificate`
 * @throws HttpError 401 or 403 where it is not SNS's or from another topic; 503 where that cannot be decided
 * now, or where its time or its certificate's is not that of this server
 */
export async function checkMessage(
	message: SnsMessage,
	trust: MessageTrust,
	now = Date.now(),
	keys = ofThisProcess,
): Promise<string> {
	checkShape(message);
	const topicArn = await trust.expectedTopic();
	if (message.TopicArn !== topicArn) throw new HttpError(403, 'The message is from another topic');
	const key = await keys.find(message.SigningCertURL, topicArn, trust, now);
	if (!isSignedWith(key, message))
		throw new HttpError(401, 'The signature does not match the message');
	const sent = Date.parse(message.Timestamp);
	// By the time of signing: this server's clock may be the one that is wrong.
	if (!(key.validFrom <= sent && sent <= key.validTo))
		throw new HttpError(503, "SNS's signing certificate was not valid when the message was signed");
	keys.keep(key);
	checkTime(sent, now);
	return key.address;
}
