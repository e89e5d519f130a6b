import type { IDataObject } from 'n8n-workflow';
import type { ActionName } from '../aws/clients/actions';
import type { ItemRequest } from './itemRequest';
import type { Form } from '../form/form';
import type { Lane } from './line';
import type { Result, Task } from './memory';
import type { Field } from '../form/field';
import type { Effect } from '../aws/transport/step';

/** One operation as a data sheet. */
export interface Operation {
	name: string;
	value: string;
	/** Sentence for the action list and for AI agents, e.g. "Send message". */
	action: string;
	description: string;
	/** AWS's action that does it. */
	awsAction: ActionName;
	/** Further actions that the IAM policy has to allow. */
	furtherActions?: ActionName[];
	effect: Effect;
	fields: Field[];
	/** What it adds to 'Options', which all operations have. */
	options?: Field[];
	/**
	 * Members that are made of several fields, or of fields that are not always shown. They go where
	 * the method has them: into the query of GET and DELETE, else into the body. Pure.
	 *
	 * @throws FieldError when AWS would not take them
	 */
	compose?: (form: Form) => IDataObject;
	/** For items that must not overtake each other, such as the messages to one person. Pure. */
	lane?: (form: Form) => Lane | undefined;
	/** For lists that come page by page: an element as output; by default as it is. */
	element?: (element: IDataObject, form: Form) => IDataObject;
	/**
	 * What to do for an item where that is more than the one request. It checks everything first
	 * and does nothing; the task that it returns does the work.
	 */
	prepare?: (item: ItemRequest) => Promise<Task<Result>> | Task<Result>;
	/** The answer as output; by default the answer as it is. */
	result?: (answer: IDataObject, item: ItemRequest) => Result;
}

export interface Resource {
	name: string;
	value: string;
	operations: Operation[];
	/** The operation that a new node begins with. */
	startsWith: Operation;
}
