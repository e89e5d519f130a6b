/** What the error of a run that failed says about all of its items. */
export interface Account {
	done: number[];
	notKnown: number[];
	/** What is wrong with the account itself. */
	problems: string[];
}

const DONE = /"[^"]+" was already done for (\d+) of the (\d+) items \(items? ([\d, -]+)\)\./;
const NOT_KNOWN = /"[^"]+" may have been done for items? ([\d, -]+), so check (?:it|them) first\./;
const NONE = /"[^"]+" was not done for any of the (\d+) items\./;
const NO_OTHER = /It was not done for the other (?:item|(\d+) items)\./;

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
	const [none, ofNone] = NONE.exec(description) ?? [];
	const [noOther, others = '1'] = NO_OTHER.exec(description) ?? [];
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
		none === undefined || notKnown.length === 0,
		'it says "not done for any", yet that some may have been',
	);
	check(
		noOther === undefined || Number(others) === items - notKnown.length,
		`it speaks of ${others} others`,
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
