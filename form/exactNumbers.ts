/** Whether there may be a number that is not exact: a quick look, which takes some texts for numbers. */
const LONG_NUMBER = /(?:^|[[:,\s-])(?:[\d.]{16}|[\d.]+e[+-]?\d{3})/i;

const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi;

/** Numbers with at most 15 digits keep them, unless they are extremely large or small. */
const FEW_DIGITS = /^-?(?:\d\.?){1,15}(?:e[+-]?\d{1,2})?$/i;

function keepsItsDigits(written: string): boolean {
	if (FEW_DIGITS.test(written)) return true;
	const number = Number(written);
	const isWhole = /^-?\d+$/.test(written);
	return String(number) === written && (!isWhole || Number.isSafeInteger(number));
}

/**
 * JSON in which numbers that JavaScript would round are texts with their digits: whole ones beyond 2^53, as
 * WhatsApp's IDs may be, and others with more than about 15 digits. What is a number and what stands in a
 * text differ only in the JSON itself, and its reader tells how a number was written only from Node 22 on.
 *
 * @throws SyntaxError where the text is not JSON
 */
export function parseExactly(json: string): unknown {
	const parsed: unknown = JSON.parse(json);
	if (!LONG_NUMBER.test(json)) return parsed;
	const exact = json.replace(STRING_OR_NUMBER, (part) =>
		part.startsWith('"') || keepsItsDigits(part) ? part : `"${part}"`,
	);
	return exact === json ? parsed : JSON.parse(exact);
}
