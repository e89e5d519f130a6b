import type { IDataObject } from 'n8n-workflow';
import { choice } from '../../form/choices';
import { withLook } from '../../form/field';
import { FieldError } from '../../form/fieldError';
import type { Form } from '../../form/form';
import { checkText, type TextRule } from '../../form/rule';
import { text } from '../../form/texts';
import type { MessageType } from './messageType';
import { messageTypes } from './messageTypes';
import { phoneNumberOf } from './phoneNumber';

/** A business-scoped user ID: country, for a parent account "ENT", then letters and digits. */
const USER_ID = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]+$/;

export const isUserId = (text: string) => USER_ID.test(text);

const GROUP_ID_RULE: TextRule = {
	required: true,
	maxLength: 512,
	by: 'this node',
	pattern: /^[A-Za-z0-9+/=_.:@-]+$/,
	format: 'the ID of a group, without spaces',
};

const sendTo = choice(
	'Send To',
	'recipientType',
	{ group: ['Group', 'Text, media, template or pin'], individual: 'Person' },
	{ default: 'individual' },
);

/** An empty one is refused by the reader of numbers, which says how to write one. */
const to = withLook(
	text('To', 'to', {
		example: '+4915112345678',
		description:
			"The recipient's phone number with country code, or the user ID of someone who hides their number. For a group, its ID.",
	}),
	{ required: true },
);

/** What an envelope needs to know of templates, which are composed elsewhere. */
export const templateType = { value: 'template', groups: 'allowed' } as const;

export const recipientFields = [sendTo, to];

/**
 * To whom a message goes: a phone number, the business-scoped ID of a user, or a group.
 *
 * @throws FieldError when it is not any of these, or the type of message does not go there
 */
export function recipient(form: Form, { groups }: Pick<MessageType, 'groups'>): IDataObject {
	const recipient_type = sendTo.of(form);
	if (recipient_type === 'group' && groups === undefined) {
		const types = [...messageTypes, templateType].filter((type) => type.groups);
		throw new FieldError(
			`'${form.label(sendTo)}' cannot be a group for this type of message`,
			`Groups accept only: ${types.map(({ value }) => value).join(', ')}. Choose one of these types, or send to a person.`,
		);
	}
	if (recipient_type !== 'group' && groups === 'only') {
		throw new FieldError(
			`'${form.label(sendTo)}' is not a group`,
			'Messages can be pinned only in groups. Choose Group and enter its ID.',
		);
	}
	const given = to.of(form).trim();
	const label = form.label(to);
	if (recipient_type === 'group') {
		return { recipient_type, to: checkText(given, label, GROUP_ID_RULE) };
	}
	return {
		recipient_type,
		...(isUserId(given) ? { recipient: given } : { to: phoneNumberOf(given, label) }),
	};
}
