import { originationPhoneNumber } from '../../../fields/locators';
import type { Operation } from '../../../../engine/operation';
import { inQuery } from '../../../../form/member';

export const getPublicKey: Operation = {
	name: 'Get Public Key',
	value: 'getPublicKey',
	action: 'Get phone number public key',
	description: 'Look up the key that dynamic Flows use to encrypt data for your endpoint',
	awsAction: 'GetWhatsAppBusinessPublicKey',
	effect: 'read',
	fields: [inQuery(originationPhoneNumber)],
};
