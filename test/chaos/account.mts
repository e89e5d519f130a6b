/** What the error of a run that failed says about all of its items. */
export interface Account {
	done: number[];
	notKnown: number[];
	/** What is wrong with the account itself. */
	problems: string[];
}

const DONE = /"[^"]+" was already done for (\d+) of the (\d+) items: ([\d, -]+)\./;
const NOT_KNOWN = /It may have been done for these items, so check them first: ([\d, -]+)\./;
const NONE = /"[^"]+" was not done for any (other )?of the (\d+) items\./;

/** "0-7, 9" as numbers. */
function numbersIn(ranges: string): number[] {
	return ranges.split(', ').flatMap((range) => {
		const [first, last = first] = range.split('-').map(Number);
		if (first === undefined || last === undefined || !(first <= last)) return [Number.NaN];
		return Array.from({ length: last - first + 1 }, (_, i) => first + i);
	});
}

/** Reads the account in an error's description, for a run of this many items. */
export function accountIn(description: string, items: number): Account {
	const [, count, ofDone, doneRanges] = DONE.exec(description) ?? [];
	const [, notKnownRanges] = NOT_KNOWN.exec(description) ?? [];
	const [none, other, ofNone] = NONE.exec(description) ?? [];
	const done = doneRanges === undefined ? [] : numbersIn(doneRanges);
	const notKnown = notKnownRanges === undefined ? [] : numbersIn(notKnownRanges);
	const problems: string[] = [];
	const check = (isGood: boolean, problem: string) => {
		if (!isGood) problems.push(problem);
	};
	check(
		doneRanges !== undefined || notKnownRanges !== undefined || none !== undefined,
		'it holds no account',
	);
	check(doneRanges === undefined || none === undefined, 'it says "done" and "not done for any"');
	check(
		none === undefined || other !== undefined || notKnown.length === 0,
		'it says "not done for any", yet that some may have been',
	);
	for (const total of [ofDone, ofNone]) {
		check(total === undefined || Number(total) === items, `it speaks of ${total} items`);
	}
	check(
		count === undefined || Number(count) === done.length,
		`it counts ${count} and names ${done.length}`,
	);
	const named = [...done, ...notKnown];
	check(new Set(named).size === named.length, 'it names an item twice');
	check(
		named.every((item) => item >= 0 && item < items),
		'it names items that there are not',
	);
	return { done, notKnown, problems };
}
