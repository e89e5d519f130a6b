import { sleep, type IHookFunctions, type IWebhookFunctions } from 'n8n-workflow';
import { DescribedError } from '../../../aws/errors/errors';
import { Events, type EventTimes } from '../../../aws/store/events';
import { S3Store } from '../../../aws/store/s3Store';
import type { Bucket } from '../../../aws/store/store';
import { AwsClient } from '../../../aws/transport/client';
import { orCanceled } from '../../../aws/transport/pause';
import { CREDENTIAL } from '../../../aws/transport/sendSigned';
import { bucketOf } from '../../../credentials/bucket';
import { noBucket, openStore } from '../../../engine/store';
import { reasonOf } from '../failure';
import { isWithin, MINUTE_MS } from '../lookUps';
import type { TriggerContext } from '../settings';
import { patientConnection } from '../subscription/connection';
import { ownerId, triggerId } from '../subscription/identity';
import { KNOWN_FOR_MS } from './deduplication';

/**
 * A claim is renewed every 20 s while n8n is at work, so that a minute without a word means that its
 * process is dead. SNS comes again until then, and for an hour in all.
 */
const TIMES: EventTimes = { leaseMs: 60_000, knownMs: KNOWN_FOR_MS };

/** SNS waits 15 s for an answer, in which a file may be downloaded and the execution saved as well. */
const LONGEST_MS = 5_000;
/** In a burst, n8n may be too busy to hear what S3 has answered. That time does not count, up to this limit. */
const LONGEST_WITH_DELAYS_MS = 10_000;
const STEP_MS = 250;
/** S3 usually answers in a few hundredths of a second: one that hangs is asked again in time. */
const LONGEST_ANSWER_MS = 3_000;

/** The bucket, as far as this process can use it. */
export interface SharedEvents {
	/**
	 * Does what needs the bucket, as long as the sender of the events can wait.
	 *
	 * @throws what the work throws, what opening the bucket throws, and where it takes too long
	 */
	inTime(work: (events: Events) => Promise<void>): Promise<void>;
	/** Tells a person that the bucket could not be used, but once a minute at most. */
	warn(what: string, failure: unknown): void;
}

class SlowStore extends DescribedError {
	readonly known = 'notKnown';
}

/** @throws FieldError where the credential names no bucket, and CredentialError */
async function bucketIn(context: TriggerContext): Promise<Bucket> {
	const bucket = bucketOf(await context.getCredentials(CREDENTIAL));
	if (!bucket) throw noBucket("'Remember Events In' keeps its records");
	return bucket;
}

/**
 * Makes sure that the bucket can be used, when the trigger is switched on and not when an event arrives.
 *
 * @throws FieldError where the credential names no bucket, CredentialError, UnfitStore, and what S3 refuses
 */
export async function checkBucket(context: IHookFunctions): Promise<void> {
	await openStore(patientConnection(context), await bucketIn(context));
}

async function open(context: IWebhookFunctions, signal: AbortSignal): Promise<Events> {
	const bucket = await bucketIn(context);
	const { lasting } = await openStore(new AwsClient(context), bucket);
	const waiting: IWebhookFunctions = Object.create(context, {
		getExecutionCancelSignal: { value: () => signal },
	});
	const client = new AwsClient(waiting, { timeout: LONGEST_ANSWER_MS });
	const store = new S3Store(client, bucket.name);
	return new Events({ store, lasting }, ownerId(context), TIMES);
}

/** Ends the work when S3 has had its time. */
async function limit(over: AbortController): Promise<void> {
	const end = Date.now() + LONGEST_WITH_DELAYS_MS;
	for (let ms = 0; ms < LONGEST_MS && Date.now() < end; ms += STEP_MS) {
		await sleep(STEP_MS);
		if (over.signal.aborted) return;
	}
	over.abort();
}

/** When a warning was given last, by trigger, in ms since 1970. */
const warned = new Map<string, number>();

/** The bucket of the credential, for a trigger that has received something. */
export const sharedEvents = (context: IWebhookFunctions): SharedEvents => ({
	async inTime(work) {
		const over = new AbortController();
		const { signal } = over;
		void limit(over);
		const working = open(context, signal).then(async (events) => await work(events));
		await orCanceled(working, signal)
			.catch((failure: unknown) => {
				if (!signal.aborted) throw failure;
				throw new SlowStore(
					`S3 did not respond within ${LONGEST_MS / 1000} seconds`,
					'The event was passed on without waiting any longer.',
				);
			})
			.finally(() => over.abort());
	},

	warn(what, failure) {
		const trigger = triggerId(context);
		const now = Date.now();
		if (isWithin(warned.get(trigger) ?? -Infinity, MINUTE_MS, now)) return;
		warned.set(trigger, now);
		context.logger.warn(`WhatsApp trigger: ${what}. ${reasonOf(context, failure)}`);
	},
});
