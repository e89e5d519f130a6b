import type { Account, BusinessAccount } from '../account.mts';
import { defineAction } from '../action.mts';
import { required, structure, text } from '../members.mts';
import { invalidParameters } from '../refusals.mts';
import { checkPhoneNumberSetup, setupFinalization } from '../signups.mts';
import type { PhoneNumberSetup, SetupFinalization } from '../signups.mts';
import { describePhoneNumber } from '../wire-shapes.mts';

function begin(account: Account): object {
	const incomplete = account.businessAccounts.filter(
		({ registrationStatus }) => registrationStatus === 'INCOMPLETE',
	);
	return {
		associateInProgressToken: account.signups.begin(),
		linkedAccountsWithIncompleteSetup: Object.fromEntries(
			incomplete.map((one) => [
				one.wabaId,
				{
					accountName: one.name,
					registrationStatus: one.registrationStatus,
					unregisteredWhatsAppPhoneNumbers: one.phoneNumbers.map(describePhoneNumber),
					wabaId: one.id,
				},
			]),
		),
	};
}

function accountToFinish(
	{ waba, phoneNumberParent }: SetupFinalization,
	account: Account,
): BusinessAccount {
	if (phoneNumberParent !== undefined && !waba) return findParent(phoneNumberParent, account);
	if (!waba || phoneNumberParent !== undefined)
		throw invalidParameters('Exactly one of waba and phoneNumberParent must be specified.');
	const found = account.businessAccounts.find(
		({ id, arn, wabaId, registrationStatus }) =>
			registrationStatus === 'INCOMPLETE' &&
			(waba.id === undefined || [id, arn, wabaId].includes(waba.id)),
	);
	if (!found)
		throw invalidParameters('There is no WhatsApp Business Account whose setup is incomplete.');
	return found;
}

function findParent(idOrArn: string, account: Account): BusinessAccount {
	const found = account.businessAccounts.find(({ id, arn }) => id === idOrArn || arn === idOrArn);
	if (!found) throw invalidParameters(`The phone number parent ${idOrArn} does not exist.`);
	return found;
}

function finish(setup: SetupFinalization, account: Account): string {
	account.signups.check(setup.associateInProgressToken);
	const target = accountToFinish(setup, account);
	const numbers = setup.phoneNumbers.map((facts: PhoneNumberSetup) => {
		checkPhoneNumberSetup(facts);
		const number = target.phoneNumbers.find(
			({ metaPhoneNumberId, id }) => metaPhoneNumberId === facts.id || id === facts.id,
		);
		if (!number)
			throw invalidParameters(`Phone number ${facts.id} does not belong to ${target.id}.`);
		return { number, facts };
	});
	for (const { number, facts } of numbers) {
		number.dataLocalizationRegion = facts.dataLocalizationRegion ?? number.dataLocalizationRegion;
		account.tags.put(number.arn, facts.tags ?? []);
	}
	account.tags.put(target.arn, setup.waba?.tags ?? []);
	target.eventDestinations = setup.waba?.eventDestinations ?? target.eventDestinations;
	target.registrationStatus = 'COMPLETE';
	account.signups.finish(setup.associateInProgressToken);
	return target.id;
}

export const associateWhatsAppBusinessAccount = defineAction({
	name: 'AssociateWhatsAppBusinessAccount',
	method: 'POST',
	path: '/v1/whatsapp/signup',
	source: 'body',
	members: {
		signupCallback: structure({
			accessToken: required(text({ min: 0, max: 1000, sensitive: true })),
			callbackUrl: text({ min: 0, max: 100 }),
		}),
		setupFinalization,
	},
	run(input, { account }) {
		if (input.signupCallback && !input.setupFinalization) {
			if (input.signupCallback.accessToken === '')
				throw invalidParameters('The access token of Meta is not valid.');
			return { signupCallbackResult: begin(account), statusCode: 200 };
		}
		if (!input.setupFinalization || input.signupCallback)
			throw invalidParameters(
				'Exactly one of signupCallback and setupFinalization must be specified.',
			);
		return {
			linkedWhatsAppBusinessAccountId: finish(input.setupFinalization, account),
			statusCode: 200,
		};
	},
});
