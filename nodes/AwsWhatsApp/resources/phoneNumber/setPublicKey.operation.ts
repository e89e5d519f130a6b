import { originationPhoneNumber } from '../../../fields/locators';
import { optionsField } from '../../../../engine/fields/options';
import type { Operation } from '../../../../engine/operation';
import { inBody } from '../../../../form/member';
import { publicKeyFields, publicKeyOf } from './publicKey';

export const setPublicKey: Operation = {
	name: 'Set Public Key',
	value: 'setPublicKey',
	action: 'Set public key of phone number',
	description:
		'Set the key with which dynamic Flows encrypt their data for your endpoint. It replaces the one that was set.',
	awsAction: 'PutWhatsAppBusinessPublicKey',
	effect: 'repeatable',
	fields: [inBody(originationPhoneNumber), ...publicKeyFields, optionsField()],
	compose: publicKeyOf,
	result: (_answer, { request }) => ({
		success: true,
		originationPhoneNumberId: request.body.originationPhoneNumberId,
	}),
};
