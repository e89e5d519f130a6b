import type { IDataObject } from 'n8n-workflow';
import { isRecord, record } from '../../form/unknown';
import type { AwsClient, ServiceRequest } from '../transport/client';
import { Step, type Effect } from '../transport/step';
import { ACTIONS, type ActionName, type PagedActionName } from './actions';
import { elementsOf, type Page } from './paginate';
import { promisedBody } from './promisedBody';

/** What a request of the service names: in its query, in its body, or in both. */
export type Members = Pick<ServiceRequest, 'qs' | 'body'>;

/**
 * @param step what the request does, or the step that is to know of it
 * @returns the answer with all that the action promises
 */
export async function sendAction(
	client: AwsClient,
	name: ActionName,
	members: Members,
	step: Effect | Step,
): Promise<IDataObject> {
	const { method, url, promises } = ACTIONS[name];
	const request = { action: `social-messaging:${name}`, method, url, ...members };
	const known = typeof step === 'string' ? new Step(step) : step;
	const answer = client.step(known, name, async (attempt) =>
		promisedBody(await attempt('social-messaging', request), promises),
	);
	return await answer.catch((failure: unknown) => {
		if (known.isDoneAfterAll(failure)) return {};
		throw failure;
	});
}

const records = (value: unknown): IDataObject[] =>
	Array.isArray(value) ? value.filter(isRecord) : [];

/** AWS's limit for `maxResults` on every list of the service. */
const LARGEST_PAGE = 100;

interface PageSettings {
	nextToken?: string;
	/** Number of elements that are of use; by default as many as AWS gives at once. */
	wanted?: number;
	step?: Effect | Step;
}

/** One page of a list of the service. */
export async function getPage(
	client: AwsClient,
	name: PagedActionName,
	members: Members,
	{ nextToken, wanted = LARGEST_PAGE, step = 'read' }: PageSettings = {},
): Promise<Page<IDataObject>> {
	const { method, elements } = ACTIONS[name];
	const place = method === 'GET' ? 'qs' : 'body';
	const page = { maxResults: Math.min(LARGEST_PAGE, wanted), ...(nextToken ? { nextToken } : {}) };
	const { [elements]: found, nextToken: next } = await sendAction(
		client,
		name,
		{ ...members, [place]: { ...record(members[place]), ...page } },
		step,
	);
	return {
		elements: records(found),
		nextToken: typeof next === 'string' && next ? next : undefined,
	};
}

/** The elements of a list of the service, as `elementsOf` gives them. */
export async function listAll(
	client: AwsClient,
	name: PagedActionName,
	members: Members = {},
	{ limit, step }: { limit?: number; step?: Step } = {},
): Promise<IDataObject[]> {
	return await elementsOf(
		async (nextToken, wanted) => await getPage(client, name, members, { nextToken, wanted, step }),
		limit,
	);
}

/** The account in an answer of GetLinkedWhatsAppBusinessAccount, as far as it is read here. */
export function businessAccountIn(answer: IDataObject) {
	const { phoneNumbers, eventDestinations } = record(answer.account);
	return { phoneNumbers: records(phoneNumbers), eventDestinations: records(eventDestinations) };
}

export async function getBusinessAccount(client: AwsClient, id: string) {
	const members = { qs: { id } };
	return businessAccountIn(
		await sendAction(client, 'GetLinkedWhatsAppBusinessAccount', members, 'read'),
	);
}

/** The ID of the business account that a phone number belongs to. */
export async function accountOfPhoneNumber(client: AwsClient, id: string): Promise<string> {
	const { linkedWhatsAppBusinessAccountId } = await sendAction(
		client,
		'GetLinkedWhatsAppBusinessAccountPhoneNumber',
		{ qs: { id } },
		'read',
	);
	return String(linkedWhatsAppBusinessAccountId);
}

/** A template by its ID, or its name and language; the answer holds the definition as JSON text. */
export async function getTemplate(
	client: AwsClient,
	businessAccountId: string,
	chosen: IDataObject,
): Promise<IDataObject> {
	const qs = { id: businessAccountId, ...chosen };
	return await sendAction(client, 'GetWhatsAppMessageTemplate', { qs }, 'read');
}
