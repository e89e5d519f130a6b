import { firstMatching } from '../../../aws/characters';
import { urlOf } from '../../../aws/url';
import { FieldError } from './fieldError';
import type { Reader } from './readers';
import { allows, checkText, quoted, type LimitOwner } from './rule';

/** How long a link may be, in characters of what is sent, which is ASCII only, and what it begins with. */
type LinkRule = ({ maxLength: number; by: LimitOwner } | { maxLength?: undefined }) & {
	/** `web` if nothing is said. */
	begins?: keyof typeof BEGINNINGS;
};

const BEGINNINGS = {
	web: {
		what: 'a web address',
		pattern: /^https?:\/\/[^/\\]/i,
		format: 'https:// or http:// and the name of a host, e.g. https://example.com/a',
	},
	https: {
		what: 'a web address',
		pattern: /^https:\/\/[^/\\]/i,
		format: 'https:// and the name of a host, e.g. https://example.com/a',
	},
	app: {
		what: 'a link into an app',
		pattern: /^[a-z][a-z0-9+.-]*:\/\/./i,
		format: 'the scheme of the app, e.g. example://orders',
	},
};

/**
 * What a link loses without a word when it is parsed, or what nobody sees in it: it was not meant to
 * be there. A blank and the joiners of Persian and of emoji are not among them.
 */
const LOST =
	/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00a0\u00ad\u061c\u1680\u180e\u2000-\u200b\u200e\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\\]/u;

/** Of which there can be one in a field only. */
const SECOND_LINK = /\shttps?:\/\//i;

/** Whether a text is meant as a link, be it a good one or not. */
export const looksLikeLink = (text: string): boolean => /^https?:/i.test(text);

/**
 * Refuses what a link would lose on its way.
 *
 * @throws FieldError naming the character and its place
 */
export function checkLinkCharacters(text: string, label: string): void {
	const lost = firstMatching(text, LOST);
	if (!lost) return;
	throw new FieldError(
		`'${label}' holds a character that a link cannot have`,
		`Character ${lost.position} is ${lost.name}. Take it out, or give it percent-encoded.`,
	);
}

function notALink(text: string, label: string, rule: LinkRule): FieldError {
	const { what, format } = BEGINNINGS[rule.begins ?? 'web'];
	return new FieldError(
		`'${label}' is not ${what}`,
		`You gave ${quoted(text)}. It has to begin with ${format}.`,
	);
}

function shortEnough(sent: string, label: string, rule: LinkRule): string {
	if (rule.maxLength === undefined || sent.length <= rule.maxLength) return sent;
	throw new FieldError(
		`'${label}' is too long`,
		`It has ${sent.length} characters when encoded, ${allows(rule.by)} at most ${rule.maxLength}. Shorten it.`,
	);
}

/**
 * A link as it is sent: as the WHATWG URL parser of every browser writes it, with blanks and umlauts
 * encoded, but without the slash that it puts behind a bare host.
 *
 * @throws FieldError for what is no web address, is more than one, is too long, or holds what the parser
 * would drop or turn into something else
 */
export function linkOf(text: string, label: string, rule: LinkRule = {}): string {
	const { pattern } = BEGINNINGS[rule.begins ?? 'web'];
	if (!pattern.test(text)) throw notALink(text, label, rule);
	checkLinkCharacters(text, label);
	if (SECOND_LINK.test(text)) {
		throw new FieldError(
			`'${label}' holds more than one web address`,
			`You gave ${quoted(text)}. Give one, and blanks in it as %20.`,
		);
	}
	const url = urlOf(text);
	if (!url) throw notALink(text, label, rule);
	return shortEnough(url.href === `${text}/` ? text : url.href, label, rule);
}

/** A link that may be left out. */
export const link =
	(rule: LinkRule = {}): Reader<string> =>
	(value, label) => {
		const text = checkText(value, label, {});
		return text === undefined ? undefined : linkOf(text, label, rule);
	};

const HTTPS = 'https://';

/**
 * A link as people write it on a card: "www.example.com" is one as well, and so is an address for
 * another program, such as mailto:ada@example.com.
 *
 * @throws FieldError as `linkOf`
 */
export function linkOnCard(text: string, label: string): string {
	if (looksLikeLink(text)) return linkOf(text, label);
	checkLinkCharacters(text, label);
	const forProgram = /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(text) ? urlOf(text) : undefined;
	return forProgram?.href ?? linkOf(HTTPS + text, label).slice(HTTPS.length);
}

/** What stands for something that is filled in later. */
const VARIABLE = /\{\{[^{}]*\}\}/g;

/** Stands for a variable while the link is parsed, and gets through every part of a link unchanged. */
const standIn = (index: number) => `variable${index}here`;
const STAND_IN = /variable(\d+)here/g;

/**
 * A link in which variables such as {{1}} stay as they are.
 *
 * @throws FieldError as `linkOf`; the variables count as they are written
 */
export function linkWithVariables(text: string, label: string, rule: LinkRule = {}): string {
	const variables: string[] = [];
	const plain = text.replace(VARIABLE, (variable) => standIn(variables.push(variable) - 1));
	const parsed = linkOf(plain, label, { begins: rule.begins });
	const sent = parsed.replace(STAND_IN, (all: string, index) => variables[Number(index)] ?? all);
	return shortEnough(sent, label, rule);
}
