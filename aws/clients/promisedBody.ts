import type { IDataObject, IN8nHttpFullResponse } from 'n8n-workflow';
import { isMarked } from '../errors/errorResponse';
import { UnusableResponse } from '../errors/errors';
import { isRecord } from '../../form/unknown';

/** What came instead of a JSON object, in words. */
function nameOf(body: unknown): string {
	if (body === undefined || body === '') return 'an empty response';
	if (body === null) return 'null';
	if (Array.isArray(body)) return 'a list';
	if (typeof body === 'object') return 'an object';
	if (typeof body !== 'string') return `a ${typeof body}`;
	return /^\s*</.test(body) ? 'a web page or another document' : 'text that is not valid JSON';
}

/** Longer than any ID or handle of AWS's or WhatsApp's. */
const MOST_ID_CHARACTERS = 10_000;

/** Whether a member says something; an ID has to be a text that can be one. */
function isGiven(member: string, value: unknown): boolean {
	const isId = /(Id|Handle)$/.test(member);
	if (typeof value !== 'string') return value !== undefined && value !== null && !isId;
	return value.trim() !== '' && (!isId || value.length <= MOST_ID_CHARACTERS);
}

/**
 * The JSON document of an answer that went well, as the API promises it.
 *
 * @param promises members that every valid response has
 * @throws UnusableResponse when it is not a JSON object or lacks what is promised: then nobody
 * knows whether the request was carried out
 */
export function promisedBody(
	{ statusCode, headers, body }: Pick<IN8nHttpFullResponse, 'statusCode' | 'headers' | 'body'>,
	promises: readonly string[],
): IDataObject {
	const document: unknown = body;
	// Where the answer itself says nothing, only AWS's request ID shows that it is AWS's.
	if (promises.length === 0 && !isMarked(headers)) {
		throw new UnusableResponse(`HTTP ${statusCode} without a request ID of AWS`);
	}
	if (promises.length === 0 && (document === '' || document === undefined)) return {};
	if (!isRecord(document) || Buffer.isBuffer(document)) {
		throw new UnusableResponse(`HTTP ${statusCode} with ${nameOf(document)}`);
	}
	const missing = promises.filter((member) => !isGiven(member, document[member]));
	if (missing.length > 0) {
		throw new UnusableResponse(
			`HTTP ${statusCode} without ${missing.map((member) => `"${member}"`).join(' and ')}`,
		);
	}
	return document;
}
