import type { CpuProfile, ProfileNode, Span } from './watch.mts';

/** Time that was spent in something itself, not in what it called. */
export interface Spent {
	name: string;
	ms: number;
	/** Of the time in which the processor was at work. */
	share: number;
}

/** Where the processor's time went while a node was at work. */
export interface Profiled {
	whole: CpuProfile;
	/** And while the event loop was held longest. */
	longestHold: CpuProfile;
}

/** What is not JavaScript of any package, as V8 names it. */
const IDLE = '(idle)';
const NODE = 'Node.js';
const OUTSIDE = 'outside of JavaScript';
const V8S_OWN: Record<string, string> = {
	'(garbage collector)': 'garbage collection',
	'(program)': OUTSIDE,
	'(root)': OUTSIDE,
};

/**
 * The part of a profile that lies in a time.
 *
 * @param startedAt when the profile began, in milliseconds since 1970: its own clock is another one
 */
export function during(profile: CpuProfile, startedAt: number, span: Span): CpuProfile {
	const { samples = [], timeDeltas = [] } = profile;
	const clock = (at: number) => profile.startTime + (at - startedAt) * 1000;
	const [from, to] = [clock(span.startedAt), clock(span.endedAt)];
	const kept: { samples: number[]; timeDeltas: number[] } = { samples: [], timeDeltas: [] };
	let time = profile.startTime;
	let before = from;
	for (const [i, sample] of samples.entries()) {
		time += timeDeltas[i] ?? 0;
		if (time < from || time > to) continue;
		kept.samples.push(sample);
		kept.timeDeltas.push(time - before);
		before = time;
	}
	const hits = new Map<number, number>();
	for (const sample of kept.samples) hits.set(sample, (hits.get(sample) ?? 0) + 1);
	const nodes = profile.nodes.map((node) => ({ ...node, hitCount: hits.get(node.id) ?? 0 }));
	return { nodes, startTime: from, endTime: to, ...kept };
}

/** The package that a file belongs to, and the way to it from there. */
export function placeOf(url: string): { owner: string; path: string } {
	if (url.startsWith('node:')) return { owner: NODE, path: url };
	const inPackage = /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\/(.*)$/.exec(url);
	if (inPackage) return { owner: inPackage[1] ?? '', path: `${inPackage[1]}/${inPackage[2]}` };
	const file = url.split('/').at(-1) ?? url;
	return { owner: `other (${file})`, path: file };
}

/** The package and the file, without the folders in between. */
function shortened({ owner, path }: { owner: string; path: string }): string {
	const inside = path.slice(owner.length + 1).split('/');
	return path.startsWith(`${owner}/`) && inside.length > 1 ? `${owner}/…/${inside.at(-1)}` : path;
}

/** V8 gives a sample's time to what was at work when it began. */
function selfTimes({ samples = [], timeDeltas = [], endTime, startTime }: CpuProfile) {
	const times = new Map<number, number>();
	const total = timeDeltas.reduce((sum, delta) => sum + delta, startTime);
	for (const [i, sample] of samples.entries()) {
		const microseconds = timeDeltas[i + 1] ?? endTime - total;
		times.set(sample, (times.get(sample) ?? 0) + Math.max(0, microseconds));
	}
	return times;
}

function parentsOf(nodes: readonly ProfileNode[]): Map<number, ProfileNode> {
	const parents = new Map<number, ProfileNode>();
	for (const node of nodes) for (const child of node.children ?? []) parents.set(child, node);
	return parents;
}

/** Whose code it is. What V8 or an add-on does, it does for the code that called it. */
function ownerOf(node: ProfileNode, parents: Map<number, ProfileNode>): string {
	for (let at: ProfileNode | undefined = node; at; at = parents.get(at.id)) {
		const { url, functionName } = at.callFrame;
		if (url !== '') return placeOf(url).owner;
		const own = V8S_OWN[functionName];
		if (own !== undefined && at === node) return own;
	}
	return OUTSIDE;
}

/** Whom it is done for: Node.js works for who called it, unless that was its own event loop. */
function callerOf(node: ProfileNode, parents: Map<number, ProfileNode>): string {
	const own = ownerOf(node, parents);
	if (own !== NODE) return own;
	for (let at = parents.get(node.id); at; at = parents.get(at.id)) {
		const { url } = at.callFrame;
		if (url !== '' && placeOf(url).owner !== NODE) return placeOf(url).owner;
	}
	return NODE;
}

function functionOf(node: ProfileNode, parents: Map<number, ProfileNode>): string {
	const { functionName, url, lineNumber } = node.callFrame;
	if (V8S_OWN[functionName] !== undefined) return functionName;
	const name = functionName || '(anonymous)';
	if (url === '') return `${name}  native, for ${ownerOf(node, parents)}`;
	return `${name}  ${shortened(placeOf(url))}:${lineNumber + 1}`;
}

/** Heaviest first, and how long the processor was at work. */
function grouped(
	profile: CpuProfile,
	nameOf: (node: ProfileNode, parents: Map<number, ProfileNode>) => string,
): { spent: Spent[]; busyMs: number } {
	const parents = parentsOf(profile.nodes);
	const times = selfTimes(profile);
	const byName = new Map<string, number>();
	for (const node of profile.nodes) {
		const microseconds = times.get(node.id) ?? 0;
		if (microseconds === 0 || node.callFrame.functionName === IDLE) continue;
		const name = nameOf(node, parents);
		byName.set(name, (byName.get(name) ?? 0) + microseconds / 1000);
	}
	const busyMs = [...byName.values()].reduce((sum, ms) => sum + ms, 0);
	const spent = [...byName].map(([name, ms]) => ({ name, ms, share: ms / busyMs }));
	return { spent: spent.sort((a, b) => b.ms - a.ms), busyMs };
}

export const byFunction = (profile: CpuProfile) => grouped(profile, functionOf);

export const byOwner = (profile: CpuProfile) => grouped(profile, ownerOf);

export const byCaller = (profile: CpuProfile) => grouped(profile, callerOf);
