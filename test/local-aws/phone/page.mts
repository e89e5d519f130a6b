import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Page {
	html: string;
	/** Should a message ever become markup after all, it could still neither run nor load anything. */
	contentSecurityPolicy: string;
}

const read = async (name: string): Promise<string> =>
	await readFile(join(import.meta.dirname, name), 'utf8');

const between = (html: string, tag: string): string =>
	html.slice(html.indexOf(`<${tag}>`) + tag.length + 2, html.indexOf(`</${tag}>`));

const hashOf = (content: string): string =>
	`'sha256-${createHash('sha256').update(content).digest('base64')}'`;

/** The page in one piece, allowed to use its own script and style and no other. */
export async function loadPage(): Promise<Page> {
	const [frame, style, message, chats] = await Promise.all([
		read('page.html'),
		read('page.css'),
		read('page-message.js'),
		read('page-chats.js'),
	]);
	const html = frame
		.replace('/*{style}*/', () => style)
		.replace('/*{script}*/', () => `${message}\n${chats}`);
	return {
		html,
		contentSecurityPolicy: [
			"default-src 'none'",
			`script-src ${hashOf(between(html, 'script'))}`,
			`style-src ${hashOf(between(html, 'style'))}`,
			"img-src 'self' data:",
			"media-src 'self'",
			"connect-src 'self'",
			"base-uri 'none'",
			"form-action 'none'",
			"frame-ancestors 'none'",
		].join('; '),
	};
}
