import { Calls } from './calls.mts';
import type { CallSettings } from './calls.mts';
import { seedFlows } from './flow-seed.mts';
import type { FlowSeed } from './flow-seed.mts';
import { Flows } from './flows.mts';
import type { Flow } from './flows.mts';
import { Pages } from './pages.mts';
import { invalidParameters, notFound } from './refusals.mts';
import { seedBusinessAccounts, generateBusinessAccount } from './seed.mts';
import { Signups } from './signups.mts';
import { Tags } from './tags.mts';
import { TemplateLibrary } from './template-library.mts';
import type { LibraryTemplate } from './template-library-seed.mts';
import { seedTemplates } from './template-seed.mts';
import type { TemplateSeed } from './template-seed.mts';
import { Templates } from './templates.mts';
import type { Template } from './templates.mts';

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
	/** Left out until calls are configured. */
	callSettings?: CallSettings;
	/** In PEM, for the flows of this number that exchange data. */
	businessPublicKey?: string;
}

export interface EventDestination {
	eventDestinationArn: string;
	roleArn?: string | undefined;
}

export interface BusinessAccount {
	arn: string;
	id: string;
	wabaId: string;
	name: string;
	registrationStatus: 'COMPLETE' | 'INCOMPLETE';
	/** Seconds since the epoch, as on the wire. */
	linkDate: number;
	eventDestinations: EventDestination[];
	marketingMessagesOnboardingStatus?: string;
	/** Where conversion events go; left out until there is a data set. */
	datasetId?: string;
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

const defaultReview = 2000;

/** What the AWS account owns at End User Messaging Social and, through it, at WhatsApp. */
export class Account {
	readonly businessAccounts: BusinessAccount[] = [];
	readonly media = new Map<string, Media>();
	readonly library = new TemplateLibrary();
	readonly tags = new Tags();
	readonly pages = new Pages();
	readonly signups = new Signups();
	readonly calls = new Calls();
	/** How long a template is pending; at Meta it can be a day. */
	reviewMilliseconds = defaultReview;
	readonly #templates = new Map<string, Templates>();
	readonly #flows = new Map<string, Flows>();
	#lastMediaId = 0n;
	#lastMetaId = 0n;

	constructor() {
		this.reset();
	}

	get phoneNumbers(): PhoneNumber[] {
		return this.businessAccounts.flatMap((account) => account.phoneNumbers);
	}

	/** More accounts than anyone has, so that a list needs several pages. */
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

	/** Ends the account's link to AWS. What it has at Meta is out of reach from then on. */
	unlink(account: BusinessAccount): void {
		this.businessAccounts.splice(this.businessAccounts.indexOf(account), 1);
		this.#templates.delete(account.id);
		this.#flows.delete(account.id);
		for (const { arn } of [account, ...account.phoneNumbers]) this.tags.forget(arn);
	}

	/** Returns the ARN of something that can have tags. */
	taggable(arn: string): string {
		if ([...this.businessAccounts, ...this.phoneNumbers].every((one) => one.arn !== arn))
			throw invalidParameters(`The resource ${arn} does not exist.`);
		return arn;
	}

	templates(idOrArn: string): Templates {
		return ofAccount(this.#templates, this.businessAccount(idOrArn), () => this.#newTemplates());
	}

	flows(idOrArn: string): Flows {
		return ofAccount(this.#flows, this.businessAccount(idOrArn), () => this.#newFlows());
	}

	addTemplates(idOrArn: string, count: number): Template[] {
		return this.templates(idOrArn).add(count);
	}

	addFlows(idOrArn: string, count: number): Flow[] {
		return this.flows(idOrArn).add(count);
	}

	addLibraryTemplates(count: number): LibraryTemplate[] {
		return this.library.add(count);
	}

	/** Ends every review at once, with success. */
	approveTemplates(): void {
		for (const templates of this.#templates.values()) templates.approveAll();
	}

	expirePageTokens(): void {
		this.pages.expireTokens();
	}

	/** Meta's numbers go up, and are the same on every run. */
	nextMetaId(): string {
		this.#lastMetaId += 1n;
		return String(this.#lastMetaId);
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
		this.#lastMetaId = 1_427_005_110_020_000n;
		this.reviewMilliseconds = defaultReview;
		for (const part of [this.library, this.tags, this.signups, this.calls]) part.reset();
		this.#templates.clear();
		this.#flows.clear();
		for (const [index, { id, name }] of this.businessAccounts.entries()) {
			this.#templates.set(id, this.#newTemplates(seedTemplates(name)));
			this.#flows.set(id, this.#newFlows(index === 0 ? seedFlows() : []));
		}
	}

	#newTemplates(seeds: TemplateSeed[] = []): Templates {
		return new Templates(
			() => this.nextMetaId(),
			() => this.reviewMilliseconds,
			seeds,
		);
	}

	#newFlows(seeds: FlowSeed[] = []): Flows {
		return new Flows(() => this.nextMetaId(), seeds);
	}
}

/** A business account that was added later starts out empty. */
function ofAccount<T>(all: Map<string, T>, { id }: BusinessAccount, make: () => T): T {
	const known = all.get(id) ?? make();
	all.set(id, known);
	return known;
}
