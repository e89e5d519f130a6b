import type { IDataObject } from 'n8n-workflow';
import { text } from '../../form/unknown';

/** The words of a member's name; who takes part in a group is a recipient without being called one. */
function wordsOf(name: string): string {
	const words = new Set(name.split('_'));
	if (words.has('participant')) words.delete('recipient');
	return [...words].sort().join(' ');
}

/**
 * The texts of an object by the words of their names, in whatever order: Meta writes both
 * "recipient_participant_id" and "participant_recipient_id", "recipient_parent_user_id" and
 * "parent_recipient_user_id".
 *
 * @param about what the names mention, since the words of others need not be sorted
 */
export function inAnyWordOrder(
	given: IDataObject,
	about: RegExp,
): (name: string) => string | undefined {
	const texts = new Map<string, string>();
	for (const [name, value] of Object.entries(given).filter(([each]) => about.test(each))) {
		const words = wordsOf(name);
		const found = text(value);
		if (found !== undefined && !texts.has(words)) texts.set(words, found);
	}
	return (name) => texts.get(wordsOf(name));
}
