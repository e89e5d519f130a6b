import type { WhatsAppEvent } from '../../../whatsapp/events/event.ts';
import { eventsIn } from '../../../whatsapp/events/events.ts';
import { matches } from '../../../whatsapp/events/eventFilter.ts';
import { seededRandom } from '../../../local-aws/index.mts';
import { rounds } from '../support/rounds.mts';
import { Bodies, MARK } from './bodies.mts';
import { postOf } from './forms.mts';
import { isObject, leavesOf, shuffled, type Json } from './trees.mts';

const BODIES = rounds(10_000);
const SEED = 15;

const random = seededRandom(SEED);
const bodies = new Bodies(random);
const all = Array.from({ length: BODIES }, () => {
	const { post, body } = bodies.next();
	return { post, body, events: eventsIn(post) };
});

/** The same body as AWS passes it on again later. */
const again = (body: Json): Json =>
	isObject(body) && body.message_timestamp !== undefined
		? { ...body, message_timestamp: '2026-11-25T00:00:00Z' }
		: body;

describe(`${BODIES} random bodies`, () => {
	it('are of all kinds, with several events each', () => {
		const kinds = new Set(all.flatMap(({ events }) => events.map(({ kind }) => kind)));
		expect([...kinds].sort()).toEqual([
			...['account', 'appSync', 'call', 'echo', 'error', 'flow', 'group', 'handover', 'history'],
			...['message', 'standby', 'status', 'template', 'unknown', 'userPreference'],
		]);
		expect(all.flatMap(({ events }) => events).length).toBeGreaterThan(3 * BODIES);
	});

	it('have every leaf in the original of one of their items', () => {
		for (const { body, events, post } of all) {
			const found = leavesOf(events.map(({ original }) => original));
			for (const [name, leaves] of leavesOf(body)) {
				for (const leaf of leaves)
					if (!found.get(name)?.has(leaf)) throw new Error(`${name} ${String(leaf)}: ${post}`);
			}
		}
	});

	it('have nothing in the originals of two items that is about one of them', () => {
		for (const { events, post } of all) {
			const marks = events.flatMap(({ original }) => [
				...new Set(JSON.stringify(original).match(MARK) ?? []),
			]);
			if (new Set(marks).size < marks.length) throw new Error(post);
		}
	});

	it('have a key of its own for each of their events', () => {
		const seen = new Map<string, string>();
		for (const { events, post } of all) {
			for (const { dedupeKey } of events) {
				const other = seen.get(dedupeKey);
				if (other !== undefined) throw new Error(`${dedupeKey}: ${post} ${other}`);
				seen.set(dedupeKey, post);
			}
		}
	});

	it('have the same keys when they come again', () => {
		const keysOf = (events: WhatsAppEvent[]) => events.map(({ dedupeKey }) => dedupeKey).sort();
		for (const { body, events, post } of all) {
			const repeated = eventsIn(postOf(shuffled(again(body), random)));
			if (keysOf(repeated).join() !== keysOf(events).join()) throw new Error(post);
		}
	});

	it('start a workflow that asks for messages with messages only, and errors', () => {
		const wanted = {
			...{ triggerOn: ['messages'], statuses: [], phoneNumbers: [], senders: [] },
			...{ messageTypes: [], keywords: [], keywordMatch: 'contains' as const },
		};
		const started = all.flatMap(({ events }) => events.filter((event) => matches(event, wanted)));
		expect([...new Set(started.map(({ kind }) => kind))].sort()).toEqual(['error', 'message']);
		const errors = started.filter(({ kind }) => kind === 'error');
		expect([...new Set(errors.map(({ field }) => field))]).toEqual(['messages']);
	});
});
