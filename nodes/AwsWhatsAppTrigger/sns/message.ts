import { record } from '../../../form/unknown';

/** What SNS posts to a subscriber. Source: Amazon SNS Developer Guide, "Parsing message formats". */
export interface SnsMessage {
	Type: 'Notification' | 'SubscriptionConfirmation' | 'UnsubscribeConfirmation';
	MessageId: string;
	TopicArn: string;
	Message: string;
	Timestamp: string;
	SignatureVersion: '1' | '2';
	Signature: string;
	SigningCertURL: string;
	Subject?: string;
	Token?: string;
	SubscribeURL?: string;
}

const TYPES = ['Notification', 'SubscriptionConfirmation', 'UnsubscribeConfirmation'] as const;
const NEEDED = [
	'MessageId',
	'TopicArn',
	'Message',
	'Timestamp',
	'Signature',
	'SigningCertURL',
] as const;

/** Whether the body is an SNS message at all; what is not can only be a raw delivery. */
export function looksLikeSns(body: unknown): boolean {
	const { Type, Signature, TopicArn } = record(body);
	return Type !== undefined || Signature !== undefined || TopicArn !== undefined;
}

/** The message in a body, or undefined where a member is missing or of the wrong kind. */
export function snsMessageIn(body: unknown): SnsMessage | undefined {
	const members = record(body);
	const Type = TYPES.find((type) => type === members.Type);
	const version = members.SignatureVersion;
	const texts = NEEDED.map((name) => members[name]);
	const isComplete = texts.every((value) => typeof value === 'string');
	const optional = [members.Subject, members.Token, members.SubscribeURL];
	if (!Type || !isComplete || (version !== '1' && version !== '2')) return undefined;
	if (optional.some((value) => value !== undefined && value !== null && typeof value !== 'string'))
		return undefined;
	if (Type !== 'Notification' && (!members.Token || !members.SubscribeURL)) return undefined;
	const member = (name: string) => {
		const value = members[name];
		return typeof value === 'string' ? value : undefined;
	};
	const needed = (name: (typeof NEEDED)[number]) => member(name) ?? '';
	return {
		Type,
		SignatureVersion: version,
		MessageId: needed('MessageId'),
		TopicArn: needed('TopicArn'),
		Message: needed('Message'),
		Timestamp: needed('Timestamp'),
		Signature: needed('Signature'),
		SigningCertURL: needed('SigningCertURL'),
		Subject: member('Subject'),
		Token: member('Token'),
		SubscribeURL: member('SubscribeURL'),
	};
}

const SIGNED_MEMBERS = {
	Notification: ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'],
	SubscriptionConfirmation: [
		'Message',
		'MessageId',
		'SubscribeURL',
		'Timestamp',
		'Token',
		'TopicArn',
		'Type',
	],
} as const;

/**
 * The text that SNS signs: names and values, a line each, in this order, without those that are not
 * there. Source: Amazon SNS Developer Guide, "Verifying the signatures of Amazon SNS messages".
 */
export function signedText(message: SnsMessage): string {
	const names =
		message.Type === 'Notification'
			? SIGNED_MEMBERS.Notification
			: SIGNED_MEMBERS.SubscriptionConfirmation;
	return names
		.filter((name) => message[name as keyof SnsMessage] !== undefined)
		.map((name) => `${name}\n${message[name as keyof SnsMessage]}\n`)
		.join('');
}
