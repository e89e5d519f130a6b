import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { originationPhoneNumber } from '../../fields/locators';
import { mediaSourceFields } from '../../fields/media';
import { keepS3ObjectOption, keyPrefixOption, optionsField } from '../../fields/options';
import { messageMedia } from '../../media/source';
import { CUSTOM_JSON, customJsonField, customMessage } from '../../message/customJson';
import type { MessageType } from '../../message/messageType';
import { messageTypes } from '../../message/messageTypes';
import { phoneNumberOf } from '../../message/recipient';
import type { Call } from '../../request/call';
import { FieldError } from '../../request/fieldError';
import type { Work } from '../../request/lane';
import type { Operation } from '../../request/operation';

/** AWS's limit of the message blob, in bytes. */
const MAX_MESSAGE_BYTES = 2_048_000;

/** The newest version of Meta's API that AWS's own material uses; AWS takes v20.0 and later. */
const DEFAULT_META_API_VERSION = 'v24.0';

const META_API_VERSION_RULE = {
	pattern: /^v([2-9]\d|[1-9]\d{2,})\.\d+$/,
	format: 'v20.0 or a later version, such as v24.0',
};

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

/** The message as AWS wants it: the UTF-8 JSON text, base64 once. */
function blob(message: IDataObject): string {
	const bytes = Buffer.from(JSON.stringify(message), 'utf8');
	if (bytes.length > MAX_MESSAGE_BYTES) {
		throw new FieldError(
			'The message is too long',
			`It has ${bytes.length} bytes, AWS takes at most ${MAX_MESSAGE_BYTES}. Shorten it.`,
		);
	}
	return bytes.toString('base64');
}

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
	blob(message);
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
			{
				displayName: 'Meta API Version',
				name: 'metaApiVersion',
				type: 'string',
				default: DEFAULT_META_API_VERSION,
				placeholder: `e.g. ${DEFAULT_META_API_VERSION}`,
				description:
					"Version of WhatsApp's Cloud API that the message is written for, v20.0 or later",
			},
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
		const metaApiVersion =
			form.options.optionalId('metaApiVersion', META_API_VERSION_RULE) ?? DEFAULT_META_API_VERSION;
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
