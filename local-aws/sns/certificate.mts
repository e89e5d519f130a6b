import { createPrivateKey, createSign, randomBytes } from 'node:crypto';
import { generate } from 'selfsigned';

const algorithms = { 1: 'RSA-SHA1', 2: 'RSA-SHA256' } as const;
export type SignatureVersion = keyof typeof algorithms;

export interface SigningCertificate {
	/** The last part of its address, as SNS names its certificates. */
	fileName: string;
	pem: string;
	sign(text: string, version: SignatureVersion): string;
}

async function make(): Promise<SigningCertificate> {
	const { private: privateKey, cert: pem } = await generate(
		[{ name: 'commonName', value: 'sns.amazonaws.com' }],
		{ keySize: 2048, algorithm: 'sha256' },
	);
	// Read once: in every signature it would cost as much as the signature itself.
	const key = createPrivateKey(privateKey);
	return {
		fileName: `SimpleNotificationService-${randomBytes(16).toString('hex')}.pem`,
		pem,
		sign: (text, version) =>
			createSign(algorithms[version]).update(text, 'utf8').sign(key, 'base64'),
	};
}

let own: Promise<SigningCertificate> | undefined;

/** The certificate of this stand-in, the same for as long as the process lives. */
export async function signingCertificate(): Promise<SigningCertificate> {
	own ??= make();
	return await own;
}

/** Another one, which nobody has a reason to trust. */
export const foreignCertificate = make;
