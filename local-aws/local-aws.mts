import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Faults } from './http/faults.mts';
import { Recorder } from './http/recorder.mts';
import type { RecordedRequest } from './http/recorder.mts';
import type { LoopbackServer } from './http/loopback-server.mts';
import { serve } from './http/service-server.mts';
import { accountId, credentials, expired, region, temporary } from './sts/identities.mts';
import { Phone } from './phone/phone.mts';
import { servePhone } from './phone/server.mts';
import { roles } from './sts/roles.mts';
import { bucketAccess } from './s3/bucket-access.mts';
import type { BucketAccess } from './s3/bucket-access.mts';
import { ObjectStore } from './s3/object-store.mts';
import { s3 } from './s3/service.mts';
import { Sessions } from './sts/sessions.mts';
import { Account } from './social-messaging/account.mts';
import { socialMessaging } from './social-messaging/service.mts';
import { signingCertificate } from './sns/certificate.mts';
import { snsService } from './sns/service.mts';
import { Sns } from './sns/sns.mts';
import { WhatsAppEvents } from './sns/whatsapp-events.mts';
import { sts } from './sts/service.mts';

export interface LocalAwsOptions {
	/** 0, the default, takes any free port. */
	ports?: Partial<Record<'socialMessaging' | 's3' | 'sns' | 'sts' | 'phone', number>>;
	/** Where objects and media are kept while it runs. */
	directory?: string;
}

export interface LocalAws {
	region: typeof region;
	accountId: typeof accountId;
	/** Valid, and valid forever. */
	credentials: typeof credentials;
	/** Valid, with a session token. */
	temporary: typeof temporary;
	/** Correct, but too late. */
	expired: typeof expired;
	/** ARNs for STS AssumeRole, with what else is needed to assume them. */
	roles: typeof roles;
	/** The sessions that AssumeRole issued. */
	sessions: Pick<Sessions, 'expireAll' | 'issued' | 'lifetimeSeconds'>;
	endpoints: { socialMessaging: string; s3: string; sns: string; sts: string };
	phoneUrl: string;
	/** Every request received, the refused ones too, in order of arrival. */
	requests: RecordedRequest[];
	inFlight: { now: number; most: number };
	faults: Pick<Faults, 'add' | 'remove' | 'clear'>;
	account: Account;
	/** What the recipients' phones show, oldest first. */
	phone: Pick<Phone, 'messages' | 'written' | 'timeline' | 'write'>;
	/** Topics, subscriptions, and what is posted to the subscribers. */
	sns: Sns;
	/** What AWS reports about messages, to the event destination of the number's account. */
	events: WhatsAppEvents;
	s3: BucketAccess;
	/** Back to the seed. Requests that are being delayed are cut off. */
	reset(): Promise<void>;
	close(): Promise<void>;
}

/** Starts the stand-in for AWS. Nothing outside this machine can reach it, and it reaches nothing. */
export async function startLocalAws({
	ports = {},
	directory = tmpdir(),
}: LocalAwsOptions = {}): Promise<LocalAws> {
	await mkdir(directory, { recursive: true });
	const home = await mkdtemp(join(directory, 'local-aws-'));
	const mediaDirectory = join(home, 'media');
	const objects = new ObjectStore(join(home, 'objects'));
	const account = new Account();
	const sns = new Sns(await signingCertificate());
	const events = new WhatsAppEvents(account, sns);
	const phone = new Phone(account, events, mediaDirectory);
	const recorder = new Recorder();
	const faults = new Faults();
	const sessions = new Sessions();

	async function reset(): Promise<void> {
		faults.reset();
		recorder.reset();
		sessions.reset();
		account.reset();
		phone.reset();
		await sns.reset();
		await rm(mediaDirectory, { recursive: true, force: true });
		await mkdir(mediaDirectory);
		await objects.reset();
	}
	await reset();

	const servers: LoopbackServer[] = [];
	async function close(): Promise<void> {
		faults.reset();
		await sns.reset();
		await Promise.all(servers.map((server) => server.close()));
		await rm(home, { recursive: true, force: true });
	}
	async function start(starting: Promise<LoopbackServer>): Promise<string> {
		const server = await starting;
		servers.push(server);
		return server.url;
	}
	async function startAll(): Promise<LocalAws['endpoints'] & { phone: string }> {
		const s3Url = await start(serve(s3(objects), ports.s3 ?? 0, recorder, faults, sessions));
		const world = { account, objects, phone, sessions, mediaDirectory, s3Endpoint: s3Url };
		return {
			s3: s3Url,
			socialMessaging: await start(
				serve(socialMessaging(world), ports.socialMessaging ?? 0, recorder, faults, sessions),
			),
			sts: await start(serve(sts(sessions), ports.sts ?? 0, recorder, faults, sessions)),
			sns: await start(serve(snsService(sns), ports.sns ?? 0, recorder, faults, sessions)),
			phone: await start(servePhone({ phone, faults, reset }, ports.phone ?? 0)),
		};
	}
	const { phone: phoneUrl, ...endpoints } = await startAll().catch(async (error: unknown) => {
		// A port is taken: what did start must not keep the process alive.
		await close();
		throw error;
	});

	sns.endpoint = endpoints.sns;

	return {
		region,
		accountId,
		credentials,
		temporary,
		expired,
		roles,
		sessions,
		endpoints,
		phoneUrl,
		requests: recorder.requests,
		inFlight: recorder.inFlight,
		faults,
		account,
		phone,
		sns,
		events,
		s3: bucketAccess(objects, endpoints.s3),
		reset,
		close,
	};
}
