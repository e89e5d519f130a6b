import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalAws, type LocalAws } from '../../local-aws/index.mts';
import { localCredential } from '../n8n/demo.mts';
import { itemsOf, type Item } from '../n8n/execution.mts';
import { createN8nHome, type N8nHome } from '../n8n/n8n.mts';
import { during, type Profiled } from './profile.mts';
import {
	PROBE_VARIABLE,
	whenHeldLongest,
	type ProbeOrder,
	type ProbeRecord,
	type Span,
	type Watch,
} from './watch.mts';
import { STEP, type BenchWorkflow } from './workflows.mts';

const PROBE = join(import.meta.dirname, 'probe.mts');
const FLOOR_NODES = join(import.meta.dirname, 'nodes');

/** What a run tells of the node under test. */
export interface Run {
	/** When the node was at work, and for how long. */
	span: Span;
	ms: number;
	items: Item[];
}

/** Everything that the parts of the bench need: the stand-in for AWS and real n8n. */
export interface World {
	aws: LocalAws;
	home: N8nHome;
	/** For files that n8n may read. */
	folder: string;
	phoneNumberId: string;
	importWorkflows(list: BenchWorkflow[]): Promise<void>;
	/** Runs a workflow in an n8n process of its own. @throws if it failed */
	run(workflow: BenchWorkflow): Promise<Run>;
	/** The same, watched from within that process. */
	watch(workflow: BenchWorkflow, watch: Watch): Promise<Run & { record: ProbeRecord }>;
	/** The same, for where the processor's time goes while the node under test is at work. */
	profile(workflow: BenchWorkflow): Promise<Profiled>;
	dispose(): Promise<void>;
}

/** n8n keeps every file of every run; a bench would fill the disk. */
async function forgetFiles(home: N8nHome): Promise<void> {
	await rm(join(home.folder, '.n8n/storage'), { recursive: true, force: true });
}

export async function createWorld(): Promise<World> {
	const folder = await mkdtemp(join(tmpdir(), 'aws-whatsapp-bench-'));
	const aws = await startLocalAws();
	let home: N8nHome | undefined;
	let disposing: Promise<void> | undefined;
	const disposeOnce = async () => {
		await home?.dispose();
		await aws.close();
		await rm(folder, { recursive: true, force: true });
	};
	const dispose = async () => await (disposing ??= disposeOnce());
	try {
		home = await createN8nHome({
			tarball: process.env.AWS_WHATSAPP_TARBALL ?? '',
			env: { N8N_RESTRICT_FILE_ACCESS_TO: folder },
		});
		await cp(FLOOR_NODES, join(home.folder, '.n8n/nodes/node_modules/n8n-nodes-bench'), {
			recursive: true,
		});
		await home.importCredentials([localCredential(aws)]);
		return { ...runner(aws, home, folder), dispose };
	} catch (error) {
		await dispose();
		throw error;
	}
}

function runner(aws: LocalAws, home: N8nHome, folder: string): Omit<World, 'dispose'> {
	const run = async (workflow: BenchWorkflow, order?: ProbeOrder): Promise<Run> => {
		await forgetFiles(home);
		const result = await home.execute(
			workflow.id,
			order && {
				nodeOptions: ['--import', PROBE],
				env: { [PROBE_VARIABLE]: JSON.stringify(order) },
			},
		);
		const [node] = result.runData[STEP] ?? [];
		if (result.status !== 'success' || !node) {
			throw new Error(`'${workflow.name}' failed: ${result.error?.message ?? result.stderr}`);
		}
		return {
			span: { startedAt: node.startTime, endedAt: node.startTime + node.executionTime },
			ms: node.executionTime,
			items: itemsOf(result, STEP),
		};
	};
	const watch: World['watch'] = async (workflow, what) => {
		const file = join(folder, 'record.json');
		const result = await run(workflow, { ...what, file });
		const record = JSON.parse(await readFile(file, 'utf8')) as ProbeRecord;
		await rm(file);
		return { ...result, record };
	};
	return {
		aws,
		home,
		folder,
		phoneNumberId: aws.account.phoneNumbers[0]?.id ?? '',
		importWorkflows: async (list) => await home.importWorkflows(list),
		run: async (workflow) => await run(workflow),
		watch,
		profile: async (workflow) => {
			const { span, record } = await watch(workflow, { profile: true, holds: true });
			if (!record.profile) throw new Error(`There is no profile of '${workflow.name}'`);
			const { cpu, startedAt } = record.profile;
			return {
				whole: during(cpu, startedAt, span),
				longestHold: during(cpu, startedAt, whenHeldLongest(record, span)),
			};
		},
	};
}
