/** A process that checks messages of SNS, and what is at the addresses of their certificates. */
import type { SnsMessage } from '../../../local-aws/index.mts';
import {
	SigningKeys,
	type CertificateTrust,
} from '../../../nodes/AwsWhatsAppTrigger/sns/certificate.ts';
import { isSnsMessage } from '../../../nodes/AwsWhatsAppTrigger/sns/message.ts';
import { HttpError } from '../../../nodes/AwsWhatsAppTrigger/httpError.ts';
import { checkMessage } from '../../../nodes/AwsWhatsAppTrigger/sns/signature.ts';

export const TOPIC = 'arn:aws:sns:eu-west-1:111122223333:whatsapp-events';
export const HOST = 'https://sns.eu-west-1.amazonaws.com';

export type Page = { status: number; body: string } | Error;

export interface Circumstances
	extends Partial<Pick<CertificateTrust, 'knownCertificate' | 'namesSubscription'>> {
	topicArn?: string;
	ownEndpoint?: string;
	/** The time by this server's clock, in ms since 1970. */
	now?: number;
}

export class Checker {
	/** The addresses that were fetched, in order. */
	readonly fetched: string[] = [];
	/** Why the last message was not let in. */
	reason = '';
	readonly #keys = new SigningKeys();
	readonly #answer: (url: string) => Page | Promise<Page>;

	constructor(answer: (url: string) => Page | Promise<Page>) {
		this.#answer = answer;
	}

	/** "genuine", "unreadable", or the status of the refusal. */
	async check(
		message: SnsMessage,
		{ topicArn = TOPIC, ownEndpoint, now, ...hints }: Circumstances = {},
	): Promise<'genuine' | 'unreadable' | number> {
		if (!isSnsMessage(message)) return 'unreadable';
		const trust = {
			...hints,
			expectedTopic: async () => topicArn,
			ownEndpoint: async () => ownEndpoint,
			fetch: async (url: string) => {
				this.fetched.push(url);
				const page = await this.#answer(url);
				if (page instanceof Error) throw page;
				return page;
			},
		};
		try {
			await checkMessage(message, trust, now, this.#keys);
			return 'genuine';
		} catch (failure) {
			if (!(failure instanceof HttpError)) throw failure;
			this.reason = failure.message;
			return failure.status;
		}
	}
}
