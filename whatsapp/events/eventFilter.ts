import { readPhoneNumber } from '../message/phoneNumber';
import type { WhatsAppEvent } from './event';
import { eventKinds, everything } from './eventKinds';
import { message } from './kinds/message.event';
import { status } from './kinds/status.event';
import { shortId } from './owner';
import { canonicalNumber } from './phoneNumbers';
import { record, text } from '../../form/unknown';

/** Which events start a workflow; an empty list means all of them. */
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
 * The value of 'Trigger On' that asks for a kind of event. What must not be answered never comes with
 * messages: a workflow would answer its own echo.
 */
const triggerOnByKind = new Map(eventKinds.map(({ kind, triggerOn }) => [kind, triggerOn.value]));

const isOneOf = (list: string[], ...values: unknown[]) =>
	list.length === 0 || values.some((value) => typeof value === 'string' && list.includes(value));

function isAskedFor(event: WhatsAppEvent, { triggerOn, statuses }: EventFilter): boolean {
	if (event.kind === status.kind && !isOneOf(statuses, event.status)) return false;
	return [everything.value, triggerOnByKind.get(event.kind)].some(
		(option) => option !== undefined && triggerOn.includes(option),
	);
}

/** Upper and lower case, and the ways in which Unicode writes the same letter, make no difference. */
const folded = (value: string) => value.normalize('NFKC').toLowerCase().trim();

/** What, next to a keyword, makes it a part of a longer word. */
const LETTER = '[\\p{L}\\p{N}\\p{M}]';

function containsWord(said: string, keyword: string): boolean {
	const literally = keyword.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
	return new RegExp(`(?<!${LETTER})${literally}(?!${LETTER})`, 'u').test(said);
}

const MATCHES: Record<EventFilter['keywordMatch'], (said: string, keyword: string) => boolean> = {
	beginsWith: (said, keyword) => said.startsWith(keyword),
	contains: (said, keyword) => said.includes(keyword),
	containsWord,
	isExactly: (said, keyword) => said === keyword,
};

/** The ID of a tapped button counts as said, as does its title. */
function hasKeyword(event: WhatsAppEvent, { keywords, keywordMatch }: EventFilter): boolean {
	const said = [text(event.text), text(record(event.choice).id)].filter(
		(each) => each !== undefined,
	);
	return said.some((each) =>
		keywords.some((keyword) => MATCHES[keywordMatch](folded(each), folded(keyword))),
	);
}

/** What identifies a number or an account, as far as an event or a filter says so. */
type Identity = Partial<Record<'awsId' | 'metaId' | 'number', string>>;

const TERMS = ['awsId', 'metaId', 'number'] as const;

const canonical = (number: string | undefined) =>
	number === undefined ? undefined : canonicalNumber(number);

/** What a value of a filter can mean; digits alone can be Meta's ID as well as a number. */
function identityOf(value: string, type: 'phone-number-id' | 'waba'): Identity {
	const reading = readPhoneNumber(value);
	const number = 'number' in reading ? canonicalNumber(reading.number) : undefined;
	if (/^\d+$/.test(value)) return { metaId: value, number };
	return number === undefined ? { awsId: shortId(value, type) ?? value } : { number };
}

/**
 * Whether an event can be about what a filter names. An event that does not say what it is about in the
 * terms of the filter can: it must not get lost.
 */
function canBe(event: Identity, filter: Identity): boolean {
	const terms = TERMS.filter((term) => filter[term] !== undefined);
	return terms.some((term) => event[term] === undefined || event[term] === filter[term]);
}

function isAboutNumber(event: WhatsAppEvent, { phoneNumbers }: EventFilter): boolean {
	const identity = {
		awsId: text(event.originationPhoneNumberId),
		metaId: text(event.metaPhoneNumberId),
		number: canonical(text(event.phoneNumber)),
	};
	return (
		phoneNumbers.length === 0 ||
		phoneNumbers.some((value) => canBe(identity, identityOf(value, 'phone-number-id')))
	);
}

function isAboutAccount(event: WhatsAppEvent, { businessAccountId }: EventFilter): boolean {
	if (businessAccountId === undefined) return true;
	const identity = { awsId: text(event.businessAccountId), metaId: text(event.wabaId) };
	const { awsId, metaId } = identityOf(businessAccountId, 'waba');
	return canBe(identity, { awsId, metaId });
}

const isFromSender = ({ from, fromUserId }: WhatsAppEvent, { senders }: EventFilter) =>
	isOneOf(senders.map(canonicalNumber), canonical(text(from)), fromUserId);

/** Whether an event starts the workflow. */
export function matches(event: WhatsAppEvent, filter: EventFilter): boolean {
	if (!isAskedFor(event, filter)) return false;
	if (!isAboutAccount(event, filter) || !isAboutNumber(event, filter)) return false;
	if (event.kind !== message.kind) return true;
	return (
		isFromSender(event, filter) &&
		isOneOf(filter.messageTypes, event.type) &&
		(filter.keywords.length === 0 || hasKeyword(event, filter))
	);
}
