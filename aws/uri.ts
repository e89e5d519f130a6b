/** RFC 3986: also encodes the five characters that encodeURIComponent leaves, as AWS does. */
export function uriEncode(text: string): string {
	return encodeURIComponent(text).replace(
		/[!'()*]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}
