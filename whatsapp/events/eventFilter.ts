import { readPhoneNumber } from '../message/phoneNumber';
import type { Kind, WhatsAppEvent } from './event';
import { shortId } from './owner';
import { record, text } from '../../form/unknown';
import { subscriberOf } from './subscriber';

/** What a workflow wants to be started by; an empty list of a filter means all. */
export interface EventFilter {
	/** Values of 'Trigger On'. */
	triggerOn: string[];
	/** AWS's ID or ARN of the only business account whose events count, or Meta's ID of it. */
	businessAccountId?: string;
	statuses: string[];
	/** AWS's IDs or ARNs, Meta's IDs, or the numbers themselves. */
	phoneNumbers: string[];
	/** Phone numbers with "+", or user IDs. */
	senders: string[];
	messageTypes: string[];
	keywords: string[];
	keywordMatch: 'beginsWith' | 'contains' | 'containsWord' | 'isExactly';
}

/**
 * Which value of 'Trigger On' asks for a kind of event. What is not there to be answered never comes with
 * messages: a workflow would answer its own echo.
 */
const ASKED_FOR_BY: Record<Kind, string> = {
	account: 'accountUpdates',
	appSync: 'appSync',
	call: 'calls',
	echo: 'echoes',
	error: 'messages',
	flow: 'flowUpdates',
	group: 'groupUpdates',
	handover: 'handovers',
	history: 'history',
	message: 'messages',
	standby: 'standby',
	status: 'statuses',
	template: 'templateUpdates',
	unknown: 'everything',
	userPreference: 'userPreferences',
};

const isListed = (list: string[], ...values: unknown[]) =>
	list.length === 0 || values.some((value) => typeof value === 'string' && list.includes(value));

function isAskedFor(
	{ kind, status }: WhatsAppEvent,
	{ triggerOn, statuses }: EventFilter,
): boolean {
	if (kind === 'status' && !isListed(statuses, status)) return false;
	return triggerOn.includes('everything') || triggerOn.includes(ASKED_FOR_BY[kind]);
}

/** Upper and lower case, and the ways in which Unicode writes the same letter, make no difference. */
const folded = (words: string) => words.normalize('NFKC').toLowerCase().trim();

const isLetter = (character: string | undefined) =>
	character !== undefined && /[\p{L}\p{N}\p{M}]/u.test(character);

function containsWord(words: string, wanted: string): boolean {
	for (let at = words.indexOf(wanted); at >= 0; at = words.indexOf(wanted, at + 1)) {
		const before = [...words.slice(0, at)].at(-1);
		const [after] = words.slice(at + wanted.length);
		if (!isLetter(before) && !isLetter(after)) return true;
	}
	return false;
}

const MATCHES: Record<EventFilter['keywordMatch'], (words: string, wanted: string) => boolean> = {
	beginsWith: (words, wanted) => words.startsWith(wanted),
	contains: (words, wanted) => words.includes(wanted),
	containsWord,
	isExactly: (words, wanted) => words === wanted,
};

function hasKeyword(words: string, { keywords, keywordMatch }: EventFilter): boolean {
	const said = folded(words);
	return keywords.some((keyword) => MATCHES[keywordMatch](said, folded(keyword)));
}

/** What a tap on a button stands for counts as said, as does its title. */
function wordsOf({ text: words, choice }: WhatsAppEvent): string[] {
	return [text(words) ?? '', text(record(choice).id) ?? ''].filter((each) => each !== '');
}

/** A number, or whatever stands in its place, so that both spellings of one are the same. */
const comparable = (number: string | undefined) =>
	number === undefined ? undefined : subscriberOf(number);

/** What an event may know about a number or an account, and what a filter may name. */
type Identity = Partial<Record<'awsId' | 'metaId' | 'number', string>>;

/** What a value of a filter can be; digits alone can be Meta's ID as well as a number. */
function identityOf(wanted: string, kind: 'phone-number-id' | 'waba'): Identity {
	const reading = readPhoneNumber(wanted);
	const number = 'number' in reading ? subscriberOf(reading.number) : undefined;
	if (/^\d+$/.test(wanted)) return { metaId: wanted, number };
	return number === undefined ? { awsId: shortId(wanted, kind) ?? wanted } : { number };
}

/**
 * Whether an event can be about what a filter names. One that doesn't say what it is about in the terms of
 * the filter can: it must not get lost.
 */
function canBe(known: Identity, wanted: Identity): boolean {
	const terms = (['awsId', 'metaId', 'number'] as const).filter(
		(term) => wanted[term] !== undefined,
	);
	return (
		terms.some((term) => known[term] === wanted[term]) ||
		terms.some((term) => known[term] === undefined)
	);
}

function canBeOfWantedNumber(event: WhatsAppEvent, { phoneNumbers }: EventFilter): boolean {
	const known = {
		awsId: text(event.originationPhoneNumberId),
		metaId: text(event.metaPhoneNumberId),
		number: comparable(text(event.phoneNumber)),
	};
	return (
		phoneNumbers.length === 0 ||
		phoneNumbers.some((wanted) => canBe(known, identityOf(wanted, 'phone-number-id')))
	);
}

function canBeOfWantedAccount(event: WhatsAppEvent, { businessAccountId }: EventFilter): boolean {
	if (businessAccountId === undefined) return true;
	const known = { awsId: text(event.businessAccountId), metaId: text(event.wabaId) };
	const { awsId, metaId } = identityOf(businessAccountId, 'waba');
	return canBe(known, { awsId, metaId });
}

function isOfWantedSender({ from, fromUserId }: WhatsAppEvent, { senders }: EventFilter): boolean {
	const number = comparable(text(from));
	return isListed(senders.map(subscriberOf), number, fromUserId);
}

/** Whether an event is to start the workflow. */
export function matches(event: WhatsAppEvent, wanted: EventFilter): boolean {
	if (!isAskedFor(event, wanted)) return false;
	if (!canBeOfWantedAccount(event, wanted) || !canBeOfWantedNumber(event, wanted)) return false;
	if (event.kind !== 'message') return true;
	const { messageTypes, keywords } = wanted;
	return (
		isOfWantedSender(event, wanted) &&
		isListed(messageTypes, event.type) &&
		(keywords.length === 0 || wordsOf(event).some((words) => hasKeyword(words, wanted)))
	);
}
