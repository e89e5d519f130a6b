import type { IDataObject } from 'n8n-workflow';
import { phoneNumber } from './phoneNumbers';
import { list, record, text, texts } from '../../form/unknown';

/** Everything that identifies someone on WhatsApp. */
export interface Person {
	number?: string;
	userId?: string;
	parentUserId?: string;
}

/** What WhatsApp says about someone besides an event. */
export interface Contact extends Person {
	name?: string;
	username?: string;
	/** The country of someone's number, in two letters. */
	countryCode?: string;
	identityKeyHash?: string;
	/** As it came. */
	given?: unknown;
	/** What distinguishes something that names nobody from others: all contacts beside it, and its place. */
	beside?: unknown;
}

/** The person in a value that names one like a contact. */
export function personNamedIn(given: unknown): Person {
	const { wa_id: number, user_id: userId, parent_user_id: parentUserId } = record(given);
	return {
		number: phoneNumber(number),
		userId: text(userId),
		parentUserId: text(parentUserId),
	};
}

/** Who is the sender ("from") or the recipient ("to") of a message or a call. */
export const personWho = (role: 'from' | 'to', value: IDataObject): Person => ({
	number: phoneNumber(value[role]),
	userId: text(value[`${role}_user_id`]),
	parentUserId: text(value[`${role}_parent_user_id`]),
});

/** The user IDs of a person as members of an item: "fromUserId" and "fromParentUserId" for "from". */
export const userIdsOf = (role: 'from' | 'participant' | 'to', person: Person) => ({
	[`${role}UserId`]: person.userId,
	[`${role}ParentUserId`]: person.parentUserId,
});

const IDENTITIES = ['number', 'userId', 'parentUserId'] as const;

/** Whether anything is known that identifies a person. */
export const isSomebody = (person: Person) => IDENTITIES.some((each) => person[each] !== undefined);

const contradict = (a: Person, b: Person) =>
	IDENTITIES.some((each) => a[each] !== undefined && b[each] !== undefined && a[each] !== b[each]);

const shareIdentity = (a: Person, b: Person, each: (typeof IDENTITIES)[number]) =>
	a[each] !== undefined && a[each] === b[each];

const isSame = (a: Person, b: Person) =>
	!contradict(a, b) && IDENTITIES.some((each) => shareIdentity(a, b, each));

/** What items say of a contact besides its name and identities. */
export const detailsOf = ({ username, countryCode, identityKeyHash }: Contact) => ({
	username,
	countryCode,
	identityKeyHash,
});

/** A person with what the contact adds; what the person says itself counts more. */
const identified = (person: Person, contact?: Contact): Contact => ({
	...contact,
	number: person.number ?? contact?.number,
	userId: person.userId ?? contact?.userId,
	parentUserId: person.parentUserId ?? contact?.parentUserId,
});

function contactOf(given: unknown): Contact {
	const contact = record(given);
	const profile = record(contact.profile);
	return {
		...personNamedIn(contact),
		...texts(profile, 'name', 'username', 'country_code'),
		identityKeyHash: text(contact.identity_key_hash),
		given,
	};
}

/**
 * Finds the contact of each person whom a member of a list is about: one that shares an identity and
 * contradicts none. A single contact that cannot be compared with anything is that of a single person. Where
 * there is only one member, all contacts belong to it, whosever they are. Meta names nobody where the number
 * and the ID are not the ones to which a message went.
 *
 * @returns the members, each with all about its person and with the contacts that belong into the original of
 * its event, and the contacts that belong to none of them
 */
export function withContacts<T extends { person: Person }>(
	given: unknown,
	members: T[],
): { found: Array<T & { person: Contact; contacts?: unknown[] }>; left: unknown } {
	const contacts = list(given).map(contactOf);
	if (contacts.length === 0) return { found: members, left: given };
	const [first, ...others] = members;
	const single =
		first && contacts.length === 1 && others.every(({ person }) => isSame(person, first.person))
			? contacts[0]
			: undefined;
	const contactFor = (person: Person) =>
		IDENTITIES.flatMap((each) =>
			contacts.filter((contact) => shareIdentity(contact, person, each)),
		).find((contact) => !contradict(contact, person)) ??
		(single && !contradict(single, person) ? single : undefined);
	const isAlone = members.length === 1;
	const used = new Set<Contact>();
	const found = members.map((member, index) => {
		const contact = contactFor(member.person);
		if (contact) used.add(contact);
		return {
			...member,
			person: {
				...identified(member.person, contact),
				...(!isSomebody(member.person) && { beside: [list(given), index] }),
			},
			contacts: isAlone ? list(given) : contact && [contact.given],
		};
	});
	const unused = contacts.filter((contact) => !used.has(contact));
	return { found, left: isAlone ? undefined : unused.map((contact) => contact.given) };
}
