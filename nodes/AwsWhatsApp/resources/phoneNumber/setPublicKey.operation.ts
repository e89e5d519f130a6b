import { originationPhoneNumber } from '../../../fields/locators';
import { optionsField } from '../../../../engine/fields/options';
import type { Operation } from '../../../../engine/operation';
import { publicKeyOf } from './publicKey';

export const setPublicKey: Operation = {
	name: 'Set Public Key',
	value: 'setPublicKey',
	action: 'Set public key of phone number',
	description:
		'Set the key with which dynamic Flows encrypt their data for your endpoint. It replaces the one that was set.',
	awsAction: 'PutWhatsAppBusinessPublicKey',
	effect: 'repeatable',
	fields: [
		originationPhoneNumber({ location: 'body' }),
		{
			displayName: 'Key Source',
			name: 'keySource',
			type: 'options',
			options: [
				{
					name: 'AWS KMS Key',
					value: 'kmsKeyArn',
					description: 'An asymmetric RSA key that AWS keeps for you',
				},
				{ name: 'PEM Text', value: 'businessPublicKey', description: 'A key of your own' },
			],
			default: 'kmsKeyArn',
		},
		{
			displayName: 'KMS Key ARN',
			name: 'kmsKeyArn',
			type: 'string',
			default: '',
			required: true,
			placeholder:
				'e.g. arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
			description:
				'The policy of the key has to allow kms:GetPublicKey to social-messaging.amazonaws.com',
			displayOptions: { show: { keySource: ['kmsKeyArn'] } },
		},
		{
			displayName: 'Public Key',
			name: 'businessPublicKey',
			type: 'string',
			typeOptions: { rows: 6 },
			default: '',
			required: true,
			placeholder: 'e.g. -----BEGIN PUBLIC KEY----- …',
			description: 'RSA with 2,048 bits, in PEM form. Never the private key.',
			displayOptions: { show: { keySource: ['businessPublicKey'] } },
		},
		optionsField(),
	],
	compose: publicKeyOf,
	result: (_answer, { request }) => ({
		success: true,
		originationPhoneNumberId: request.body.originationPhoneNumberId,
	}),
};
