import { SeenEvents } from '../../../nodes/AwsWhatsAppTrigger/seen.ts';

const pass = (seen: SeenEvents, ...keys: string[]) => {
	const fresh = seen.claim(keys);
	seen.settle(fresh);
	return [...fresh];
};

describe('the record of events', () => {
	it('gives every event once', () => {
		const seen = new SeenEvents();
		expect(pass(seen, 'a', 'b')).toEqual(['a', 'b']);
		expect(pass(seen, 'b', 'c')).toEqual(['c']);
		expect(pass(seen, 'a', 'b', 'c')).toEqual([]);
	});

	it('says what is being worked on, and lets it go when that has failed', () => {
		const seen = new SeenEvents();
		const fresh = seen.claim(['a']);
		expect(seen.isBusyWith(['b', 'a'])).toBe(true);
		expect(seen.isBusyWith(['b'])).toBe(false);
		seen.release(fresh);
		expect(seen.isBusyWith(['a'])).toBe(false);
		expect(pass(seen, 'a')).toEqual(['a']);
		expect(seen.isBusyWith(['a'])).toBe(false);
	});

	it('survives a restart', () => {
		const before = new SeenEvents();
		pass(before, 'a', 'b');
		const after = new SeenEvents();
		after.restore(before.saved());
		expect(pass(after, 'a', 'b', 'c')).toEqual(['c']);
	});

	it('does not take for passed on, after a crash, what was being worked on', () => {
		const before = new SeenEvents();
		before.claim(['working']);
		pass(before, 'done');
		const after = new SeenEvents();
		after.restore(before.saved());
		expect(pass(after, 'working', 'done')).toEqual(['working']);
	});

	it('adds what another process has saved, and forgets nothing of its own', () => {
		const [mine, other] = [new SeenEvents(), new SeenEvents()];
		pass(mine, 'a');
		pass(other, 'b');
		mine.restore(other.saved());
		expect(pass(mine, 'a', 'b')).toEqual([]);
	});

	it('is bounded: the latest 2,000 are saved, in 24,000 characters', () => {
		const seen = new SeenEvents();
		const keys = Array.from({ length: 25_000 }, (_, index) => `message:wamid.${index}`);
		for (const key of keys) pass(seen, key);
		expect(seen.saved()).toHaveLength(24_000);
		const after = new SeenEvents();
		after.restore(seen.saved());
		expect(pass(after, ...keys.slice(-2_000))).toEqual([]);
		expect(pass(after, ...keys.slice(-2_001, -2_000))).toHaveLength(1);
		expect(pass(seen, ...keys.slice(-9_000))).toEqual([]);
		expect(pass(seen, keys[0] ?? '')).toHaveLength(1);
	});

	it.each([undefined, null, 7, {}, [], 'short', 'x'.repeat(25)])(
		'does not stumble over %j',
		(saved) => {
			const seen = new SeenEvents();
			seen.restore(saved);
			expect(pass(seen, 'a')).toEqual(['a']);
		},
	);
});
