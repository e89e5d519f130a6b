import { HEAD_BYTES } from './signatures/look';

/** Control characters that texts have: tab, line and page breaks, escape. */
const IN_TEXTS = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x1b]);

/** Whether bytes can be the beginning of a text. */
export function looksLikeText(head: Buffer): boolean {
	if (head.length === 0) return false;
	if (/^(\xff\xfe|\xfe\xff)/.test(head.toString('latin1', 0, 2))) return true;
	if (head.some((byte) => byte < 0x20 && !IN_TEXTS.has(byte))) return false;
	try {
		// The end may be cut inside a character.
		new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
		return true;
	} catch {
		return false;
	}
}

/** Markup, JSON, and files that were written as base64. */
const BEGINS_LIKE_A_PAGE = /^\s*(?:[<{[]|data:|[\w+/-]{60})/;

/**
 * Whether bytes are a text that came in place of a file: a page, an error, base64. What follows
 * them is trusted, unless it begins like one of these: tags in front of a song can be long.
 */
export function isTextInPlaceOfFile(head: Buffer): boolean {
	if (!looksLikeText(head)) return false;
	return head.length < HEAD_BYTES || BEGINS_LIKE_A_PAGE.test(head.toString('utf8', 0, 1024));
}
