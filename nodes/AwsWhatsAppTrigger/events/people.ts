import type { IDataObject } from 'n8n-workflow';
import { restOf } from './rest';
import { list, phoneNumber, record, text } from './values';

/** Somebody on WhatsApp, by everything that identifies people there. */
export interface Person {
	number?: string;
	userId?: string;
	parentUserId?: string;
}

/** What WhatsApp says about somebody beside an event. */
export interface Contact extends Person {
	name?: string;
	username?: string;
	identityKeyHash?: string;
}

const IDENTITIES = ['number', 'userId', 'parentUserId'] as const;

const shareIdentity = (a: Person, b: Person) =>
	IDENTITIES.some((each) => a[each] !== undefined && a[each] === b[each]);

const contradict = (a: Person, b: Person) =>
	IDENTITIES.some((each) => a[each] !== undefined && b[each] !== undefined && a[each] !== b[each]);

const isSame = (a: Person, b: Person) => shareIdentity(a, b) && !contradict(a, b);

/** A person with what only the contact says. */
export const identified = (person: Person, contact: Person): Person => ({
	number: person.number ?? contact.number,
	userId: person.userId ?? contact.userId,
	parentUserId: person.parentUserId ?? contact.parentUserId,
});

function contactOf(given: unknown): Contact {
	const contact = record(given);
	const profile = record(contact.profile);
	return {
		number: phoneNumber(contact.wa_id),
		userId: text(contact.user_id),
		parentUserId: text(contact.parent_user_id),
		name: text(profile.name),
		username: text(profile.username),
		identityKeyHash: text(contact.identity_key_hash),
	};
}

const keysOf = (person: Person) =>
	IDENTITIES.filter((each) => person[each] !== undefined).map((each) => `${each} ${person[each]}`);

/**
 * Finds the contact of each of some people: one that shares an identity and contradicts none. A single
 * contact of whom nothing can be compared is that of a single person.
 */
export function contactsAmong(given: unknown, people: Person[]): (person: Person) => Contact {
	const contacts = list(given).map(contactOf);
	const byIdentity = new Map<string, Contact[]>();
	for (const contact of contacts) {
		for (const key of keysOf(contact)) {
			const others = byIdentity.get(key);
			if (others) others.push(contact);
			else byIdentity.set(key, [contact]);
		}
	}
	const [first = {}, ...others] = people;
	const single =
		contacts.length === 1 && others.every((other) => isSame(other, first))
			? contacts[0]
			: undefined;
	return (person) => {
		const own = keysOf(person)
			.flatMap((key) => byIdentity.get(key) ?? [])
			.find((contact) => isSame(contact, person));
		return own ?? (single && !contradict(single, person) ? single : {});
	};
}

/** The members of items that say who somebody is. */
const WHO = [
	'from',
	'fromParentUserId',
	'fromUserId',
	'identityKeyHash',
	'name',
	'participant',
	'participantParentUserId',
	'participantUserId',
	'to',
	'toParentUserId',
	'toUserId',
	'username',
];

/** The contacts of whom something is in no item, be it that they are nobody's. */
export function untoldContacts(given: unknown, items: IDataObject[]): unknown {
	if (list(given).length === 0) return given;
	const told = new Set(items.flatMap((item) => WHO.map((name) => item[name])));
	const isTold = (value: unknown) => {
		const words = text(value);
		return words !== undefined && (told.has(words) || told.has(phoneNumber(words)));
	};
	const reading = {
		profile: { name: isTold, username: isTold },
		wa_id: isTold,
		user_id: isTold,
		parent_user_id: isTold,
		identity_key_hash: isTold,
	};
	return list(given).filter((contact) => restOf(contact, reading) !== undefined);
}
