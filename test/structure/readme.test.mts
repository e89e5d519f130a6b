import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { resources } from '../../nodes/AwsWhatsApp/resources/resources.ts';
import { eventKinds } from '../../whatsapp/events/eventKinds.ts';
import { operationsIn, operationsInMarkdown, withOperations } from './readme.mts';

const path = join(import.meta.dirname, '../../README.md');
const read = () => readFileSync(path, 'utf8');

const generated = operationsInMarkdown(resources);

describe('the README', () => {
	it('lists the operations as they are; UPDATE_README=1 updates the list', () => {
		if (process.env.UPDATE_README === '1') writeFileSync(path, withOperations(read(), generated));
		expect(operationsIn(read())).toBe(generated);
	});

	it('has a row for each operation, and three cells in each row', () => {
		const rows = generated.split('\n').filter((line) => /^\| [A-Z]/.test(line));
		const [heads, operations] = [true, false].map((isHead) =>
			rows.filter((row) => row.startsWith('| Operation |') === isHead),
		);
		expect(heads).toHaveLength(resources.length);
		expect(operations).toHaveLength(resources.flatMap((resource) => resource.operations).length);
		for (const row of operations ?? []) expect(row.match(/(?<!\\)\|/g)).toHaveLength(4);
	});

	it('lists every kind of event in its table of output fields', () => {
		const [, listed = ''] = /^\| `kind` \| all \| (.*) \|$/m.exec(read()) ?? [];
		const kinds = [...listed.matchAll(/`(\w+)`/g)].map(([, kind]) => kind);
		expect(kinds.sort()).toEqual([...eventKinds.map(({ kind }) => kind), 'unknown'].sort());
	});

	it('links only to headings that exist', () => {
		const readme = read();
		const anchors = [...readme.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
			heading
				.toLowerCase()
				.replace(/[^\w -]/g, '')
				.replace(/ /g, '-'),
		);
		for (const [, anchor] of readme.matchAll(/\]\(#([^)]+)\)/g)) expect(anchors).toContain(anchor);
		expect(new Set(anchors).size).toBe(anchors.length);
	});
});

describe('a README that is written again', () => {
	const markdown = '| a |';

	it('changes only between its markers, and does not change again the second time', () => {
		const before = 'Before\n<!-- operations:start -->\nold\n<!-- operations:end -->\nAfter\n';
		const once = withOperations(before, markdown);
		expect(once.startsWith('Before\n')).toBe(true);
		expect(once.endsWith('\nAfter\n')).toBe(true);
		expect(operationsIn(once)).toBe(markdown);
		expect(withOperations(once, markdown)).toBe(once);
	});

	it('needs both markers, in this order', () => {
		expect(() => operationsIn('<!-- operations:end --> <!-- operations:start -->')).toThrow(
			'lacks',
		);
		expect(() => withOperations('<!-- operations:start -->', markdown)).toThrow('lacks');
	});
});
