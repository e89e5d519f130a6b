const STEP_MS = 50;

/** Faked timers and clock for all tests of a file; what comes from streams and sockets comes as ever. */
export function useFakeTime(): void {
	beforeAll(() => {
		jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
	});
	afterAll(() => {
		jest.useRealTimers();
	});
}

/** Lets faked time pass until the work is done, however long it waits. */
export async function inNoTime<T>(work: Promise<T>): Promise<T> {
	let isOver = false;
	const over = () => {
		isOver = true;
	};
	work.then(over, over);
	while (!isOver) await jest.advanceTimersByTimeAsync(STEP_MS);
	return await work;
}
