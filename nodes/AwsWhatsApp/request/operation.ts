import type {
	IBinaryKeyData,
	IDataObject,
	IHttpRequestMethods,
	INodeProperties,
} from 'n8n-workflow';
import type { Call } from './call';
import type { Form } from './form';
import type { Reader } from './readers';
import type { Effect } from './step';

/** An output item that carries a file. */
export class ItemWithFile {
	constructor(
		readonly json: IDataObject,
		readonly binary: IBinaryKeyData,
	) {}
}

/** What one item has to do, once its form has been read and found good. */
export type Work<T> = () => Promise<T>;

/** What an item becomes: one item, several, or one with a file. */
export type Result = IDataObject | IDataObject[] | ItemWithFile;

/** A form field whose value goes straight into a member of the request. */
export interface MemberField {
	property: INodeProperties;
	location: 'query' | 'body';
	/** The member's name in the request. */
	member: string;
	read: Reader;
}

/** A collection of optional members, e.g. 'Additional Fields'. */
export interface MemberCollection {
	property: INodeProperties;
	members: MemberField[];
}

export type Field = INodeProperties | MemberField | MemberCollection;

/** One operation as a data sheet. */
export interface Operation {
	name: string;
	value: string;
	/** Sentence for the action list and for AI agents, e.g. "Send message". */
	action: string;
	description: string;
	request: { method: IHttpRequestMethods; url: string };
	/** AWS's actions that the IAM policy has to allow, the operation's own first. */
	permissions: [string, ...string[]];
	effect: Effect;
	fields: Field[];
	/**
	 * Members that are made of several fields, or of fields that are not always shown. They go where
	 * the method has them: into the query of GET and DELETE, else into the body. Pure.
	 *
	 * @throws FieldError when AWS would not take them
	 */
	compose?: (form: Form) => IDataObject;
	/** For lists: the member of the answer that holds the elements. Pages are followed by nextToken. */
	list?: { member: string; element?: (element: IDataObject, form: Form) => IDataObject };
	/**
	 * What to do for an item where that is more than the one request. It checks everything first
	 * and does nothing; the function it returns does the work.
	 */
	plan?: (call: Call) => Promise<Work<Result>> | Work<Result>;
	/** The answer as output; by default the answer as it is. */
	result?: (answer: IDataObject, call: Call) => Result;
}

export interface Resource {
	name: string;
	value: string;
	operations: Operation[];
	/** The operation that a new node begins with. */
	startsWith: Operation;
}

export function propertyOf(field: Field): INodeProperties {
	return 'property' in field ? field.property : field;
}

/** The members that a field fills: none, one, or those of its collection. */
export function membersOf(field: Field): MemberField[] {
	if (!('property' in field)) return [];
	return 'members' in field ? field.members : [field];
}
