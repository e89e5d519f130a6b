import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';
import { runReport } from '../../engine/runReport.ts';
import { nodeErrorOf } from '../../engine/errors.ts';
import type { Known } from '../../aws/errors/known.ts';
import { Memory } from '../../engine/memory.ts';

const sending = { effect: 'once', action: 'Send message' } as const;

function memoryWith(known: Record<number, Known>): Memory {
	const memory = new Memory();
	for (const [item, each] of Object.entries(known)) {
		memory.outcomes.set(Number(item), { known: each, failure: 'x' });
	}
	return memory;
}

/** The same of the first items. */
const all = (known: Known, items: number) =>
	Object.fromEntries(Array.from({ length: items }, (_, item) => [item, known]));

describe('the report of a stopped run', () => {
	it.each<[string, Record<number, Known>, string]>([
		['nothing', {}, '"Send message" was not done for any of the 9 items.'],
		['refusals only', { 3: 'notDone' }, '"Send message" was not done for any of the 9 items.'],
		[
			'what was done, in ranges and in order',
			{ 7: 'done', 1: 'done', 0: 'done', 2: 'done', 4: 'notDone' },
			'"Send message" was already done for 4 of the 9 items (items 0-2, 7). Leave these out when you run the node again.',
		],
		[
			'what nobody knows',
			{ 5: 'notKnown' },
			'"Send message" may have been done for item 5, so check it first. It was not done for the other 8 items.',
		],
		[
			'both',
			{ 0: 'done', 1: 'notKnown', 2: 'notKnown' },
			'"Send message" may have been done for items 1-2, so check them first. "Send message" was already done for 1 of the 9 items (item 0). Leave these out when you run the node again.',
		],
		[
			'what nobody knows of all but one',
			all('notKnown', 8),
			'"Send message" may have been done for items 0-7, so check them first. It was not done for the other item.',
		],
		[
			'what nobody knows of any',
			all('notKnown', 9),
			'"Send message" may have been done for items 0-8, so check them first.',
		],
	])('says %s', (_name, known, words) => {
		expect(runReport(memoryWith(known), 9, sending)).toBe(words);
	});

	it.each<[string, Record<number, Known>, string]>([
		['not begun', {}, '"Send message" was not done.'],
		['not done', { 0: 'notDone' }, '"Send message" was not done.'],
		['done', { 0: 'done' }, '"Send message" was already done.'],
		[
			'nobody knows',
			{ 0: 'notKnown' },
			'"Send message" may have been done, so check before you run the node again.',
		],
	])('of a canceled run of one item says that it was %s', (_name, known, words) => {
		expect(runReport(memoryWith(known), 1, sending, true)).toBe(words);
	});

	it('is empty for one item, and for operations that change nothing', () => {
		expect(runReport(memoryWith({ 0: 'done' }), 1, sending)).toBeUndefined();
		const reading = { effect: 'read', action: 'Get media' } as const;
		expect(runReport(memoryWith({ 0: 'done' }), 9, reading)).toBeUndefined();
	});
});

describe('an unexpected error', () => {
	const node = { name: 'WhatsApp', type: 'x' } as INode;
	const note = '"Send message" was already done for 4 of the 9 items (items 0-3).';

	it.each<[string, unknown]>([
		['a defect', new TypeError("Cannot read properties of undefined (reading 'x')")],
		['a defect of n8n', new RangeError('Maximum call stack size exceeded')],
		['an error of n8n', new NodeOperationError(node, 'Referenced node does not exist')],
		['an error of n8n with advice', new NodeApiError(node, {}, { message: 'x', description: 'y' })],
		['a text', 'thrown'],
		['nothing', undefined],
	])('keeps the report of what was done: %s', (_name, failure) => {
		const error = nodeErrorOf(failure, { node, itemIndex: 4, note });
		expect(error.description).toContain(note);
	});

	it('shows no secret', () => {
		const failure = new Error('Invalid header x-amz-security-token: IQoJb3JpZ2luX2VjEXAMPLE');
		expect(nodeErrorOf(failure, { node, itemIndex: 0 }).message).not.toContain('IQoJ');
	});
});
