import type {
	BinaryHelperFunctions,
	IBinaryData,
	IDataObject,
	IHttpRequestOptions,
} from 'n8n-workflow';
import { AwsClient, type FileKeeper, type ServiceRequest } from '../aws/transport/client';
import type { Form } from '../form/form';
import type { Memory } from './memory';
import type { Paces } from '../aws/transport/pace';
import { Step, type Effect } from '../aws/transport/step';
import type { Known } from '../aws/transport/known';

/** Whoever runs an operation: it sends requests, and reads and keeps files. */
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
	/**
	 * The file in a field, or the file itself where an expression gives one.
	 *
	 * @throws what n8n throws where there is none
	 */
	file(field: unknown): IBinaryData;
}

/** The operation's own request: its query and body are always there, to be filled in. */
type OwnRequest = Omit<ServiceRequest, 'qs' | 'body'> & { qs: IDataObject; body: IDataObject };

interface CallSettings {
	runner: Runner;
	form: Form;
	item: InputItem;
	request: Pick<OwnRequest, 'method' | 'url'>;
	effect: Effect;
	transport: Partial<IHttpRequestOptions>;
	paces: Paces;
	memory: Memory;
	/** What is known of the item from n8n's earlier tries. */
	earlier: Known;
}

/** One item at work: its form, the operation's own request, and the way to AWS. */
export class ItemRequest extends AwsClient<Runner> {
	readonly form: Form;

	readonly item: InputItem;

	readonly request: OwnRequest;

	/** What is shared by all items of the run. */
	readonly memory: Memory;

	/** What the operation is there for: its other requests only help. */
	readonly own: Step;

	constructor({
		runner,
		form,
		item,
		request,
		effect,
		transport,
		paces,
		memory,
		earlier,
	}: CallSettings) {
		super(runner, transport, paces);
		this.form = form;
		this.item = item;
		this.request = { ...request, qs: {}, body: {} };
		this.memory = memory;
		this.own = new Step(effect, earlier);
	}

	/** Sends the operation's own request. */
	async send(changes: Partial<ServiceRequest> = {}): Promise<IDataObject> {
		return await this.social({ ...this.request, ...changes }, this.own);
	}
}
