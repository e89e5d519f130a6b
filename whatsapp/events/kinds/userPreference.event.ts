import { memberEvent, timeOf } from '../event';
import type { EventKind } from '../eventKind';
import { listedEvents, type ListReader } from '../listedEvents';
import { ownNumber } from '../owner';
import { detailsOf, identified, personNamedIn, userIdsOf } from '../people';
import { known, record, text } from '../../../form/unknown';

const preferences: ListReader = {
	personOf: personNamedIn,
	eventOf: (member) => {
		const { change, given, contact } = member;
		const preference = record(given);
		const customer = identified(personNamedIn(given), contact);
		return memberEvent('userPreference', member, {
			event: text(preference.value) ?? null,
			category: text(preference.category) ?? null,
			from: customer.number ?? null,
			name: contact.name ?? null,
			timestamp: timeOf(preference.timestamp, change),
			...ownNumber(change),
			...known({
				...userIdsOf('from', customer),
				...detailsOf(contact),
				detail: text(preference.detail),
			}),
		});
	},
};

/** Who does, or no longer does, want marketing messages. */
export const userPreference: EventKind = {
	kind: 'userPreference',
	triggerOn: {
		name: 'Marketing Preference',
		value: 'userPreferences',
		description: 'A user opts out of or back in to marketing messages',
	},
	webhookFields: ['user_preferences'],
	read: (change) => listedEvents(change, 'userPreference', { user_preferences: preferences }),
};
