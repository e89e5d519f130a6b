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

/** In this order, each knowing those before it. */
const scripts = [
	'page-elements.js',
	'page-formatting.js',
	'page-media.js',
	'page-parts.js',
	'page-writing.js',
	'page-contents.js',
	'page-orders.js',
	'page-interactive.js',
	'page-template.js',
	'page-message.js',
	'page-chats.js',
];
const styles = [
	'page.css',
	'page-message.css',
	'page-parts.css',
	'page-writing.css',
	'page-icons.css',
];

const readAll = async (names: string[]): Promise<string> =>
	(await Promise.all(names.map(read))).join('\n');

/** The page in one piece, allowed to use its own script and style and no other. */
export async function loadPage(): Promise<Page> {
	const [frame, style, script] = await Promise.all([
		read('page.html'),
		readAll(styles),
		readAll(scripts),
	]);
	const html = frame.replace('/*{style}*/', () => style).replace('/*{script}*/', () => script);
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
