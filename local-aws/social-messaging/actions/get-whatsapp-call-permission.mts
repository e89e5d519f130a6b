import { defineAction } from '../action.mts';
import { phoneNumberId } from '../ids.mts';
import { text } from '../members.mts';
import { invalidParameters } from '../refusals.mts';

const day = 24 * 3600;

export const getWhatsAppCallPermission = defineAction({
	name: 'GetWhatsAppCallPermission',
	method: 'POST',
	path: '/v1/whatsapp/call/permission/get',
	source: 'body',
	members: {
		originationPhoneNumberId: phoneNumberId,
		destinationPhoneNumber: text({ min: 1, max: 20, pattern: '\\+[1-9]\\d{1,14}' }),
		endUserBsuid: text({ min: 1, max: 100 }),
	},
	run(input, { account }) {
		account.phoneNumber(input.originationPhoneNumberId);
		if (input.destinationPhoneNumber === undefined && input.endUserBsuid === undefined)
			throw invalidParameters('destinationPhoneNumber or endUserBsuid must be specified.');
		const now = Math.floor(Date.now() / 1000);
		const limitOf = (maxAllowed: number): object => ({
			currentUsage: 0,
			limitExpirationTime: now + day,
			maxAllowed,
			timePeriod: 'PT24H',
		});
		return {
			permission: { status: 'temporary', expirationTime: now + 7 * day },
			actions: [
				{
					actionName: 'send_call_permission_request',
					canPerformAction: true,
					limits: [limitOf(1)],
				},
				{ actionName: 'start_call', canPerformAction: true, limits: [limitOf(100)] },
			],
		};
	},
});
