import { errorsOf, readMember, timeOf, type EventKind } from '../event';
import { listedEvents, type ListReader } from '../listedEvents';
import { detailsOf, personNamedIn, userIdsOf } from '../people';
import { flag, known, knownList, record, text, texts } from '../../../form/unknown';

/** Who joined or left, or could not be removed. */
const participantsOf = (value: unknown) =>
	knownList(value, (participant) => {
		const { number: phoneNumber, ...userIds } = personNamedIn(participant);
		const { errors } = participant;
		return {
			phoneNumber,
			...userIds,
			...texts(participant, 'username', 'input'),
			errors: errorsOf(errors),
		};
	});

/** A setting as it was to become, and whether it did. */
function settingOf(value: unknown) {
	const setting = record(value);
	return known({
		...texts(setting, 'text', 'mime_type', 'sha256'),
		isUpdated: flag(setting.update_successful),
		errors: errorsOf(setting.errors),
	});
}

const groups: ListReader = {
	personOf: personNamedIn,
	eventOf: readMember('group', ({ change, value, person }) => ({
		event: text(value.type) ?? null,
		groupId: text(value.group_id) ?? null,
		timestamp: timeOf(value.timestamp, change),
		...known({
			...texts(value, 'subject', 'description', 'invite_link', 'join_approval_mode'),
			...texts(value, 'request_id', 'reason', 'initiated_by', 'join_request_id'),
			participant: person.number,
			...userIdsOf('participant', person),
			name: person.name,
			...detailsOf(person),
			username: text(value.username) ?? person.username,
			addedParticipants: participantsOf(value.added_participants),
			removedParticipants: participantsOf(value.removed_participants),
			failedParticipants: participantsOf(value.failed_participants),
			settings: known({
				subject: settingOf(value.group_subject),
				description: settingOf(value.group_description),
				picture: settingOf(value.profile_picture),
			}),
			errors: errorsOf(value.errors),
		}),
	})),
};

/** What happens to groups; one notice may be about several. Source: Meta, "Webhooks for Groups API". */
export const group: EventKind = {
	kind: 'group',
	triggerOn: {
		name: 'Group Update',
		value: 'groupUpdates',
		description: 'Groups, their members, requests to join and settings',
	},
	webhookFields: [
		'group_lifecycle_update',
		'group_participant_update',
		'group_participants_update',
		'group_settings_update',
		'group_status_update',
	],
	isAboutNumber: true,
	read: (change) => listedEvents(change, 'group', { groups }),
};
