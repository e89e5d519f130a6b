import { createPublicKey } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { FieldError } from '../../../../form/fieldError';
import type { Form } from '../../../../form/form';
import type { TextRule } from '../../../../form/rule';

/** Source: AWS's API reference, PutWhatsAppBusinessPublicKey. */
const KMS_KEY_RULE: TextRule = {
	maxLength: 256,
	by: 'AWS',
	pattern: /^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:(key\/.+|alias\/.+)$/,
	format: 'the ARN of a KMS key (arn:aws:kms:…:key/…) or of its alias',
};

const MAX_PEM_LENGTH = 8192;
const RSA_BITS = 2048;

/** The size of an RSA public key in bits; undefined if the text is none, but a certificate for instance. */
function rsaBits(pem: string): number | undefined {
	if (!pem.includes('PUBLIC KEY-----')) return undefined;
	try {
		const { asymmetricKeyType, asymmetricKeyDetails } = createPublicKey(pem);
		return asymmetricKeyType === 'rsa' ? asymmetricKeyDetails?.modulusLength : undefined;
	} catch {
		return undefined;
	}
}

/** A key as text. Line ends that were written as "\n" on their way become line ends again. */
function pemOf(form: Form): string {
	const label = form.label('businessPublicKey');
	const given = form.id('businessPublicKey', { maxLength: MAX_PEM_LENGTH, by: 'AWS' });
	const pem = given.replace(/\\n/g, '\n');
	if (/PRIVATE KEY/.test(pem)) {
		throw new FieldError(
			`'${label}' holds a private key`,
			'It was not sent. Give the public key, which begins with -----BEGIN PUBLIC KEY-----, and keep the private one on your server.',
		);
	}
	if (rsaBits(pem) !== RSA_BITS) {
		throw new FieldError(
			`'${label}' is not an RSA public key with ${RSA_BITS} bits in PEM form`,
			'Paste it whole, from -----BEGIN PUBLIC KEY----- to -----END PUBLIC KEY-----.',
		);
	}
	return pem;
}

/** The one member that names the key. */
export function publicKeyOf(form: Form): IDataObject {
	return form.text('keySource') === 'businessPublicKey'
		? { businessPublicKey: pemOf(form) }
		: { kmsKeyArn: form.id('kmsKeyArn', KMS_KEY_RULE) };
}
