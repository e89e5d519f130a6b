import { X509Certificate, type KeyObject } from 'node:crypto';
import { defaultHost } from '../../../aws/endpoints/hosts';
import { urlOf } from '../../../form/url';
import { isWithin, LookUps, MINUTE_MS } from '../lookUps';
import { HttpError } from '../httpError';
import { regionOfTopic } from '../../../aws/clients/sns/arns';

/** Gets a document without following redirects; a network failure is thrown. */
export type Fetch = (url: string) => Promise<{ status: number; body: string }>;

export interface CertificateTrust {
	fetch: Fetch;
	/** Looks up the credential's custom endpoint for SNS. */
	ownEndpoint: () => Promise<string | undefined>;
	/** The address of the certificate that last proved a message to be genuine, if that is known. */
	knownCertificate?: string;
	/** Whether the message came with the ARN of the trigger's own subscription, which nobody can guess. */
	namesSubscription?: boolean;
}

export interface SigningKey {
	/** Where its certificate was fetched. */
	address: string;
	key: KeyObject;
	/** Both in milliseconds since 1970. */
	validFrom: number;
	validTo: number;
}

const PATH = /^\/SimpleNotificationService-[0-9A-Za-z]{1,64}\.pem$/;
/** A certificate in PEM is about 2 KB. */
const MOST_CHARACTERS = 16 * 1024;
/** SNS has one certificate a Region and changes it about once a year. */
const MOST_VERIFIED = 64;

/** A known address cannot be made up, and SNS may try only three times more, 20 s apart. */
const KNOWN = { answerMs: 60 * MINUTE_MS, failureMs: 15_000 };
const UNKNOWN = { answerMs: 60 * MINUTE_MS, failureMs: MINUTE_MS };

/**
 * Makes sure that a certificate's address is SNS's own, in the topic's Region and partition, or at the
 * credential's custom endpoint for SNS: where signed requests go, certificates may come from.
 *
 * @returns the one spelling of the address that is fetched and remembered
 * @throws HttpError 403
 */
async function checkedAddress(
	address: string,
	topicArn: string,
	ownEndpoint: CertificateTrust['ownEndpoint'],
): Promise<string> {
	const refusal = new HttpError(403, "The URL of the signing certificate is not one of SNS's");
	const url = urlOf(address);
	if (!url || url.username || url.password || url.search || url.hash || !PATH.test(url.pathname))
		throw refusal;
	const checked = `${url.origin}${url.pathname}`;
	if (url.origin === `https://${defaultHost('sns', regionOfTopic(topicArn), 'default')}`)
		return checked;
	const own = await ownEndpoint();
	if (own === undefined || url.origin !== new URL(own).origin) throw refusal;
	return checked;
}

/** The key in a certificate; undefined if it is not a certificate or has no RSA key. */
function keyIn(address: string, pem: string): SigningKey | undefined {
	try {
		const { publicKey: key, validFrom, validTo } = new X509Certificate(pem);
		if (key.asymmetricKeyType !== 'rsa') return undefined;
		return { address, key, validFrom: Date.parse(validFrom), validTo: Date.parse(validTo) };
	} catch {
		return undefined;
	}
}

/** @throws HttpError 503, whatever is wrong: the address is SNS's own, so it will pass */
async function fetchKey(address: string, fetch: Fetch): Promise<SigningKey> {
	const { status, body } = await fetch(address).catch(() => ({ status: undefined, body: '' }));
	if (status !== 200) {
		const answer =
			status === undefined ? 'there was no response' : `the response was HTTP ${status}`;
		throw new HttpError(503, `SNS's signing certificate could not be downloaded: ${answer}`);
	}
	const key = body.length > MOST_CHARACTERS ? undefined : keyIn(address, body);
	if (key) return key;
	throw new HttpError(
		503,
		"What was downloaded as SNS's signing certificate is not a certificate. Something between n8n and AWS, such as a proxy, may have answered instead",
	);
}

/**
 * The keys of SNS, as this process knows them. Strangers can make up as many addresses as they like:
 * those cost at most one look-up a minute, and never push out a key that has proved to be SNS's.
 */
export class SigningKeys {
	/** Only what has verified a message, by address; the one used last comes last. */
	private readonly verified = new Map<string, SigningKey>();

	private readonly lookUps = new LookUps<SigningKey>();

	/** When an unknown address could have been looked up last, in ms since 1970. */
	private readonly lastLookUp = { forStranger: -Infinity, forSubscription: -Infinity };

	/**
	 * The key of SNS's certificate at that address. Only a genuine message can prove that it is good.
	 *
	 * @param topicArn the topic that the message has to come from
	 * @throws HttpError 403 where the address is not SNS's, 503 where there is no key to be had now
	 */
	async find(
		address: string,
		topicArn: string,
		trust: CertificateTrust,
		now: number,
	): Promise<SigningKey> {
		const checked = await checkedAddress(address, topicArn, trust.ownEndpoint);
		const verified = this.verified.get(checked);
		if (verified && now <= verified.validTo) return verified;
		const found = this.lookUps.find(checked, now);
		if (found) return await found;
		const isKnown = verified !== undefined || checked === trust.knownCertificate;
		if (isKnown) this.lastLookUp.forStranger = now;
		else this.spend(trust.namesSubscription ? 'forSubscription' : 'forStranger', now);
		return await this.lookUps.start(
			checked,
			now,
			async () => await fetchKey(checked, trust.fetch),
			isKnown ? KNOWN : UNKNOWN,
		);
	}

	/** A key that has verified a message before, without looking anything up. */
	atHand(address: string): SigningKey | undefined {
		const url = urlOf(address);
		return url && this.verified.get(url.href);
	}

	/** The key has verified a message. */
	keep(key: SigningKey): void {
		this.verified.delete(key.address);
		this.verified.set(key.address, key);
		const [oldest] = this.verified.keys();
		if (this.verified.size > MOST_VERIFIED && oldest !== undefined) this.verified.delete(oldest);
	}

	private spend(purse: keyof SigningKeys['lastLookUp'], now: number): void {
		if (isWithin(this.lastLookUp[purse], MINUTE_MS, now)) {
			throw new HttpError(
				503,
				'The signing certificate is at a URL that has not been seen before, and another such URL was looked up less than a minute ago',
			);
		}
		this.lastLookUp[purse] = now;
	}
}
