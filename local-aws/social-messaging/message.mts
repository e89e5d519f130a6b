import { AwsError } from '../http/aws-error.mts';

/** What is left of a message when nothing is known about it but that it is a JSON object. */
export type RawMessage = Record<string, unknown>;

export const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function refuse(text: string): AwsError {
	return new AwsError(400, 'InvalidParametersException', text);
}

export function parseMessage(bytes: Buffer, what = 'message'): RawMessage {
	let message: unknown;
	try {
		message = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		throw refuse(`The ${what} is not valid JSON.`);
	}
	if (!isObject(message)) throw refuse(`The ${what} must be a JSON object.`);
	if (message.messaging_product !== 'whatsapp')
		throw refuse(`The ${what}'s messaging_product must be 'whatsapp'.`);
	return message;
}

/** A read receipt concerns a message that came in, so it goes to nobody in particular. */
export function isReadReceipt(message: RawMessage): boolean {
	return message.status === 'read';
}

const invalidDestination = 'Invalid destination phone number or message Id';

export function checkReadReceipt({ message_id: messageId }: RawMessage): void {
	if (typeof messageId !== 'string' || messageId === '') throw refuse(invalidDestination);
}

/** A business-scoped user id, of one business or of the whole portfolio. */
const businessScopedUserId = /^[A-Z]{2}\.(ENT\.)?\w+$/;

/** The recipient: a phone number in international form, a group, or the id of a person without a number. */
export function recipientOf({ to, recipient, recipient_type: recipientType }: RawMessage): string {
	if (to === undefined && typeof recipient === 'string' && businessScopedUserId.test(recipient))
		return recipient;
	if (recipientType === 'group' && typeof to === 'string' && to !== '') return to;
	if (typeof to !== 'string' || !/^\+[\d\s().-]*\d[\d\s().-]*$/.test(to))
		throw refuse(invalidDestination);
	return `+${to.replace(/\D/g, '')}`;
}

export function checkMetaApiVersion(version: string): void {
	const [, major] = /^v(\d+)\.\d+$/.exec(version) ?? [];
	if (major === undefined || Number(major) < 20)
		throw refuse(`Meta API version '${version}' is not supported. Use v20.0 or later.`);
}
