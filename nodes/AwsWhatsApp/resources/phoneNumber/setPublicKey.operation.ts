import { originationPhoneNumber } from '../../../fields/locators';
import type { Operation } from '../../../../engine/operation';
import { inBody } from '../../../../form/member';
import { publicKeyFields, publicKeyOf } from './publicKey';

export const setPublicKey: Operation = {
	name: 'Set Public Key',
	value: 'setPublicKey',
	action: 'Set phone number public key',
	description:
		'Set the key that dynamic Flows use to encrypt data for your endpoint. It replaces the current key.',
	awsAction: 'PutWhatsAppBusinessPublicKey',
	effect: 'repeatable',
	fields: [inBody(originationPhoneNumber), ...publicKeyFields],
	compose: publicKeyOf,
	result: (_answer, { request }) => ({
		success: true,
		originationPhoneNumberId: request.body.originationPhoneNumberId,
	}),
};
