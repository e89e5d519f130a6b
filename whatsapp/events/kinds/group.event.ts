import { memberEvent, timeOf } from '../event';
import type { EventKind } from '../eventKind';
import { errorsOf } from '../errors';
import { listedEvents, type ListReader } from '../listedEvents';
import { ownNumber } from '../owner';
import { detailsOf, identified, personNamedIn, userIdsOf } from '../people';
import { flag, known, knownList, record, text } from '../../../form/unknown';

/** Who joined or left, or could not be removed. */
const participantsOf = (value: unknown) =>
	knownList(value, (given) => {
		const { number: phoneNumber, userId, parentUserId } = personNamedIn(given);
		const { input, username, errors } = record(given);
		return known({
			phoneNumber,
			userId,
			parentUserId,
			username: text(username),
			input: text(input),
			errors: errorsOf(errors),
		});
	});

/** A setting as it was to become, and whether it did. */
function settingOf(value: unknown) {
	const setting = record(value);
	return known({
		text: text(setting.text),
		mimeType: text(setting.mime_type),
		sha256: text(setting.sha256),
		isUpdated: flag(setting.update_successful),
		errors: errorsOf(setting.errors),
	});
}

const groups: ListReader = {
	personOf: personNamedIn,
	eventOf: (member) => {
		const { change, given, contact } = member;
		const value = record(given);
		const participant = identified(personNamedIn(value), contact);
		return memberEvent('group', member, {
			...ownNumber(change),
			event: text(value.type) ?? null,
			groupId: text(value.group_id) ?? null,
			timestamp: timeOf(value.timestamp, change),
			...known({
				subject: text(value.subject),
				description: text(value.description),
				inviteLink: text(value.invite_link),
				joinApprovalMode: text(value.join_approval_mode),
				requestId: text(value.request_id),
				reason: text(value.reason),
				initiatedBy: text(value.initiated_by),
				joinRequestId: text(value.join_request_id),
				participant: participant.number,
				...userIdsOf('participant', participant),
				name: contact.name,
				...detailsOf(contact),
				username: text(value.username) ?? contact.username,
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
		});
	},
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
	read: (change) => listedEvents(change, 'group', { groups }),
};
