import type { WhatsAppEvent } from './events/event';
import { phoneNumber, record, text } from './events/values';

/** What a workflow wants to be started by; an empty list of a filter means all. */
export interface Wanted {
	/** Values of 'Trigger On'. */
	triggerOn: string[];
	statuses: string[];
	/** AWS's IDs or ARNs, Meta's IDs, or the numbers themselves. */
	phoneNumbers: string[];
	/** Phone numbers with "+", or user IDs. */
	senders: string[];
	messageTypes: string[];
	keywords: string[];
	keywordMatch: 'beginsWith' | 'contains' | 'containsWord' | 'isExactly';
}

/** Which value of 'Trigger On' asks for a kind of event; what has none comes with "everything" only. */
const ASKED_FOR_BY: Partial<Record<WhatsAppEvent['kind'], string>> = {
	account: 'accountUpdates',
	call: 'calls',
	error: 'messages',
	flow: 'flowUpdates',
	group: 'groupUpdates',
	message: 'messages',
	status: 'statuses',
	template: 'templateUpdates',
	userPreference: 'userPreferences',
};

const isListed = (list: string[], ...values: unknown[]) =>
	list.length === 0 || values.some((value) => typeof value === 'string' && list.includes(value));

function isAskedFor({ kind, status }: WhatsAppEvent, { triggerOn, statuses }: Wanted): boolean {
	if (triggerOn.includes('everything')) return true;
	const asked = ASKED_FOR_BY[kind];
	if (asked === undefined || !triggerOn.includes(asked)) return false;
	return kind !== 'status' || isListed(statuses, status);
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

const MATCHES: Record<Wanted['keywordMatch'], (words: string, wanted: string) => boolean> = {
	beginsWith: (words, wanted) => words.startsWith(wanted),
	contains: (words, wanted) => words.includes(wanted),
	containsWord,
	isExactly: (words, wanted) => words === wanted,
};

function hasKeyword(words: string, { keywords, keywordMatch }: Wanted): boolean {
	const said = folded(words);
	return keywords.some((keyword) => MATCHES[keywordMatch](said, folded(keyword)));
}

/** What a tap on a button stands for counts as said, as does its title. */
function wordsOf({ text: words, choice }: WhatsAppEvent): string[] {
	return [text(words) ?? '', text(record(choice).id) ?? ''].filter((each) => each !== '');
}

function isFromWantedNumber(event: WhatsAppEvent, { phoneNumbers }: Wanted): boolean {
	const { originationPhoneNumberId: id, metaPhoneNumberId: metaId, phoneNumber: number } = event;
	// Notices about templates and accounts belong to no number.
	if (!id && !metaId && !number) return true;
	const arnEnd = typeof id === 'string' ? id.replace(/^phone-number-id-/, '/') : undefined;
	return (
		isListed(phoneNumbers, id, metaId, number) ||
		phoneNumbers.some(
			(wanted) =>
				phoneNumber(wanted) === number || (arnEnd !== undefined && wanted.endsWith(arnEnd)),
		)
	);
}

/** Whether an event is to start the workflow. */
export function isWanted(event: WhatsAppEvent, wanted: Wanted): boolean {
	if (!isAskedFor(event, wanted) || !isFromWantedNumber(event, wanted)) return false;
	if (event.kind !== 'message') return true;
	const { senders, messageTypes, keywords } = wanted;
	return (
		isListed(senders, event.from, event.fromUserId) &&
		isListed(messageTypes, event.type) &&
		(keywords.length === 0 || wordsOf(event).some((words) => hasKeyword(words, wanted)))
	);
}
