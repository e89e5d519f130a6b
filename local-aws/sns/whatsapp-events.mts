import { accountId } from '../sts/identities.mts';
import type { Account, BusinessAccount, PhoneNumber } from '../social-messaging/account.mts';
import type { Sns } from './sns.mts';

export interface Change {
	field: string;
	value: Record<string, unknown>;
}

const seconds = (): string => String(Math.floor(Date.now() / 1000));

/** What AWS End User Messaging Social reports about a business account to its event destination. */
export class WhatsAppEvents {
	readonly #account: Account;
	readonly #sns: Sns;

	constructor(account: Account, sns: Sns) {
		this.#account = account;
		this.#sns = sns;
	}

	/** The event as AWS writes it: Meta's entry is JSON in a text. */
	envelope(
		{ wabaId, arn }: BusinessAccount,
		number: PhoneNumber,
		changes: Change[],
		messageId?: string,
	) {
		return {
			context: {
				MetaWabaIds: [{ wabaId, arn }],
				MetaPhoneNumberIds: [{ metaPhoneNumberId: number.metaPhoneNumberId, arn: number.arn }],
			},
			whatsAppWebhookEntry: JSON.stringify({ id: wabaId, changes }),
			aws_account_id: accountId,
			message_timestamp: new Date().toISOString().replace('Z', '123456Z'),
			...(messageId === undefined ? {} : { messageId }),
		};
	}

	publish(number: PhoneNumber, changes: Change[], messageId?: string): void {
		const owner = this.#account.businessAccounts.find(({ phoneNumbers }) =>
			phoneNumbers.some(({ id }) => id === number.id),
		);
		const [destination] = owner?.eventDestinations ?? [];
		if (!owner || !destination?.eventDestinationArn.includes(':sns:')) return;
		this.#sns.publish(
			destination.eventDestinationArn,
			JSON.stringify(this.envelope(owner, number, changes, messageId)),
		);
	}

	/** A customer's message to one of the numbers. */
	received(
		number: PhoneNumber,
		from: string,
		name: string,
		message: Record<string, unknown>,
	): void {
		const digits = from.replace(/\D/g, '');
		this.publish(number, [
			this.#messages(number, {
				contacts: [{ profile: { name }, wa_id: digits }],
				messages: [{ from: digits, timestamp: seconds(), ...message }],
			}),
		]);
	}

	/** What happens to a message: accepted by AWS, then sent, delivered and read, or failed. */
	outcome(
		number: PhoneNumber,
		sent: { id: string; messageId: string; to: string; failure?: string; reference?: unknown },
	): void {
		const { id, messageId, to, failure, reference } = sent;
		const steps = failure === undefined ? ['sent', 'delivered', 'read'] : ['failed'];
		for (const status of ['accepted', ...steps]) {
			const value = {
				statuses: [
					{
						id,
						status,
						timestamp: seconds(),
						recipient_id: to.replace(/^\+/, ''),
						...(typeof reference === 'string' ? { biz_opaque_callback_data: reference } : {}),
						...(status === 'failed' ? { errors: [errorOf(failure ?? '')] } : {}),
					},
				],
			};
			this.publish(
				number,
				[this.#messages(number, value)],
				status === 'accepted' ? messageId : undefined,
			);
		}
	}

	#messages(number: PhoneNumber, value: Record<string, unknown>): Change {
		return {
			field: 'messages',
			value: {
				messaging_product: 'whatsapp',
				metadata: {
					display_phone_number: number.phoneNumber.slice(1),
					phone_number_id: number.metaPhoneNumberId,
				},
				...value,
			},
		};
	}
}

/** "131051 Unsupported message type: …" in Meta's form. */
function errorOf(failure: string) {
	const [, code = '131000', title = failure] = /^(\d+) (.*)$/s.exec(failure) ?? [];
	return { code: Number(code), title, message: title, error_data: { details: title } };
}
