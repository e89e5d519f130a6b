import type { IDataObject, IN8nHttpFullResponse } from 'n8n-workflow';
import type { Action } from '../../../aws/actions';
import { UnusableAnswer } from './failures';
import { isJsonObject } from './json';

/** What came in place of a JSON object, in words. */
function nameOf(body: unknown): string {
	if (body === undefined || body === '') return 'an empty answer';
	if (body === null) return 'null';
	if (Array.isArray(body)) return 'a list';
	if (typeof body !== 'string') return `a ${typeof body}`;
	return /^\s*</.test(body) ? 'a web page or another document' : 'a text that is not valid JSON';
}

/**
 * The JSON document of an answer that went well, as the API promises it.
 *
 * @param action what was asked for; undefined where nothing is promised
 * @throws UnusableAnswer when it is no JSON object or lacks what is promised: then nobody knows whether
 * the request was carried out
 */
export function promisedBody(
	{ statusCode, body }: Pick<IN8nHttpFullResponse, 'statusCode' | 'body'>,
	action: Action | undefined,
): IDataObject {
	const promises = action?.promises ?? [];
	const document: unknown = body;
	if (promises.length === 0 && (document === '' || document === undefined)) return {};
	if (!isJsonObject(document) || Buffer.isBuffer(document)) {
		throw new UnusableAnswer(`HTTP ${statusCode} with ${nameOf(document)}`);
	}
	const missing = promises.filter(
		(member) => document[member] === undefined || document[member] === null,
	);
	if (missing.length > 0) {
		throw new UnusableAnswer(
			`HTTP ${statusCode} without ${missing.map((member) => `"${member}"`).join(' and ')}`,
		);
	}
	return document;
}
