import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { region } from '../sts/identities.mts';
import { invalidParameters } from './refusals.mts';

const bits = 2048;

function read(pem: string): KeyObject | undefined {
	try {
		return createPublicKey(pem);
	} catch {
		return undefined;
	}
}

export function checkPublicKey(pem: string): string {
	const key = pem.includes('PRIVATE KEY') ? undefined : read(pem);
	if (key?.asymmetricKeyType !== 'rsa' || key.asymmetricKeyDetails?.modulusLength !== bits)
		throw invalidParameters(`The business public key must be an RSA key of ${bits} bits in PEM.`);
	return pem;
}

const kmsKeys = new Map<string, string>();

/** The public half of a key in KMS: made when first asked for, and the same from then on. */
export function publicKeyOfKms(arn: string): string {
	if (arn.split(':')[3] !== region)
		throw invalidParameters(`The KMS key must be in the Region ${region}.`);
	const known = kmsKeys.get(arn);
	if (known !== undefined) return known;
	const { publicKey } = generateKeyPairSync('rsa', { modulusLength: bits });
	const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
	kmsKeys.set(arn, pem);
	return pem;
}
