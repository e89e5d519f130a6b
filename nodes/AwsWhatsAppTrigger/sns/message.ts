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
	Subject?: string | null;
	Token?: string | null;
	SubscribeURL?: string | null;
}

const TYPES = ['Notification', 'SubscriptionConfirmation', 'UnsubscribeConfirmation'] as const;
const NEEDED = ['MessageId', 'TopicArn', 'Message', 'Timestamp', 'Signature', 'SigningCertURL'];
const OPTIONAL = ['Subject', 'Token', 'SubscribeURL'];

/** Whether the body is an SNS message at all; what is not can only be a raw delivery. */
export function looksLikeSns(body: unknown): boolean {
	const { Type, Signature, TopicArn } = record(body);
	return Type !== undefined || Signature !== undefined || TopicArn !== undefined;
}

/** Whether the body is an SNS message with all its members. */
export function isSnsMessage(body: unknown): body is SnsMessage {
	const members = record(body);
	const isText = (name: string) => typeof members[name] === 'string';
	const isNotification = members.Type === 'Notification';
	return (
		TYPES.some((type) => type === members.Type) &&
		(members.SignatureVersion === '1' || members.SignatureVersion === '2') &&
		NEEDED.every(isText) &&
		OPTIONAL.every((name) => (members[name] ?? undefined) === undefined || isText(name)) &&
		(isNotification || (Boolean(members.Token) && Boolean(members.SubscribeURL)))
	);
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
		.filter((name) => typeof message[name] === 'string')
		.map((name) => `${name}\n${message[name]}\n`)
		.join('');
}
