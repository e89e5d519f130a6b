import type {
	BinaryHelperFunctions,
	IBinaryData,
	IDataObject,
	IHttpRequestOptions,
} from 'n8n-workflow';
import type { ActionName } from '../aws/clients/actions';
import { sendAction, type Members } from '../aws/clients/socialMessaging';
import { AwsClient, type FileKeeper } from '../aws/transport/client';
import type { Form } from '../form/form';
import type { Memory } from './memory';
import type { Paces } from '../aws/transport/pace';
import type { Step } from '../aws/transport/step';

/** What runs an operation: it sends requests, and reads and keeps files. */
export type Runner = FileKeeper & {
	helpers: Pick<
		BinaryHelperFunctions,
		'prepareBinaryData' | 'getBinaryMetadata' | 'getBinaryStream'
	>;
	getTimezone(): string;
};

/** An input item as an operation sees it. */
export interface InputItem {
	json: IDataObject;
	/** Names of the fields that hold files. */
	files: string[];
	/** The file in a field, or the one that an expression gives. @throws what n8n throws where there is none */
	file(field: unknown): IBinaryData;
}

/** One item at work: its form, the operation's own request, and the way to AWS. */
export class ItemRequest extends AwsClient<Runner> {
	/** What the operation's own request names, to be filled in. */
	readonly request: { qs: IDataObject; body: IDataObject } = { qs: {}, body: {} };

	/**
	 * @param memory what is shared by all items of the run
	 * @param own what the operation is there for: its other requests only help
	 * @param over ends when no further item is to be started
	 */
	constructor(
		runner: Runner,
		transport: Partial<IHttpRequestOptions>,
		paces: Paces,
		readonly form: Form,
		readonly input: InputItem,
		readonly memory: Memory,
		readonly action: ActionName,
		readonly own: Step,
		over: AbortSignal,
	) {
		super(runner, transport, paces, undefined, over);
	}

	/** Sends the operation's own request. */
	async send(changes: Members = {}): Promise<IDataObject> {
		return await sendAction(this, this.action, { ...this.request, ...changes }, this.own);
	}
}
