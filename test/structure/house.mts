import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

export const root = join(import.meta.dirname, '../..');

export interface Import {
	from: string;
	/** Whether it disappears when the code is built. */
	isTypeOnly: boolean;
}

export interface Source {
	path: string;
	text: string;
	imports: Import[];
}

function importsOf(path: string, text: string): Import[] {
	return [...text.matchAll(/^(?:import|export)\s+(type\s+)?([^;]*?)\s*from\s+'([^']+)';/gm)].map(
		([, type, names = '', target = '']) => ({
			from: target.startsWith('.') ? relative(root, join(root, dirname(path), target)) : target,
			isTypeOnly:
				type !== undefined ||
				names
					.replace(/[{}\s]+/g, ' ')
					.trim()
					.split(',')
					.filter((name) => name.trim() !== '')
					.every((name) => name.trim().startsWith('type ')),
		}),
	);
}

/** The rooms from the ground floor up, each with those that it may know. */
export const ROOMS: Record<string, string[]> = {
	form: [],
	whatsapp: ['form'],
	aws: ['form'],
	credentials: ['form', 'aws'],
	engine: ['form', 'whatsapp', 'aws'],
	nodes: ['form', 'whatsapp', 'aws', 'credentials', 'engine'],
};

/** What is composed and read in here needs no request, no file and no clock. */
export const PURE = ['form', 'whatsapp'];

export const shipped: Source[] = Object.keys(ROOMS).flatMap((folder) =>
	readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.map((file) => join(folder, file))
		.filter((path) => path.endsWith('.ts'))
		.map((path) => {
			const text = readFileSync(join(root, path), 'utf8');
			return { path, text, imports: importsOf(path, text) };
		}),
);

export const inFolder = (folder: string) =>
	shipped.filter(({ path }) => path.startsWith(`${folder}/`));
export const withName = (ending: string) => shipped.filter(({ path }) => path.endsWith(ending));
export const roomOf = (path: string) => path.slice(0, path.indexOf('/'));
export const isOurs = (path: string) => Object.hasOwn(ROOMS, roomOf(path));

/** "engine -> aws" for every room that needs another one, types included. */
export const arrowsBetweenRooms = (): string[] =>
	[
		...new Set(
			shipped.flatMap(({ path, imports }) =>
				imports
					.filter(({ from }) => isOurs(from) && roomOf(from) !== roomOf(path))
					.map(({ from }) => `${roomOf(path)} -> ${roomOf(from)}`),
			),
		),
	].sort();
