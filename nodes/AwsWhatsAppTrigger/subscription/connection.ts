import type { IHookFunctions } from 'n8n-workflow';
import { AwsClient } from '../../../aws/transport/client';

/** A person waits for an activation, and so does n8n's start. */
const LONGEST_ANSWER_MS = 15_000;

/** The way to AWS for switching a trigger on or off. */
export const patientConnection = (context: IHookFunctions): AwsClient =>
	new AwsClient(context, { timeout: LONGEST_ANSWER_MS });
