import type { IHookFunctions } from 'n8n-workflow';
import { Connection } from '../../AwsWhatsApp/request/connection';

/** A person waits for an activation, and so does n8n's start. */
const LONGEST_ANSWER_MS = 15_000;

/** The way to AWS for switching a trigger on or off. */
export const patientConnection = (context: IHookFunctions): Connection =>
	new Connection(context, { timeout: LONGEST_ANSWER_MS });
