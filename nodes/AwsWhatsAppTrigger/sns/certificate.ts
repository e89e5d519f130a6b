import { X509Certificate, type KeyObject } from 'node:crypto';
import { defaultHost } from '../../../aws/hosts';
import { Refusal } from './refusal';
import { regionOfTopic } from './topic';

/** Gets a document without following redirects; a network failure is thrown. */
export type Fetch = (url: string) => Promise<{ status: number; body: string }>;

const PATH = /^\/SimpleNotificationService-[0-9A-Za-z]{1,64}\.pem$/;
/** A certificate in PEM is about 2 KB. */
const MOST_CHARACTERS = 16 * 1024;
const MOST_KEPT = 16;

/** By address. SNS has one certificate a Region and changes it about once a year. */
const kept = new Map<string, { key: KeyObject; goodUntil: number }>();

/**
 * Checks that a certificate's address is SNS's own, in the topic's Region and partition.
 *
 * @param ownEndpoint the credential's custom endpoint for SNS, if it has one: where signed requests
 * go, certificates may come from
 */
function checkAddress(address: string, topicArn: string, ownEndpoint?: string): URL {
	const refusal = new Refusal(403, "The signing certificate is not at SNS's own address");
	if (!URL.canParse(address)) throw refusal;
	const url = new URL(address);
	const own = `https://${defaultHost('sns', regionOfTopic(topicArn), 'default')}`;
	const isOwn =
		url.origin === own || (ownEndpoint !== undefined && url.origin === new URL(ownEndpoint).origin);
	if (!isOwn || url.username || url.password || url.search || url.hash || !PATH.test(url.pathname))
		throw refusal;
	return url;
}

function keyIn(pem: string, now: number) {
	let certificate: X509Certificate | undefined;
	try {
		certificate = new X509Certificate(pem);
	} catch {
		certificate = undefined;
	}
	if (!certificate) throw new Refusal(403, 'What is at the address of the certificate is none');
	const goodUntil = Date.parse(certificate.validTo);
	if (!(Date.parse(certificate.validFrom) <= now && now <= goodUntil))
		throw new Refusal(403, 'The signing certificate is not valid at this time');
	if (certificate.publicKey.asymmetricKeyType !== 'rsa')
		throw new Refusal(403, 'The signing certificate has no RSA key');
	return { key: certificate.publicKey, goodUntil };
}

/**
 * The public key of SNS's certificate at that address, fetched once.
 *
 * @throws Refusal 403 where address or certificate are not SNS's, 503 where it cannot be fetched now
 */
export async function signingKey(
	address: string,
	topicArn: string,
	fetch: Fetch,
	ownEndpoint?: string,
	now = Date.now(),
): Promise<KeyObject> {
	const { href } = checkAddress(address, topicArn, ownEndpoint);
	const known = kept.get(href);
	if (known && now <= known.goodUntil) return known.key;
	const { status, body } = await fetch(href).catch(() => ({ status: 503, body: '' }));
	if (status >= 500 || status === 429)
		throw new Refusal(503, "SNS's signing certificate could not be fetched at this moment");
	if (status !== 200 || body.length > MOST_CHARACTERS)
		throw new Refusal(403, 'There is no signing certificate at its address');
	const found = keyIn(body, now);
	kept.set(href, found);
	for (const oldest of kept.keys()) {
		if (kept.size <= MOST_KEPT) break;
		kept.delete(oldest);
	}
	return found.key;
}
