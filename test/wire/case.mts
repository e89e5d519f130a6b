import type { InputBinary, Json } from '../engine/engine.mts';
import type { LocalAws } from '../../local-aws/index.mts';
import { wireOfSdk, type SdkAction, type SdkInput } from './sdk.mts';
import { sortedQuery, type WireRequest } from './wire.mts';

/** What a node is given, whatever is expected of it. */
interface Filled {
	name: string;
	parameters: Json;
	/** Data of the incoming item, for expressions. */
	item?: Json;
	file?: InputBinary;
	/** Phone number of an old upload that the store knows. */
	oldUploadOf?: string;
}

/** A filled form of the node, and the request that it has to become. */
export interface Case extends Filled {
	resource: string;
	operation: string;
	action: string;
	expected(nextToken?: string): Promise<WireRequest>;
	/** Input of the SDK's command, if the SDK has the action. */
	input?: object;
	/** Gives the stand-in more than one page of a list, whose second is the one to compare. */
	secondPage?: (account: LocalAws['account']) => unknown;
}

type Place = [resource: string, operation: string];

interface SdkRow<Action extends SdkAction> extends Filled, Pick<Case, 'secondPage'> {
	input: SdkInput<Action>;
	/** Members of the body that the API has by its documents, and the SDK not yet. */
	newMembers?: Json;
}

/** Cases of an action that the SDK has: the node's request has to be the SDK's. */
export function comparedWithSdk<Action extends SdkAction>(
	[resource, operation]: Place,
	action: Action,
	rows: Array<SdkRow<Action>>,
): Case[] {
	return rows.map(({ newMembers, ...row }) => ({
		...row,
		resource,
		operation,
		action,
		expected: async (nextToken) => {
			const more = nextToken === undefined ? {} : { nextToken };
			const request = await wireOfSdk(action, { ...row.input, ...newMembers, ...more });
			return newMembers
				? { ...request, body: { ...(request.body as object), ...newMembers } }
				: request;
		},
	}));
}

interface Documented extends Pick<WireRequest, 'method' | 'path' | 'contentType'> {
	action: string;
}

interface DocumentedRow extends Filled {
	query?: Record<string, string>;
	/** With the documents of blobs as they are before encoding. */
	body?: Json;
}

/** Cases of an action that the SDK does not have: the request is written out from AWS's documents. */
export function comparedWithDocuments(
	[resource, operation]: Place,
	{ action, method, path, contentType }: Documented,
	rows: DocumentedRow[],
): Case[] {
	return rows.map(({ query = {}, body, ...row }) => ({
		...row,
		resource,
		operation,
		action,
		expected: async () => ({ method, path, query: sortedQuery(query), contentType, body }),
	}));
}
