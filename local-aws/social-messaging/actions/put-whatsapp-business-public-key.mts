import { defineAction } from '../action.mts';
import { phoneNumberId } from '../ids.mts';
import { text } from '../members.mts';
import { checkPublicKey, publicKeyOfKms } from '../public-keys.mts';
import { invalidParameters } from '../refusals.mts';

function onlyOne(pem: string | undefined, kmsKeyArn: string | undefined): string {
	if (pem !== undefined && kmsKeyArn === undefined) return checkPublicKey(pem);
	if (kmsKeyArn !== undefined && pem === undefined) return publicKeyOfKms(kmsKeyArn);
	throw invalidParameters('Exactly one of businessPublicKey and kmsKeyArn must be specified.');
}

export const putWhatsAppBusinessPublicKey = defineAction({
	name: 'PutWhatsAppBusinessPublicKey',
	method: 'PUT',
	path: '/v1/whatsapp/business-public-key',
	source: 'body',
	members: {
		originationPhoneNumberId: phoneNumberId,
		businessPublicKey: text({ min: 1, max: 8192 }),
		kmsKeyArn: text({
			min: 1,
			max: 256,
			pattern: 'arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:(key/.+|alias/.+)',
		}),
	},
	run(input, { account }) {
		const phoneNumber = account.phoneNumber(input.originationPhoneNumberId);
		phoneNumber.businessPublicKey = onlyOne(input.businessPublicKey, input.kmsKeyArn);
		return undefined;
	},
});
