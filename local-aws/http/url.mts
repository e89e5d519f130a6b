/** Path and query of a request line, undecoded: signatures cover them as they were sent. */
export function splitUrl(url: string): { path: string; query: URLSearchParams } {
	const mark = url.indexOf('?');
	return mark < 0
		? { path: url, query: new URLSearchParams() }
		: { path: url.slice(0, mark), query: new URLSearchParams(url.slice(mark + 1)) };
}
