import * as sdk from '@aws-sdk/client-socialmessaging';
import { actions } from './actions/index.mts';

const newerThanTheSdk = [
	'CreateWhatsAppDataset',
	'GetWhatsAppBusinessPublicKey',
	'GetWhatsAppCallPermission',
	'PutWhatsAppBusinessPublicKey',
	'SendWhatsAppCallEvent',
	'SendWhatsAppConversionEvent',
	'UpdateLinkedWhatsAppBusinessAccountPhoneNumber',
];

it('has every action of the SDK, the seven newer ones, and no other', () => {
	const ofSdk = Object.keys(sdk)
		.filter((name) => /^[A-Z]\w+Command$/.test(name))
		.map((name) => name.replace(/Command$/, ''));
	const names = actions.map(({ name }) => name);
	expect(names).toHaveLength(38);
	expect([...names].sort()).toEqual([...new Set([...ofSdk, ...newerThanTheSdk])].sort());
});

it('has each of them under a method and path of its own', () => {
	expect(new Set(actions.map(({ method, path }) => `${method} ${path}`)).size).toBe(38);
});
