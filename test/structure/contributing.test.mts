import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { arrowsBetweenRooms, root } from './house.mts';

const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');

describe('CONTRIBUTING.md', () => {
	it('draws exactly the imports between the rooms', () => {
		const [, diagram = ''] = /```mermaid\n([^]*?)```/.exec(text) ?? [];
		const drawn = [...diagram.matchAll(/(\w+) --> (\w+)/g)].map(
			([, from, to]) => `${from} -> ${to}`,
		);
		expect(drawn.sort()).toEqual(arrowsBetweenRooms());
		expect(drawn.length).toBeLessThanOrEqual(14);
	});

	it('names files and folders that exist', () => {
		const named = [...text.matchAll(/`((?:\w|[-./<>])+\/(?:\w|[-./<>])*)`/g)].map(
			([, path = '']) => path,
		);
		const missing = named.filter((path) => {
			const known = path.includes('<') ? path.slice(0, path.indexOf('<')) : path;
			const folder = known.endsWith('/') ? known : path.includes('<') ? dirname(known) : known;
			return !existsSync(join(root, folder));
		});
		expect(missing).toEqual([]);
	});

	it('names commands that exist', () => {
		const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
			scripts: object;
		};
		const named = [...text.matchAll(/`npm (?:run )?([\w:]+)`/g)].map(([, name = '']) => name);
		expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
	});
});
