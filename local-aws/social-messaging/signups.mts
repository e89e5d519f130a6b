import { randomUUID } from 'node:crypto';
import { eventDestinations } from './ids.mts';
import type { InputOf } from './members.mts';
import { list, required, structure, text } from './members.mts';
import { invalidParameters } from './refusals.mts';
import { tagList } from './tags.mts';

const phoneNumberMembers = {
	id: required(text({ min: 1, max: 100 })),
	twoFactorPin: required(text({ min: 1, max: 6, sensitive: true })),
	dataLocalizationRegion: text({ pattern: '[A-Z]{2}' }),
	tags: tagList,
};

const finalizationMembers = {
	associateInProgressToken: required(text({ min: 0, max: 50, sensitive: true })),
	phoneNumbers: required(list(structure(phoneNumberMembers))),
	phoneNumberParent: text({
		min: 1,
		max: 115,
		pattern: '.*(^waba-.*$)|(^arn:.*:waba/[0-9a-zA-Z]+$).*',
	}),
	waba: structure({ id: text({ min: 1, max: 100 }), eventDestinations, tags: tagList }),
};

export const setupFinalization = structure(finalizationMembers);
export type SetupFinalization = InputOf<typeof finalizationMembers>;
export type PhoneNumberSetup = InputOf<typeof phoneNumberMembers>;

/** Where Meta can be told to keep a number's messages. */
const regions = 'AU ID IN JP SG KR DE CH GB BR BH ZA AE CA'.split(' ');

export function checkPhoneNumberSetup({
	twoFactorPin,
	dataLocalizationRegion,
}: PhoneNumberSetup): void {
	if (!/^\d{6}$/.test(twoFactorPin))
		throw invalidParameters('The two-factor PIN must have six digits.');
	if (dataLocalizationRegion !== undefined && !regions.includes(dataLocalizationRegion))
		throw invalidParameters(
			`Data localization region '${dataLocalizationRegion}' is not supported.`,
		);
}

/** Sign-ups that have begun and are still to be finished, each under a token that is valid once. */
export class Signups {
	readonly #tokens = new Set<string>();

	begin(): string {
		const token = randomUUID();
		this.#tokens.add(token);
		return token;
	}

	check(token: string): void {
		if (!this.#tokens.has(token))
			throw invalidParameters('The associateInProgressToken is not valid.');
	}

	finish(token: string): void {
		this.#tokens.delete(token);
	}

	reset(): void {
		this.#tokens.clear();
	}
}
