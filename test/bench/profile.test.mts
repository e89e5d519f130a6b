import { byCaller, byFunction, byOwner, during, placeOf } from './profile.mts';
import { profileReport } from './profiling.mts';
import type { CpuProfile } from './watch.mts';

const node = (id: number, functionName: string, url = '', children: number[] = []) => ({
	id,
	callFrame: { functionName, url, lineNumber: 9, columnNumber: 0 },
	children,
});

const HOME = 'file:///home/me';
const CORE = `${HOME}/n8n/node_modules/n8n-core/dist/run.js`;
const OURS = `${HOME}/n8n/node_modules/n8n-nodes-aws-whatsapp/dist/nodes/Node.js`;

/** A second: core 300 ms in two places, a native function 200 ms for us, garbage 100 ms, idle 400 ms. */
const profile: CpuProfile = {
	startTime: 5_000_000,
	endTime: 6_000_000,
	nodes: [
		node(1, '(root)', '', [2, 5, 6]),
		node(2, 'run', CORE, [3, 7]),
		node(3, 'send', OURS, [4]),
		node(4, 'sign'),
		node(5, '(garbage collector)'),
		node(6, '(idle)'),
		node(7, 'run', CORE),
	],
	samples: [2, 4, 5, 7, 6],
	timeDeltas: [0, 200_000, 200_000, 100_000, 100_000],
};

const round = ({ name, ms, share }: { name: string; ms: number; share: number }) =>
	`${name}: ${ms.toFixed(0)} ms, ${share.toFixed(2)}`;

describe('a profile', () => {
	it('gives the functions by their own time, a function in two places once', () => {
		const { spent, busyMs } = byFunction(profile);
		expect(busyMs).toBeCloseTo(600);
		expect(spent.map(round)).toEqual([
			'run  n8n-core/…/run.js:10: 300 ms, 0.50',
			'sign  native, for n8n-nodes-aws-whatsapp: 200 ms, 0.33',
			'(garbage collector): 100 ms, 0.17',
		]);
	});

	it('tells whose time it is, native code by who called it', () => {
		expect(byOwner(profile).spent.map(round)).toEqual([
			'n8n-core: 300 ms, 0.50',
			'n8n-nodes-aws-whatsapp: 200 ms, 0.33',
			'garbage collection: 100 ms, 0.17',
		]);
	});

	it('tells for whom it is, the work of Node.js by who called it', () => {
		const hash = { ...node(4, 'hash', 'node:internal/crypto/hash', [8]) };
		const nodes = [...profile.nodes.filter(({ id }) => id !== 4), hash, node(8, 'update')];
		const loop = {
			...profile,
			nodes: [...nodes, node(9, 'listOnTimeout', 'node:internal/timers')],
		};
		const samples = [2, 8, 5, 9, 6];
		expect(byOwner({ ...loop, samples }).spent.map(round)).toEqual([
			'Node.js: 300 ms, 0.50',
			'n8n-core: 200 ms, 0.33',
			'garbage collection: 100 ms, 0.17',
		]);
		expect(byCaller({ ...loop, samples }).spent.map(round)).toEqual([
			'n8n-core: 200 ms, 0.33',
			'n8n-nodes-aws-whatsapp: 200 ms, 0.33',
			'garbage collection: 100 ms, 0.17',
			'Node.js: 100 ms, 0.17',
		]);
	});

	it('is cut to the time in which the node was at work', () => {
		const span = { startedAt: 1_000_150, endedAt: 1_000_550 };
		const cut = during(profile, 1_000_000, span);
		expect([cut.startTime, cut.endTime]).toEqual([5_150_000, 5_550_000]);
		expect(cut.samples).toEqual([4, 5, 7]);
		expect(cut.timeDeltas).toEqual([50_000, 200_000, 100_000]);
		expect(cut.nodes.map(({ hitCount }) => hitCount)).toEqual([0, 0, 0, 1, 1, 0, 1]);
		expect(byFunction(cut).spent.map(round)).toEqual([
			'sign  native, for n8n-nodes-aws-whatsapp: 200 ms, 0.57',
			'(garbage collector): 100 ms, 0.29',
			'run  n8n-core/…/run.js:10: 50 ms, 0.14',
		]);
	});

	it('of nothing has nothing to tell', () => {
		const empty = { startTime: 0, endTime: 0, nodes: [] };
		expect(byFunction(empty)).toEqual({ spent: [], busyMs: 0 });
		expect(byOwner(during(profile, 0, { startedAt: 8e9, endedAt: 9e9 })).spent).toEqual([]);
		expect(profileReport({ whole: empty, longestHold: empty })[0]).toBe(
			'  the processor was at work for 0 of 0 ms',
		);
	});

	it.each([
		['node:internal/crypto/hash', 'Node.js', 'node:internal/crypto/hash'],
		[CORE, 'n8n-core', 'n8n-core/dist/run.js'],
		[`${HOME}/node_modules/n8n/node_modules/@n8n/di/dist/di.js`, '@n8n/di', '@n8n/di/dist/di.js'],
		['/n8n/node_modules/axios/lib/axios.js', 'axios', 'axios/lib/axios.js'],
		['evalmachine.<anonymous>', 'other (evalmachine.<anonymous>)', 'evalmachine.<anonymous>'],
		[`${HOME}/test/probe.mts`, 'other (probe.mts)', 'probe.mts'],
	])('knows the package of %s', (url, owner, path) => {
		expect(placeOf(url)).toEqual({ owner, path });
	});
});
