import { AwsError } from '../aws-error.mts';
import { seedBusinessAccounts, generateBusinessAccount } from './seed.mts';

export interface PhoneNumber {
	arn: string;
	id: string;
	metaPhoneNumberId: string;
	/** E.164, as a recipient's contact list would hold it. */
	phoneNumber: string;
	displayPhoneNumber: string;
	displayName: string;
	qualityRating: 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN';
	dataLocalizationRegion?: string;
}

export interface BusinessAccount {
	arn: string;
	id: string;
	wabaId: string;
	name: string;
	registrationStatus: 'COMPLETE' | 'INCOMPLETE';
	/** Seconds since the epoch, as on the wire. */
	linkDate: number;
	eventDestinations: Array<{ eventDestinationArn: string; roleArn?: string }>;
	phoneNumbers: PhoneNumber[];
}

/** A file WhatsApp keeps for one phone number. */
export interface Media {
	id: string;
	phoneNumberId: string;
	mimeType: string;
	size: number;
	sha256: string;
	/** Where the bytes are on this machine. */
	file: string;
}

/** What the AWS account owns at End User Messaging Social and, through it, at WhatsApp. */
export class Account {
	readonly businessAccounts: BusinessAccount[] = [];
	readonly media = new Map<string, Media>();
	#lastMediaId = 0n;

	constructor() {
		this.reset();
	}

	get phoneNumbers(): PhoneNumber[] {
		return this.businessAccounts.flatMap((account) => account.phoneNumbers);
	}

	/** More accounts than anybody has, so that a list needs several pages. */
	addBusinessAccounts(count: number): BusinessAccount[] {
		const added = Array.from({ length: count }, (_, offset) =>
			generateBusinessAccount(this.businessAccounts.length + offset + 1),
		);
		this.businessAccounts.push(...added);
		return added;
	}

	/** AWS takes the short id and the ARN alike. */
	businessAccount(idOrArn: string): BusinessAccount {
		const found = this.businessAccounts.find(({ id, arn }) => id === idOrArn || arn === idOrArn);
		if (!found) throw notFound(`WhatsApp Business Account ${idOrArn}`);
		return found;
	}

	phoneNumber(idOrArn: string): PhoneNumber {
		const found = this.phoneNumbers.find(({ id, arn }) => id === idOrArn || arn === idOrArn);
		if (!found) throw notFound(`Phone number ${idOrArn}`);
		return found;
	}

	addMedia(media: Omit<Media, 'id'>): Media {
		this.#lastMediaId += 1n;
		const added = { ...media, id: String(this.#lastMediaId) };
		this.media.set(added.id, added);
		return added;
	}

	/** Media belong to the phone number that uploaded them; for every other one they do not exist. */
	findMedia(mediaId: string, phoneNumberId: string): Media | undefined {
		const found = this.media.get(mediaId);
		return found?.phoneNumberId === phoneNumberId ? found : undefined;
	}

	requireMedia(mediaId: string, phoneNumberId: string): Media {
		const found = this.findMedia(mediaId, phoneNumberId);
		if (!found) throw notFound(`Media ${mediaId}`);
		return found;
	}

	reset(): void {
		this.businessAccounts.splice(0, Infinity, ...seedBusinessAccounts());
		this.media.clear();
		this.#lastMediaId = 1_134_807_541_234_500n;
	}
}

function notFound(what: string): AwsError {
	return new AwsError(404, 'ResourceNotFoundException', `${what} was not found.`);
}
