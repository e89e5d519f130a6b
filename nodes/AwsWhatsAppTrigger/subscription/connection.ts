import type { IHookFunctions } from 'n8n-workflow';
import { AwsClient } from '../../../aws/transport/client';
import type { TriggerContext } from '../settings';

/** The way to AWS of a trigger, which knows the trigger itself. */
export type TriggerClient = AwsClient<TriggerContext>;

/** A person waits for an activation, and so does n8n's start. */
const LONGEST_ANSWER_MS = 15_000;

/** The way to AWS for switching a trigger on or off. */
export const patientConnection = (context: IHookFunctions): TriggerClient =>
	new AwsClient(context, { timeout: LONGEST_ANSWER_MS });
