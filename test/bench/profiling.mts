import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Comparison } from './comparison.mts';
import { byCaller, byFunction, byOwner, type Profiled, type Spent } from './profile.mts';
import { table } from './table.mts';
import type { CpuProfile } from './watch.mts';

const HEAVIEST = 10;

const rows = (heading: string, spent: readonly Spent[]) => [
	[heading, 'ms', 'share'],
	...spent
		.slice(0, HEAVIEST)
		.map(({ name, ms, share }) => [name, ms.toFixed(0), `${(share * 100).toFixed(1)} %`]),
];

/** Where the processor's time went while our node was at work: by function, by whose code it is, and for whom. */
export function profileReport({ whole, longestHold }: Profiled): string[] {
	const { spent, busyMs } = byFunction(whole);
	return [
		`  the processor was at work for ${busyMs.toFixed(0)} of ${lengthMs(whole).toFixed(0)} ms`,
		...table(rows('function', spent)),
		...table(rows('whose', byOwner(whole).spent)),
		...table(rows('for whom, with what Node.js did for it', byCaller(whole).spent)),
		`  the event loop was held for ${lengthMs(longestHold).toFixed(0)} ms at the longest`,
		...table(rows('function, meanwhile', byFunction(longestHold).spent)),
		...table(rows('for whom, meanwhile', byCaller(longestHold).spent)),
	];
}

const lengthMs = ({ startTime, endTime }: CpuProfile) => (endTime - startTime) / 1000;

const fileName = (part: string, name: string) =>
	`${part}-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.cpuprofile`;

/** Runs each workflow of ours once more with a profile, keeps that in a folder, and tells what it says. */
export async function profileOurs(
	part: string,
	{ contestants }: Comparison,
	folder: string,
	say: (line: string) => void,
): Promise<void> {
	await mkdir(folder, { recursive: true });
	for (const { name, profile } of contestants) {
		const taken = await profile?.();
		if (!taken) continue;
		const file = join(folder, fileName(part, name));
		await writeFile(file, JSON.stringify(taken.whole));
		say(`\nProfile of ${part}, ${name}: ${file}`);
		for (const line of profileReport(taken)) say(line);
	}
}
