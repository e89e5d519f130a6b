import { createVerify } from 'node:crypto';
import { signingKey, type CertificateTrust } from './certificate';
import { signedText, type SnsMessage } from './message';
import { Refusal } from './refusal';

const ALGORITHMS = { 1: 'RSA-SHA1', 2: 'RSA-SHA256' } as const;

/**
 * SNS repeats a delivery for up to six hours by default; a day leaves room for longer policies. Younger
 * replays are caught as duplicates. Source: Amazon SNS Developer Guide, "Message delivery retries".
 */
const OLDEST_MS = 24 * 60 * 60 * 1000;
const MOST_AHEAD_MS = 15 * 60 * 1000;

function checkAge(timestamp: string, now: number): void {
	const age = now - Date.parse(timestamp);
	if (Number.isNaN(age)) throw new Refusal(403, 'The message has no time');
	if (age > OLDEST_MS) throw new Refusal(403, 'The message is more than a day old');
	if (age < -MOST_AHEAD_MS)
		throw new Refusal(403, "The message is from the future: check this server's clock");
}

/**
 * Makes sure that a message comes from SNS, from the expected topic, and recently.
 *
 * @throws Refusal
 */
export async function checkMessage(
	message: SnsMessage,
	trust: CertificateTrust,
	now = Date.now(),
): Promise<void> {
	if (message.TopicArn !== trust.topicArn)
		throw new Refusal(403, 'The message is from another topic');
	checkAge(message.Timestamp, now);
	const key = await signingKey(message.SigningCertURL, trust, now);
	const isGenuine = createVerify(ALGORITHMS[message.SignatureVersion])
		.update(signedText(message), 'utf8')
		.verify(key, message.Signature, 'base64');
	if (!isGenuine) throw new Refusal(401, 'The signature does not belong to the message');
}
