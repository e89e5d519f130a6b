import type { IDataObject } from 'n8n-workflow';
import type { Change } from './change';
import { partNotice, timeOfChange, type WhatsAppEvent } from './event';
import { errorsOf } from './failures';
import { listedEvents } from './listed';
import { ownNumber } from './owner';
import { detailsOf, identified, personNamedIn } from './people';
import { isoTime } from './time';
import { flag, known, list, record, text } from '../../form/unknown';

/** Who joined or left, or could not be removed. */
function participantsOf(value: unknown): IDataObject[] | undefined {
	const participants = list(value).map((given) => {
		const { number, userId, parentUserId } = personNamedIn(given);
		const { input, username, errors } = record(given);
		return known({
			phoneNumber: number,
			userId,
			parentUserId,
			username: text(username),
			input: text(input),
			errors: errorsOf(errors),
		});
	});
	const there = participants.filter((participant) => participant !== undefined);
	return there.length === 0 ? undefined : there;
}

/** A setting as it was to become, and whether it did. */
function settingOf(value: unknown): IDataObject | undefined {
	const { text: words, mime_type: mimeType, sha256, update_successful, errors } = record(value);
	return known({
		text: text(words),
		mimeType: text(mimeType),
		sha256: text(sha256),
		isUpdated: flag(update_successful),
		errors: errorsOf(errors),
	});
}

/** What happens to groups; one notice may be about several. Source: Meta, "Webhooks for Groups API". */
export function groupEvents(change: Change): WhatsAppEvent[] {
	const number = ownNumber(change, record(record(change.value).metadata));
	return listedEvents(change, 'group', {
		groups: {
			personOf: personNamedIn,
			eventOf: (given, contact) => {
				const group = record(given);
				const participant = identified(personNamedIn(group), contact);
				const members = {
					...number,
					event: text(group.type) ?? null,
					groupId: text(group.group_id) ?? null,
					timestamp: isoTime(group.timestamp) ?? timeOfChange(change),
					...known({
						subject: text(group.subject),
						description: text(group.description),
						inviteLink: text(group.invite_link),
						joinApprovalMode: text(group.join_approval_mode),
						requestId: text(group.request_id),
						reason: text(group.reason),
						initiatedBy: text(group.initiated_by),
						joinRequestId: text(group.join_request_id),
						participant: participant.number,
						participantUserId: participant.userId,
						participantParentUserId: participant.parentUserId,
						name: contact.name,
						...detailsOf(contact),
						username: text(group.username) ?? contact.username,
						addedParticipants: participantsOf(group.added_participants),
						removedParticipants: participantsOf(group.removed_participants),
						failedParticipants: participantsOf(group.failed_participants),
						settings: known({
							subject: settingOf(group.group_subject),
							description: settingOf(group.group_description),
							picture: settingOf(group.profile_picture),
						}),
						errors: errorsOf(group.errors),
					}),
				};
				return partNotice('group', change, { name: 'groups', given, contact, members });
			},
		},
	});
}
