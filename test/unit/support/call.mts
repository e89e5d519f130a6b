import type {
	IBinaryData,
	IExecutePaginationFunctions,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';
import { Call } from '../../../nodes/AwsWhatsApp/request/call.ts';
import { formOf } from './message.mts';

export interface Station {
	/** What n8n was asked to send, in order. */
	requests: IHttpRequestOptions[];
	call: Call;
}

/**
 * An item at work whose requests end at n8n's door: each is noted and answered by a media ID.
 *
 * @param files the files of the item, by field name
 */
export function callWith(
	values: Record<string, unknown>,
	files: Record<string, IBinaryData> = {},
): Station {
	const requests: IHttpRequestOptions[] = [];
	const send = async (
		_credential: string,
		request: IHttpRequestOptions,
	): Promise<IN8nHttpFullResponse> => {
		requests.push(request);
		return { statusCode: 200, headers: {}, body: { mediaId: '1013859600285441' } };
	};
	const helpers = {
		httpRequestWithAuthentication: send,
		assertBinaryData: (field: string) => {
			const file = Object.hasOwn(files, field) ? files[field] : undefined;
			if (!file) throw new Error('no such file');
			return file;
		},
	};
	const context: unknown = {
		helpers,
		getExecutionCancelSignal: () => undefined,
		getInputData: () => ({ json: {}, binary: files }),
	};
	const request = { method: 'POST' as const, url: '/v1/whatsapp/media', qs: {}, body: {} };
	const call = new Call(
		context as IExecutePaginationFunctions,
		formOf(values),
		request,
		'once',
		{},
	);
	return { requests, call };
}
