import { SeenEvents } from '../../../nodes/AwsWhatsAppTrigger/once/deduplication.ts';

const pass = (seen: SeenEvents, ...keys: string[]) => {
	const fresh = seen.claim(keys) ?? new Set();
	seen.settle(fresh);
	return [...fresh];
};

describe('the record of events', () => {
	it('returns every event once', () => {
		const seen = new SeenEvents();
		expect(pass(seen, 'a', 'b')).toEqual(['a', 'b']);
		expect(pass(seen, 'b', 'c')).toEqual(['c']);
		expect(pass(seen, 'a', 'b', 'c')).toEqual([]);
	});

	it('says what is being processed, and releases it if that fails', () => {
		const seen = new SeenEvents();
		const fresh = seen.claim(['a']) ?? [];
		expect(seen.isAtWork).toBe(true);
		expect(seen.claim(['b', 'a'])).toBeUndefined();
		expect(pass(seen, 'b')).toEqual(['b']);
		seen.release(fresh);
		expect(seen.isAtWork).toBe(false);
		expect(pass(seen, 'a')).toEqual(['a']);
		expect(seen.claim(['a'])).toEqual(new Set());
	});

	it('releases what n8n has refused, whatever was saved of it before', () => {
		const seen = new SeenEvents();
		const fresh = seen.claim(['a', 'b']) ?? [];
		seen.settle(fresh);
		const saved = seen.saved();
		seen.release(['a']);
		seen.restore(seen.saved() + saved);
		expect(pass(seen, 'a', 'b')).toEqual(['a']);
	});

	it('recognizes an event for two hours, here and after a restart', () => {
		let now = Date.UTC(2026, 10, 28, 12);
		const clock = () => now;
		const seen = new SeenEvents(clock);
		pass(seen, 'old');
		now += 60 * 60_000;
		pass(seen, 'young');
		const atWork = seen.claim(['busy']) ?? [];
		const after = new SeenEvents(clock);
		now += 59 * 60_000;
		after.restore(seen.saved());
		expect(pass(after, 'old', 'young')).toEqual([]);
		now += 3 * 60_000;
		expect(pass(seen, 'old', 'young')).toEqual(['old']);
		expect(pass(after, 'old', 'young')).toEqual(['old']);
		now += 24 * 60 * 60_000;
		expect(seen.claim(['busy'])).toBeUndefined();
		seen.settle(atWork);
		expect(pass(seen, 'busy')).toEqual([]);
	});

	it('survives a restart', () => {
		const before = new SeenEvents();
		pass(before, 'a', 'b');
		const after = new SeenEvents();
		after.restore(before.saved());
		expect(pass(after, 'a', 'b', 'c')).toEqual(['c']);
	});

	it('recognizes an event after a restart with the clock set back', () => {
		let now = Date.UTC(2026, 10, 28, 12);
		const clock = () => now;
		const before = new SeenEvents(clock);
		pass(before, 'a');
		const saved = before.saved();
		now -= 10 * 60_000;
		const after = new SeenEvents(clock);
		after.restore(saved);
		now += 10 * 60_000;
		after.restore(saved);
		expect(pass(after, 'a')).toEqual([]);
	});

	it('does not treat events that were in progress as passed on after a crash', () => {
		const before = new SeenEvents();
		before.claim(['working']);
		pass(before, 'done');
		const after = new SeenEvents();
		after.restore(before.saved());
		expect(pass(after, 'working', 'done')).toEqual(['working']);
	});

	it('adds what another process has saved, and keeps its own', () => {
		const [mine, other] = [new SeenEvents(), new SeenEvents()];
		pass(mine, 'a');
		pass(other, 'b');
		mine.restore(other.saved());
		expect(pass(mine, 'a', 'b')).toEqual([]);
	});

	it('is limited: the latest 10,000 are recognized, and 1,000 are saved in 17,000 characters', () => {
		const seen = new SeenEvents();
		const keys = Array.from({ length: 25_000 }, (_, index) => `message:wamid.${index}`);
		for (const key of keys) pass(seen, key);
		expect(seen.saved()).toHaveLength(17_000);
		const after = new SeenEvents();
		after.restore(seen.saved());
		expect(pass(after, ...keys.slice(-1_000))).toEqual([]);
		expect(pass(after, ...keys.slice(-1_001, -1_000))).toHaveLength(1);
		expect(pass(seen, ...keys.slice(-9_000))).toEqual([]);
		expect(pass(seen, keys[0] ?? '')).toHaveLength(1);
	});

	it.each([undefined, null, 7, {}, [], 'short', 'x'.repeat(25), '!'.repeat(170)])(
		'ignores %j',
		(saved) => {
			const seen = new SeenEvents();
			seen.restore(saved);
			expect(pass(seen, 'a')).toEqual(['a']);
		},
	);
});
