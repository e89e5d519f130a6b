import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { FieldError } from '../../form/fieldError';
import type { Form } from '../../form/form';
import { quoted } from '../../form/rule';
import { phoneNumberOf } from './phoneNumber';

/** A business-scoped user ID: country, for a parent account "ENT", then letters and digits. */
const USER_ID = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]+$/;

export const isUserId = (text: string) => USER_ID.test(text);

const MAX_GROUP_ID = 512;

/** Source: Meta, "Groups API", supported message types. */
const GROUP_TYPES = ['text', 'audio', 'document', 'image', 'sticker', 'video', 'template', 'pin'];

export const recipientFields: INodeProperties[] = [
	{
		displayName: 'Send To',
		name: 'recipientType',
		type: 'options',
		options: [
			{ name: 'Group', value: 'group', description: 'Text, media, template or pin' },
			{ name: 'Person', value: 'individual' },
		],
		default: 'individual',
	},
	{
		displayName: 'To',
		name: 'to',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. +4915112345678',
		description:
			"The recipient's phone number with country code, or the user ID of somebody who hides the number. For a group, its ID.",
	},
];

function groupId(form: Form, type: string): IDataObject {
	if (!GROUP_TYPES.includes(type)) {
		throw new FieldError(
			`'${form.label('messageType')}' does not go to a group`,
			`WhatsApp takes for groups only: ${GROUP_TYPES.join(', ')}. Choose one of these, or a person.`,
		);
	}
	const to = form.id('to', {
		maxLength: MAX_GROUP_ID,
		by: 'this node',
		pattern: /^[A-Za-z0-9+/=_.:@-]+$/,
		format: 'the ID of a group, without blanks',
	});
	return { recipient_type: 'group', to };
}

/**
 * To whom a message goes: a phone number, the business-scoped ID of a user, or a group.
 *
 * @throws FieldError when it is none of these, or the type of message does not go there
 */
export function recipient(form: Form, type: string): IDataObject {
	const recipientType = form.text('recipientType') || 'individual';
	if (recipientType === 'group') return groupId(form, type);
	if (recipientType !== 'individual') {
		throw new FieldError(
			`'${form.label('recipientType')}' has an unknown value`,
			`You gave ${quoted(recipientType)}. Use individual or group.`,
		);
	}
	if (type === 'pin') {
		throw new FieldError(
			`'${form.label('recipientType')}' is not a group`,
			'Messages can be pinned in groups only. Choose Group, and enter its ID.',
		);
	}
	const to = form.text('to').trim();
	return {
		recipient_type: 'individual',
		...(isUserId(to) ? { recipient: to } : { to: phoneNumberOf(to, form.label('to')) }),
	};
}
