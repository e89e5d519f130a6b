import { Slots, type Slot } from '../../engine/slots.ts';

/** A piece of work that ends when it is told to. */
function work() {
	let end = () => {};
	const done = new Promise<void>((resolve) => {
		end = resolve;
	});
	return { done, end };
}

const settle = async () => await new Promise((resolve) => setImmediate(resolve));

/** Who holds a slot, in the order in which they got it. */
function contest(slots: Slots) {
	const held: string[] = [];
	const take = async (name: string): Promise<Slot> => {
		const slot = await slots.take();
		held.push(name);
		return slot;
	};
	return { held, take };
}

describe('slots', () => {
	it('are given to as many as there are, and then in the order of asking', async () => {
		const { held, take } = contest(new Slots(2));
		const one = await take('one');
		await take('two');
		void take('three');
		void take('four');
		await settle();
		expect(held).toEqual(['one', 'two']);
		one.leave();
		await settle();
		expect(held).toEqual(['one', 'two', 'three']);
	});

	it('are left once, however often someone leaves', async () => {
		const { held, take } = contest(new Slots(1));
		const one = await take('one');
		void take('two');
		void take('three');
		one.leave();
		one.leave();
		await settle();
		expect(held).toEqual(['one', 'two']);
	});

	it('go to others while something is done outside, and then to who comes back before those who are new', async () => {
		const { held, take } = contest(new Slots(2));
		const one = await take('one');
		const two = await take('two');
		const { done, end } = work();
		const back = one.outside(async () => await done).then(() => held.push('one again'));
		void take('three');
		void take('four');
		await settle();
		expect(held).toEqual(['one', 'two', 'three']);
		end();
		await settle();
		two.leave();
		await back;
		expect(held).toEqual(['one', 'two', 'three', 'one again']);
	});

	it('are taken again where the work outside fails', async () => {
		const { held, take } = contest(new Slots(2));
		const one = await take('one');
		await expect(one.outside(async () => await Promise.reject(new Error('no')))).rejects.toThrow(
			'no',
		);
		await take('two');
		void take('three');
		await settle();
		expect(held).toEqual(['one', 'two']);
		one.leave();
		await settle();
		expect(held).toEqual(['one', 'two', 'three']);
	});

	it('are kept where there is one, since that keeps the order of all', async () => {
		const slots = new Slots(1);
		const { held, take } = contest(slots);
		const one = await take('one');
		const { done, end } = work();
		const back = one.outside(async () => await done);
		void take('two');
		await settle();
		expect(held).toEqual(['one']);
		expect(slots.most).toBe(1);
		end();
		await back;
		one.leave();
		await settle();
		expect(held).toEqual(['one', 'two']);
	});

	it('never have more than their number at work, whatever a thousand do', async () => {
		const slots = new Slots(7);
		let atWork = 0;
		let most = 0;
		const at = (change: number) => {
			atWork += change;
			most = Math.max(most, atWork);
		};
		const one = async (n: number) => {
			const slot = await slots.take();
			at(1);
			await settle();
			if (n % 3 === 0) {
				at(-1);
				await slot.outside(settle);
				at(1);
			}
			await settle();
			at(-1);
			slot.leave();
			await settle();
			slot.leave();
		};
		await Promise.all(Array.from({ length: 1_000 }, async (_, n) => await one(n)));
		expect(most).toBe(7);
		expect(atWork).toBe(0);
	});
});
