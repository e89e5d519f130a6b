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
import type { Bucket } from '../aws/store/store';
import type { Paces } from '../aws/transport/pace';
import type { Step } from '../aws/transport/step';

/** Takes a line about the run for whoever looks after n8n: how far it is, or what became of it. */
export type Tell = (level: 'info' | 'warn', line: string) => void;

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

/** What there is to do for an item. */
interface Work {
	form: Form;
	input: InputItem;
	/** What is shared by all items of the run. */
	memory: Memory;
	/** What the credential names, for files and for the store. */
	bucket: Bucket | undefined;
	action: ActionName;
	/** What the operation is there for: its other requests only help. */
	own: Step;
	/** Ends when no further item is to be started. */
	over: AbortSignal;
	tell: Tell;
}

/** One item at work: its form, the operation's own request, and the way to AWS. */
export class ItemRequest extends AwsClient<Runner> {
	/** What the operation's own request names, to be filled in. */
	readonly request: { qs: IDataObject; body: IDataObject } = { qs: {}, body: {} };

	readonly form: Form;

	readonly input: InputItem;

	readonly memory: Memory;

	readonly bucket: Bucket | undefined;

	readonly own: Step;

	readonly tell: Tell;

	private readonly action: ActionName;

	constructor(
		runner: Runner,
		transport: Partial<IHttpRequestOptions>,
		paces: Paces,
		{ form, input, memory, bucket, action, own, over, tell }: Work,
	) {
		super(runner, transport, paces, undefined, over);
		this.form = form;
		this.input = input;
		this.memory = memory;
		this.bucket = bucket;
		this.action = action;
		this.own = own;
		this.tell = tell;
	}

	/** Sends the operation's own request. */
	async send(changes: Members = {}): Promise<IDataObject> {
		return await sendAction(this, this.action, { ...this.request, ...changes }, this.own);
	}
}
