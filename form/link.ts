import { firstMatching } from './characters';
import { grouped, howMany } from './counts';
import { urlOf } from './url';
import { FieldError } from './fieldError';
import type { Reader } from './readers';
import { allows, checkText, quoted, type LimitOwner } from './rule';

/** How long a link may be, in characters of what is sent, which is ASCII only, and what it begins with. */
export type LinkRule = ({ maxLength: number; by: LimitOwner } | { maxLength?: undefined }) & {
	/** `web` if nothing is said. */
	begins?: keyof typeof BEGINNINGS;
};

const BEGINNINGS = {
	web: {
		what: 'a valid URL',
		pattern: /^https?:\/\/[^/\\]/i,
		format: 'https:// or http:// and a host name, e.g. https://example.com/a',
	},
	https: {
		what: 'a valid URL',
		pattern: /^https:\/\/[^/\\]/i,
		format: 'https:// and a host name, e.g. https://example.com/a',
	},
	app: {
		what: 'a valid app link',
		pattern: /^[a-z][a-z0-9+.-]*:\/\/./i,
		format: 'the scheme of an app, e.g. example://orders',
	},
};

/**
 * What a link silently loses when it is parsed, or what is invisible in it: it was not meant to
 * be there. A space and the joiners of Persian and of emoji are not among them.
 */
const LOST =
	/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00a0\u00ad\u061c\u1680\u180e\u2000-\u200b\u200e\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\\]/u;

/** A field can contain only one of these. In a query, one can be the value of a parameter. */
const SECOND_LINK = /\shttps?:\/\/|^[^?#]*[,;|]https?:\/\//i;

/** "https://https://example.com": nobody means the host "https" with a port that is not there. */
const EMPTY_PORT = /^[^/]*\/\/[^/?#]*:(?:[/?#]|$)/;

/** What n8n has not computed because the field is not an expression. */
const NOT_COMPUTED = /\{\{[^]*\}\}/;

/** Whether a text is meant as a link, valid or not. */
export const looksLikeLink = (text: string): boolean => /^https?:/i.test(text);

/** Refuses what a link would lose on its way, naming the first such character and its place. */
export function checkLinkCharacters(text: string, label: string): void {
	const lost = firstMatching(text, LOST);
	if (!lost) return;
	throw new FieldError(
		`'${label}' contains a character that is not allowed in a URL`,
		`Character ${lost.position} is ${lost.name}. Remove it, or percent-encode it.`,
	);
}

function notALink(shown: string, label: string, rule: LinkRule): FieldError {
	const { what, pattern, format } = BEGINNINGS[rule.begins ?? 'web'];
	const reason = pattern.test(shown)
		? 'Its host or port is invalid.'
		: `It must begin with ${format}.`;
	return new FieldError(`'${label}' is not ${what}`, `You entered ${quoted(shown)}. ${reason}`);
}

/**
 * @param shown what an error shows of it: the text before its variables were replaced
 * @throws FieldError for what is not filled in yet, begins otherwise, or is more than one link
 */
function checkMeant(text: string, label: string, rule: LinkRule, shown = text): void {
	if (NOT_COMPUTED.test(text)) {
		throw new FieldError(
			`'${label}' contains an expression that n8n did not evaluate`,
			`You entered ${quoted(shown)}. Switch the field from Fixed to Expression.`,
		);
	}
	if (!BEGINNINGS[rule.begins ?? 'web'].pattern.test(text)) throw notALink(shown, label, rule);
	checkLinkCharacters(shown, label);
	if (!SECOND_LINK.test(text)) return;
	throw new FieldError(
		`'${label}' contains more than one URL`,
		`You entered ${quoted(shown)}. Enter only one, and encode its spaces as %20.`,
	);
}

function shortEnough(sent: string, label: string, rule: LinkRule): string {
	if (rule.maxLength === undefined || sent.length <= rule.maxLength) return sent;
	throw new FieldError(
		`'${label}' is too long`,
		`It has ${howMany(sent.length, 'character')} when encoded; ${allows(rule.by)} at most ${grouped(rule.maxLength)}. Shorten it.`,
	);
}

/** "2024" and "24/7" are hosts to the parser, which makes 0.0.7.232 of the first. */
const isCounted = ({ hostname }: URL, text: string) =>
	/^[\d.]+$/.test(hostname) && !text.includes(hostname);

/** @throws FieldError as `linkOf`; `shown` is the text before its variables were replaced */
function parsed(text: string, label: string, rule: LinkRule, shown = text): string {
	checkMeant(text, label, rule, shown);
	const url = EMPTY_PORT.test(text) ? undefined : urlOf(text);
	if (!url || isCounted(url, text)) throw notALink(shown, label, rule);
	return url.href === `${text}/` ? text : url.href;
}

/**
 * A link as it is sent: as the WHATWG URL parser of every browser writes it, with spaces and umlauts
 * encoded, but without the slash that it adds after a bare host.
 *
 * @throws FieldError for what is not a URL, is more than one, is too long, or holds what the parser
 * would drop or turn into something else
 */
export function linkOf(text: string, label: string, rule: LinkRule = {}): string {
	return shortEnough(parsed(text, label, rule), label, rule);
}

/** A link, as `linkOf`. */
export const link =
	(rule: LinkRule = {}, required = false): Reader<string> =>
	(value, label) => {
		const text = checkText(value, label, { required });
		return text === undefined ? undefined : linkOf(text, label, rule);
	};

const HTTPS = 'https://';

/** The name of a host with its domain, and what may follow. */
const WITHOUT_SCHEME = /^[^\s/?#@:]+\.[^\s/?#@:.]{2,}\.?(?::\d+)?(?:[/?#]|$)/;

/** "mailto:" and the like, but not the port of "example.com:8080", nor "Facebook: Ada". */
const FOR_PROGRAM = /^[a-z][a-z0-9+.-]*:(?![\d\s])/i;

/**
 * A link as people write it on a card: "www.example.com" is one as well, and so is an address for
 * another program, such as mailto:ada@example.com.
 *
 * @throws FieldError as `linkOf`
 */
export function linkOnCard(text: string, label: string): string {
	if (looksLikeLink(text)) return linkOf(text, label);
	checkLinkCharacters(text, label);
	const forProgram = FOR_PROGRAM.test(text) ? urlOf(text) : undefined;
	if (forProgram) return forProgram.href;
	if (!WITHOUT_SCHEME.test(text)) throw notALink(text, label, {});
	return parsed(HTTPS + text, label, {}, text).slice(HTTPS.length);
}

/** What stands for something that is filled in later. */
const VARIABLE = /\{\{[^{}]*\}\}/g;

/** A word that gets through every part of a link unchanged, and that the text does not have. */
function unusedWord(text: string): string {
	let word = 'variable';
	while (text.toLowerCase().includes(word)) word += 'x';
	return word;
}

/** A link, as `linkOf`, in which variables such as {{1}} stay, and count as they are written. */
export function linkWithVariables(text: string, label: string, rule: LinkRule = {}): string {
	const word = unusedWord(text);
	const variables: string[] = [];
	// The end parts "1" from what follows, and no number is the beginning of another one.
	const plain = text.replace(VARIABLE, (variable) => `${word}${variables.push(variable) - 1}z`);
	const sent = parsed(plain, label, rule, text).replace(
		new RegExp(`${word}(\\d+)z`, 'g'),
		(all: string, index) => variables[Number(index)] ?? all,
	);
	return shortEnough(sent, label, rule);
}
