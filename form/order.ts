/** Alphabetical order of labels. `localeCompare` would load ICU's data when n8n starts, for tens of ms. */
export function alphabetically(a: string, b: string): number {
	const [first, second] = [a.toLowerCase(), b.toLowerCase()];
	if (first === second) return 0;
	return first < second ? -1 : 1;
}
