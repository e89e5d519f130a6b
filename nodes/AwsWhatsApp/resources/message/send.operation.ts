import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { originationPhoneNumber } from '../../fields/locators';
import { metaApiVersionOf, metaApiVersionOption } from '../../fields/metaApiVersion';
import { mediaSourceFields } from '../../fields/media';
import { keepS3ObjectOption, keyPrefixOption, optionsField } from '../../fields/options';
import { messageMedia } from '../../media/source';
import { CUSTOM_JSON, customJsonField, customMessage } from '../../message/customJson';
import type { MessageType } from '../../message/messageType';
import { messageTypes } from '../../message/messageTypes';
import { phoneNumberOf } from '../../message/recipient';
import type { Call } from '../../request/call';
import { FieldError } from '../../request/fieldError';
import { jsonBlob } from '../../request/json';
import type { Work } from '../../request/lane';
import type { Operation } from '../../request/operation';

/** AWS's limit of the message blob, in bytes. */
const MAX_MESSAGE_BYTES = 2_048_000;

const mediaTypes = messageTypes.filter(({ media }) => media).map(({ value }) => value);

const forTypes = (fields: INodeProperties[], ...messageType: string[]): INodeProperties[] =>
	fields.map((field) => ({ ...field, displayOptions: { show: { messageType } } }));

/** A field that several types have is one field, shown for all of them. */
function typeFields(): INodeProperties[] {
	const fields = [...new Set(messageTypes.flatMap((type) => type.fields))];
	return fields.flatMap((field) =>
		forTypes(
			[field],
			...messageTypes.filter((type) => type.fields.includes(field)).map(({ value }) => value),
		),
	);
}

const blob = (message: IDataObject, label = 'The message') =>
	jsonBlob(message, label, MAX_MESSAGE_BYTES);

async function dispatch(
	call: Call,
	metaApiVersion: string,
	message: IDataObject,
): Promise<IDataObject> {
	const { messageId } = await call.send({
		body: { ...call.request.body, message: blob(message), metaApiVersion },
	});
	return { messageId, to: message.to, type: message.type };
}

function customPlan(call: Call, metaApiVersion: string): Work<IDataObject> {
	const message = customMessage(call.form);
	blob(message, call.form.label('message'));
	return async () => await dispatch(call, metaApiVersion, message);
}

async function typedPlan(
	call: Call,
	metaApiVersion: string,
	type: MessageType,
): Promise<Work<IDataObject>> {
	const { form, request } = call;
	const envelope = {
		messaging_product: 'whatsapp',
		recipient_type: 'individual',
		to: phoneNumberOf(form.text('to'), form.label('to')),
		type: type.value,
	};
	const media = type.media && (await messageMedia(call, type.media));
	// Composed once before anything is uploaded: a caption that is too long must not leave a file behind.
	const content = type.content(form, media?.placeholder ?? { id: '' });
	if (!media) {
		return async () => await dispatch(call, metaApiVersion, { ...envelope, [type.value]: content });
	}
	return async () => {
		const reference = await media.provide(String(request.body.originationPhoneNumberId));
		const { uploaded } = reference;
		const sent = await dispatch(call, metaApiVersion, {
			...envelope,
			[type.value]: type.content(form, reference),
		});
		return {
			...sent,
			...('id' in reference ? { mediaId: reference.id } : {}),
			...(uploaded?.staged ? { s3Object: { ...uploaded.staged } } : {}),
		};
	};
}

export const send: Operation = {
	name: 'Send',
	value: 'send',
	action: 'Send message',
	description: 'Send a WhatsApp message to a person',
	request: { method: 'POST', url: '/v1/whatsapp/send' },
	permissions: ['SendWhatsAppMessage', 'PostWhatsAppMessageMedia'],
	effect: 'once',
	fields: [
		originationPhoneNumber({ location: 'body' }),
		{
			displayName: 'To',
			name: 'to',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. +4915112345678',
			description: "The recipient's phone number with country code",
			displayOptions: { hide: { messageType: [CUSTOM_JSON] } },
		},
		{
			displayName: 'Message Type',
			name: 'messageType',
			type: 'options',
			options: [
				...messageTypes.map(({ name, value, description }) => ({ name, value, description })),
				{
					name: 'Custom JSON',
					value: CUSTOM_JSON,
					description: "Any message of WhatsApp's Cloud API, written as JSON",
				},
			].sort((a, b) => a.name.localeCompare(b.name)),
			default: 'text',
		},
		...mediaSourceFields(['binary', 'link', 'mediaId', 'presignedUrl', 's3Object'], {
			messageType: mediaTypes,
		}),
		...typeFields(),
		...forTypes([customJsonField], CUSTOM_JSON),
		optionsField(
			{ ...keepS3ObjectOption, displayOptions: { show: { '/mediaSource': ['binary'] } } },
			{ ...keyPrefixOption, displayOptions: { show: { '/mediaSource': ['binary'] } } },
			{
				displayName: 'Link Preview',
				name: 'previewUrl',
				type: 'boolean',
				default: true,
				description: 'Whether WhatsApp shows a preview of the first link in the text',
				displayOptions: { show: { '/messageType': ['text'] } },
			},
			metaApiVersionOption,
			{
				displayName: 'Voice Note',
				name: 'voice',
				type: 'boolean',
				default: true,
				description:
					'Whether the audio is shown as a voice note. It has to be OGG with the OPUS codec.',
				displayOptions: { show: { '/messageType': ['audio'] } },
			},
		),
	],
	plan: async (call) => {
		const { form } = call;
		const metaApiVersion = metaApiVersionOf(form);
		const value = form.text('messageType');
		if (value === CUSTOM_JSON) return customPlan(call, metaApiVersion);
		const type = messageTypes.find((candidate) => candidate.value === value);
		if (!type) {
			throw new FieldError(
				"'Message Type' is not one of the list",
				`Choose one of: ${messageTypes.map((known) => known.value).join(', ')}, ${CUSTOM_JSON}.`,
			);
		}
		return await typedPlan(call, metaApiVersion, type);
	},
};
