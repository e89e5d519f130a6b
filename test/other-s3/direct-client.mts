/** The way of this package to an S3 server, without n8n in between, with a note of every answer. */
import type { IHttpRequestOptions } from 'n8n-workflow';
import { AwsClient } from '../../aws/transport/client.ts';
import { signRequest } from '../../aws/transport/request.ts';
import type { Caller } from '../../aws/transport/sendSigned.ts';
import type { AwsKeys } from '../../aws/transport/signing.ts';

export interface DirectClient {
	client: AwsClient;
	/** Method, status and name of the error, e.g. "PUT 412 PreconditionFailed", in order of arrival. */
	answers: string[];
}

export function directClient(s3: string, keys: AwsKeys): DirectClient {
	const answers: string[] = [];
	const endpoints = { region: 'us-east-1', custom: { s3 } };
	const httpRequestWithAuthentication = async (_name: string, request: IHttpRequestOptions) => {
		const { url, method = 'GET', headers, body } = await signRequest(request, keys, endpoints);
		const answer = await fetch(url, {
			method,
			headers: headers as Record<string, string>,
			body: body as string | undefined,
		});
		const text = await answer.text();
		const [, name = ''] = /<Code>(.*?)<\/Code>/.exec(text) ?? [];
		answers.push(`${method} ${answer.status} ${name}`.trim());
		const told: Record<string, string> = {};
		answer.headers.forEach((value, header) => (told[header] = value));
		return { statusCode: answer.status, headers: told, body: text };
	};
	const caller = {
		getExecutionCancelSignal: () => undefined,
		helpers: { httpRequestWithAuthentication },
	};
	return { client: new AwsClient(caller as unknown as Caller), answers };
}
