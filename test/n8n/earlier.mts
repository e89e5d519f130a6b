/** Workflows as an earlier version of the package shipped them, and what they sent with it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalAws } from '../../local-aws/index.mts';
import type { ExampleWorkflow } from './demo.mts';

export type EarlierWorkflow = ExampleWorkflow & { active: boolean };

const read = async (version: string, name: string): Promise<unknown> =>
	JSON.parse(await readFile(join(import.meta.dirname, 'earlier', version, `${name}.json`), 'utf8'));

export const earlierWorkflow = async (version: string, name: string): Promise<EarlierWorkflow> =>
	(await read(version, name)) as EarlierWorkflow;

/** What a workflow sent when its own version of the package ran it, recorded then. */
export async function sentEarlier(version: string, name: string): Promise<unknown[]> {
	const messages = (await read(version, 'messages')) as Record<string, unknown[]>;
	return messages[name] ?? [];
}

/** IDs that are new in every run. */
const withoutIds = (message: string): string =>
	message.replace(/"wamid\.[^"]+"/g, '"<message>"').replace(/"id":"\d{16}"/g, '"id":"<media>"');

/** What has been sent, as WhatsApp gets it. Branches of a workflow may send in any order. */
export const sentNow = ({ requests }: LocalAws): unknown[] =>
	requests
		.filter(({ action }) => action === 'SendWhatsAppMessage')
		.map(({ body }) => (JSON.parse(body.toString()) as { message: string }).message)
		.map((message) => withoutIds(Buffer.from(message, 'base64').toString()))
		.sort()
		.map((message) => JSON.parse(message) as unknown);
