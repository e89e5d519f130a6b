import type { IBinaryData, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import { ItemRequest, type Runner } from '../../../engine/itemRequest.ts';
import { Memory } from '../../../engine/memory.ts';
import { Paces } from '../../../aws/transport/pace.ts';
import { Step } from '../../../aws/transport/step.ts';
import { formOf } from './message.mts';

export interface Station {
	/** What n8n was asked to send, in order. */
	requests: IHttpRequestOptions[];
	item: ItemRequest;
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
		if (request.url.startsWith('https://s3.')) {
			const isRemoval = request.method === 'DELETE';
			return { statusCode: isRemoval ? 204 : 200, headers: { etag: '"1"' }, body: '' };
		}
		return { statusCode: 200, headers: {}, body: { mediaId: '1013859600285441' } };
	};
	const context: unknown = {
		helpers: { httpRequestWithAuthentication: send },
		getExecutionCancelSignal: () => undefined,
		getTimezone: () => 'Europe/Berlin',
	};
	const item = new ItemRequest(context as Runner, {}, new Paces(), {
		form: formOf(values),
		input: {
			json: {},
			files: Object.keys(files),
			file: (field) => {
				const file = Object.hasOwn(files, String(field)) ? files[String(field)] : undefined;
				if (!file) throw new Error('no such file');
				return file;
			},
		},
		memory: new Memory(),
		bucket: undefined,
		action: 'PostWhatsAppMessageMedia',
		own: new Step('once'),
		over: new AbortController().signal,
		tell: () => undefined,
	});
	return { requests, item };
}
