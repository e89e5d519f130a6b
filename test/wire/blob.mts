/** The members that hold a JSON document as a blob. */
const BLOBS = new Set([
	'callEvent',
	'eventData',
	'flowJson',
	'message',
	'templateComponents',
	'templateDefinition',
]);

/** The document in a blob, which has to be UTF-8 JSON in base64 exactly once. */
function documentIn(member: string, blob: unknown): unknown {
	if (typeof blob !== 'string') throw new Error(`${member} is not a text`);
	const bytes = Buffer.from(blob, 'base64');
	if (bytes.toString('base64') !== blob) throw new Error(`${member} is not base64: ${blob}`);
	const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	// JSON in base64 twice would be no JSON here; JSON in quotes would be a text.
	const document: unknown = JSON.parse(text);
	if (typeof document !== 'object' || document === null) {
		throw new Error(`${member} holds no document but ${text}`);
	}
	return document;
}

/** A request's body with the documents of its blobs in their places. */
export function withDocuments(body: object): object {
	return Object.fromEntries(
		Object.entries(body).map(([member, value]) => [
			member,
			BLOBS.has(member) ? documentIn(member, value) : (value as unknown),
		]),
	);
}
