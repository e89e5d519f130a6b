import { readMember, timeOf, type EventKind } from '../event';
import { listedEvents, type ListReader } from '../listedEvents';
import { detailsOf, personNamedIn, userIdsOf } from '../people';
import { known, text } from '../../../form/unknown';

const preferences: ListReader = {
	personOf: personNamedIn,
	eventOf: readMember('userPreference', ({ change, value, person }) => ({
		event: text(value.value) ?? null,
		category: text(value.category) ?? null,
		from: person.number ?? null,
		name: person.name ?? null,
		timestamp: timeOf(value.timestamp, change),
		...known({
			...userIdsOf('from', person),
			...detailsOf(person),
			detail: text(value.detail),
		}),
	})),
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
	isAboutNumber: true,
	read: (change) => listedEvents(change, 'userPreference', { user_preferences: preferences }),
};
