/**
 * A whole URL, read as browsers read it; undefined where it is none.
 *
 * Not `URL.canParse`: from some thousandth call on, Node 20 says no to any URL that is not ASCII.
 */
export function urlOf(text: string): URL | undefined {
	try {
		return new URL(text);
	} catch {
		return undefined;
	}
}
