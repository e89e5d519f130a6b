import { createPublicKey } from 'node:crypto';
import { choice } from '../../../../form/choices';
import { grouped } from '../../../../form/counts';
import { FieldError } from '../../../../form/fieldError';
import type { Form } from '../../../../form/form';
import { id } from '../../../../form/texts';
import { originationPhoneNumber } from '../../../fields/locators';
import type { Operation } from '../../../../engine/operation';
import { inBody } from '../../../../form/member';

const keySource = choice(
	'Key Source',
	'keySource',
	{
		kmsKeyArn: ['AWS KMS Key', 'An asymmetric RSA key stored in AWS KMS'],
		businessPublicKey: ['PEM Text', 'A key of your own'],
	},
	{ default: 'kmsKeyArn' },
);

const kmsKeyArn = id('KMS Key ARN', 'kmsKeyArn', {
	// Source: AWS's API reference, PutWhatsAppBusinessPublicKey.
	rule: {
		maxLength: 256,
		by: 'AWS',
		pattern: /^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:(key\/.+|alias\/.+)$/,
		format: 'the ARN of a KMS key (arn:aws:kms:…:key/…) or of its alias',
	},
	required: true,
	example: 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
	description:
		"The key's policy must allow social-messaging.amazonaws.com to call kms:GetPublicKey",
	displayOptions: { show: { keySource: ['kmsKeyArn'] } },
});

const businessPublicKey = id('Public Key', 'businessPublicKey', {
	rule: { maxLength: 8192, by: 'AWS' },
	typeOptions: { rows: 6 },
	required: true,
	example: '-----BEGIN PUBLIC KEY----- …',
	description: 'RSA with 2,048 bits, in PEM format. Never enter the private key.',
	displayOptions: { show: { keySource: ['businessPublicKey'] } },
});

const RSA_BITS = 2048;

/** The size of an RSA public key in bits; undefined if the text is something else, such as a certificate. */
function rsaBits(pem: string): number | undefined {
	if (!pem.includes('PUBLIC KEY-----')) return undefined;
	try {
		const { asymmetricKeyType, asymmetricKeyDetails } = createPublicKey(pem);
		return asymmetricKeyType === 'rsa' ? asymmetricKeyDetails?.modulusLength : undefined;
	} catch {
		return undefined;
	}
}

/** A key as text. Line breaks that were escaped as "\n" on the way are restored. */
function pemOf(form: Form): string {
	const label = form.label(businessPublicKey);
	const pem = businessPublicKey.of(form).replace(/\\n/g, '\n');
	if (/PRIVATE KEY/.test(pem)) {
		throw new FieldError(
			`'${label}' contains a private key`,
			'It was not sent. Enter the public key, which begins with -----BEGIN PUBLIC KEY-----, and keep the private key on your server.',
		);
	}
	if (rsaBits(pem) !== RSA_BITS) {
		throw new FieldError(
			`'${label}' is not an RSA public key with ${grouped(RSA_BITS)} bits in PEM format`,
			'Paste the whole key, from -----BEGIN PUBLIC KEY----- to -----END PUBLIC KEY-----.',
		);
	}
	return pem;
}

export const setPublicKey: Operation = {
	name: 'Set Public Key',
	value: 'setPublicKey',
	action: 'Set phone number public key',
	description:
		'Set the key that dynamic Flows use to encrypt data for your endpoint. It replaces the current key.',
	awsAction: 'PutWhatsAppBusinessPublicKey',
	effect: 'repeatable',
	fields: [inBody(originationPhoneNumber), keySource, kmsKeyArn, businessPublicKey],
	compose: (form) =>
		keySource.of(form) === 'businessPublicKey'
			? { businessPublicKey: pemOf(form) }
			: { kmsKeyArn: kmsKeyArn.of(form) },
	result: (_answer, { request }) => ({
		success: true,
		originationPhoneNumberId: request.body.originationPhoneNumberId,
	}),
};
