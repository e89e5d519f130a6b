import { randomUUID } from 'node:crypto';
import type { SignatureVersion, SigningCertificate } from './certificate.mts';

export type SnsMessage = Record<string, string>;

const order = {
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
};

/** Puts signature and address of the certificate on a message, in the way of SNS. */
export function signed(
	message: SnsMessage,
	certificate: SigningCertificate,
	endpoint: string,
	version: SignatureVersion,
): SnsMessage {
	const names =
		message.Type === 'Notification' ? order.Notification : order.SubscriptionConfirmation;
	const text = names
		.filter((name) => message[name] !== undefined)
		.map((name) => `${name}\n${message[name]}\n`)
		.join('');
	return {
		...message,
		SignatureVersion: String(version),
		Signature: certificate.sign(text, version),
		SigningCertURL: `${endpoint}/${certificate.fileName}`,
	};
}

export function notification(topicArn: string, content: string, subject?: string): SnsMessage {
	return {
		Type: 'Notification',
		MessageId: randomUUID(),
		TopicArn: topicArn,
		...(subject === undefined ? {} : { Subject: subject }),
		Message: content,
		Timestamp: new Date().toISOString(),
	};
}

export const confirmation = (topicArn: string, token: string, endpoint: string): SnsMessage =>
	askingBack(
		'SubscriptionConfirmation',
		`You have chosen to subscribe to the topic ${topicArn}.\nTo confirm the subscription, visit the SubscribeURL included in this message.`,
		{ topicArn, token, endpoint },
	);

/** What SNS posts when a subscription has ended. Its signature covers the same as that of a confirmation. */
export const farewell = (
	{ arn, topicArn, token }: { arn: string; topicArn: string; token: string },
	endpoint: string,
): SnsMessage =>
	askingBack(
		'UnsubscribeConfirmation',
		`You have chosen to deactivate subscription ${arn}.\nTo cancel this operation and restore the subscription, visit the SubscribeURL included in this message.`,
		{ topicArn, token, endpoint },
	);

function askingBack(
	type: string,
	text: string,
	{ topicArn, token, endpoint }: { topicArn: string; token: string; endpoint: string },
): SnsMessage {
	return {
		Type: type,
		MessageId: randomUUID(),
		Token: token,
		TopicArn: topicArn,
		Message: text,
		SubscribeURL: `${endpoint}/?Action=ConfirmSubscription&TopicArn=${topicArn}&Token=${token}`,
		Timestamp: new Date().toISOString(),
	};
}
