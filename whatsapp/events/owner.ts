import type { IDataObject } from 'n8n-workflow';
import type { Change, Linked } from './change';
import { phoneNumber } from './phoneNumbers';
import { record, text } from '../../form/unknown';

/** The ID at the end of "arn:…:phone-number-id/976c…", in the form in which AWS's API takes it. */
export function shortId(
	arn: string | undefined,
	prefix: 'phone-number-id' | 'waba',
): string | undefined {
	const [, id] = /\/([0-9a-zA-Z-]+)$/.exec(arn ?? '') ?? [];
	if (id === undefined) return undefined;
	return id.startsWith(`${prefix}-`) ? id : `${prefix}-${id}`;
}

/** The one with Meta's ID; the single one where there is no ID to compare. */
function linkedBy(all: Linked[], metaId: string | undefined): Linked | undefined {
	const single = all.length === 1 ? all[0] : undefined;
	if (metaId === undefined || (single && single.metaId === undefined)) return single;
	return all.find((each) => each.metaId === metaId);
}

/**
 * Which of your numbers an event is about: in AWS's terms, and as people write it.
 *
 * @param metadata where the number is named, if not in the metadata of the change
 */
export function ownNumber({ envelope, value }: Change, metadata = record(record(value).metadata)) {
	const metaId = text(metadata.phone_number_id);
	const linked = linkedBy(envelope.numbers, metaId);
	return {
		originationPhoneNumberId: shortId(linked?.arn, 'phone-number-id') ?? null,
		metaPhoneNumberId: metaId ?? linked?.metaId ?? null,
		phoneNumber: phoneNumber(metadata.display_phone_number) ?? null,
	};
}

/** Which of your business accounts an event is about. */
export function ownAccount({ envelope, wabaId }: Change) {
	const linked = linkedBy(envelope.accounts, wabaId);
	return {
		businessAccountId: shortId(linked?.arn, 'waba') ?? null,
		wabaId: wabaId ?? linked?.metaId ?? null,
	};
}

/** Which of your numbers and accounts an event is about that has a sender or a recipient. */
export const ownerMembers = (change: Change) => ({ ...ownNumber(change), ...ownAccount(change) });

/** Fields about a number in kinds that have others too, or that are not known yet. */
const ABOUT_NUMBERS = /^(security|(phone_number|group|smb)_.*)$/;

/**
 * The number of yours that a change is about, in the form of metadata; undefined where it is about none,
 * or does not say. Alerts and settings name it by its ID, older notices about accounts as "phone_number",
 * handovers as the recipient.
 */
export function numberNamedIn({ field, value: given, ...change }: Change): IDataObject | undefined {
	const value = record(given);
	const metadata = record(field === 'messaging_handovers' ? value.recipient : value.metadata);
	const isAlert = /^phone_?number$/i.test(text(value.entity_type) ?? '');
	const id =
		text(metadata.phone_number_id) ??
		text(record(value.phone_number_settings).phone_number_id) ??
		(isAlert ? text(value.entity_id) : undefined);
	const number =
		text(metadata.display_phone_number) ??
		text(value.display_phone_number) ??
		(field.startsWith('account_') ? text(value.phone_number) : undefined);
	const isAboutNumber = change.isAboutNumber || isAlert || ABOUT_NUMBERS.test(field);
	return isAboutNumber || (id ?? number) !== undefined
		? { phone_number_id: id, display_phone_number: number }
		: undefined;
}

function singleOf(all: Linked[]): string | undefined {
	const [only, ...others] = all;
	return others.length > 0 ? undefined : (only?.metaId ?? only?.arn);
}

/**
 * The account and the number that an event belongs to, for its key: as Meta says, or else as AWS does where
 * it names a single one, so that it does not depend on what else was published in the same post.
 */
export function ownerOf(change: Change) {
	const { accounts, numbers } = change.envelope;
	const named = numberNamedIn(change);
	const { phone_number_id: id, display_phone_number: number } = named ?? {};
	return [
		change.wabaId ?? singleOf(accounts),
		named && (id === undefined && number === undefined ? singleOf(numbers) : [id, number]),
	];
}
