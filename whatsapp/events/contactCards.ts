import type { IDataObject } from 'n8n-workflow';
import { known, list, record, text } from '../../form/unknown';
import { nameInVcard } from './vcard';

/** What a person would call a contact card: its name, or its number where it has none. */
function nameOfCard(given: unknown): string | undefined {
	const { name, org, phones, vcard } = record(given);
	const { formatted_name: formatted, first_name: first, last_name: last } = record(name);
	const together = [text(first), text(last)].filter(Boolean).join(' ');
	return (
		text(formatted) ??
		text(together) ??
		nameInVcard(text(vcard) ?? '') ??
		text(record(org).company) ??
		text(record(list(phones)[0]).phone)
	);
}

/** Contact cards that a customer has sent. */
export function contactCards(value: unknown): IDataObject | undefined {
	const names = list(value).map(nameOfCard);
	return known({ text: names.filter(Boolean).join(', ') || undefined, contacts: list(value) });
}
