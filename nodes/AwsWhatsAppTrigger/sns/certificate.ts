import { X509Certificate, type KeyObject } from 'node:crypto';
import { defaultHost } from '../../../aws/hosts';
import { Refusal } from './refusal';
import { regionOfTopic } from './topic';

/** Gets a document without following redirects; a network failure is thrown. */
export type Fetch = (url: string) => Promise<{ status: number; body: string }>;

export interface CertificateTrust {
	/** The topic that the message has to come from. */
	topicArn: string;
	fetch: Fetch;
	/** Looks up the credential's custom endpoint for SNS. */
	ownEndpoint: () => Promise<string | undefined>;
}

const PATH = /^\/SimpleNotificationService-[0-9A-Za-z]{1,64}\.pem$/;
/** A certificate in PEM is about 2 KB. */
const MOST_CHARACTERS = 16 * 1024;
const MOST_KEPT = 16;

interface SigningKey {
	key: KeyObject;
	/** Milliseconds since 1970. */
	goodUntil: number;
}

/** By topic and address. SNS has one certificate a Region and changes it about once a year. */
const kept = new Map<string, Promise<SigningKey>>();

/**
 * Checks that a certificate's address is SNS's own, in the topic's Region and partition, or at the
 * credential's custom endpoint for SNS: where signed requests go, certificates may come from.
 */
async function checkAddress(address: string, { topicArn, ownEndpoint }: CertificateTrust) {
	const refusal = new Refusal(403, "The signing certificate is not at SNS's own address");
	if (!URL.canParse(address)) throw refusal;
	const url = new URL(address);
	if (url.username || url.password || url.search || url.hash || !PATH.test(url.pathname))
		throw refusal;
	if (url.origin === `https://${defaultHost('sns', regionOfTopic(topicArn), 'default')}`) return;
	const own = await ownEndpoint();
	if (own === undefined || url.origin !== new URL(own).origin) throw refusal;
}

function keyIn(pem: string, now: number): SigningKey {
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

async function fetchKey(address: string, trust: CertificateTrust, now: number) {
	await checkAddress(address, trust);
	const { status, body } = await trust.fetch(address).catch(() => ({ status: 503, body: '' }));
	if (status >= 500 || status === 429)
		throw new Refusal(503, "SNS's signing certificate could not be fetched at this moment");
	if (status !== 200 || body.length > MOST_CHARACTERS)
		throw new Refusal(403, 'There is no signing certificate at its address');
	return keyIn(body, now);
}

function forgetOldest(): void {
	for (const oldest of kept.keys()) {
		if (kept.size <= MOST_KEPT) return;
		kept.delete(oldest);
	}
}

/**
 * The public key of SNS's certificate at that address, fetched once, also where many messages ask for
 * it at the same time.
 *
 * @throws Refusal 403 where address or certificate are not SNS's, 503 where it cannot be fetched now
 */
export async function signingKey(
	address: string,
	trust: CertificateTrust,
	now: number,
): Promise<KeyObject> {
	const name = `${trust.topicArn} ${address}`;
	const known = await kept.get(name);
	if (known && now <= known.goodUntil) return known.key;
	const fetching = fetchKey(address, trust, now);
	kept.set(name, fetching);
	forgetOldest();
	// What was refused is asked for again with the next message.
	fetching.catch(() => kept.delete(name));
	return (await fetching).key;
}
