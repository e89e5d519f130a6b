/**
 * `npm start`: runs the example in real n8n against the local stand-in of AWS, shows what arrived on
 * the phone, holds a conversation with the example that answers, then leaves the n8n editor and the
 * phone open. With `--queue` n8n runs in queue mode, and its workers do all of that. With `--once` it
 * ends after that.
 */
import { addShowcaseTemplates, type LocalAws } from '../../local-aws/index.mts';
import { openDemo, type Examples } from './demo.mts';
import type { Outcome } from './execution.mts';
import { executionsOf } from './live.mts';
import { until } from './process.mts';
import { openQueueDemo } from './queue-demo.mts';
import type { QueueMode } from './queue.mts';
import type { N8nServer } from './server.mts';
import {
	holdConversation,
	MESSAGES_IN_CONVERSATION,
	say,
	showRun,
	tellAddresses,
} from './show.mts';

const EDITOR_PORT = 5678;
const PHONE_PORT = 5680;
const CTRL_C = 130;

/** All that is on show, whichever way n8n runs. */
interface Stage extends Examples {
	aws: LocalAws;
	/** Runs the example. */
	run(): Promise<Outcome>;
	openEditor(): Promise<N8nServer>;
	/** Who carried out so many executions of a workflow, where there is more than one to do it. */
	tellWho(server: N8nServer, workflowId: string, count: number): Promise<void>;
	dispose(): Promise<void>;
}

const sayCleaning = () => say('\nCleaning up …');

const interruption = new AbortController();
const interrupted = new Promise<number>((resolve) => {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
		process.on(signal, () => {
			if (interruption.signal.aborted) return;
			sayCleaning();
			interruption.abort();
			resolve(CTRL_C);
		});
	}
});

async function openStage(): Promise<Stage> {
	say('Preparing n8n and a local stand-in for AWS …');
	const demo = await openDemo({ phonePort: PHONE_PORT, hasAllModules: true });
	return {
		...demo,
		run: async () => await demo.home.execute(demo.workflow.id),
		openEditor: async () => {
			say('\nStarting the n8n editor …');
			return await demo.home.serve(EDITOR_PORT);
		},
		tellWho: async () => undefined,
	};
}

async function openQueueStage(): Promise<Stage> {
	say('Preparing a local stand-in for AWS, and n8n in queue mode:');
	const demo = await openQueueDemo({
		phonePort: PHONE_PORT,
		port: EDITOR_PORT,
		hasAllModules: true,
		signal: interruption.signal,
		tell: (text) => say(`  starting ${text} …`),
	});
	const { queue } = demo;
	return {
		...demo,
		run: async () => await queue.ended(await queue.execute(demo.workflow.id)),
		openEditor: async () => queue.main,
		tellWho: async (...what) => await tellWorkers(queue, ...what),
	};
}

async function tellWorkers(queue: QueueMode, server: N8nServer, workflowId: string, count: number) {
	const executions = async () => await executionsOf(server, workflowId);
	// What arrived on the phone shows before n8n says that the execution has ended.
	await until('the executions', async () => (await executions()).length >= count, 20_000);
	const told = (await executions()).reverse().map(({ id }) => {
		const worker = queue.whichWorker(id);
		return worker ? `${worker.name} (process ${worker.pid})` : 'no worker';
	});
	say(`\nExecuted by ${told.join(', ')}; n8n's main process is ${server.pid}.`);
}

async function runExample(stage: Stage): Promise<boolean> {
	say(`\nRunning the workflow "${stage.workflow.name}"\n`);
	return showRun(stage, await stage.run());
}

async function showAnswers(stage: Stage): Promise<N8nServer> {
	const server = await stage.openEditor();
	await stage.tellWho(server, stage.workflow.id, 1);
	await holdConversation(stage, server);
	await stage.tellWho(server, stage.answers.id, MESSAGES_IN_CONVERSATION);
	return server;
}

async function main(): Promise<number> {
	const stage = await (process.argv.includes('--queue') ? openQueueStage() : openStage());
	const { account } = stage.aws;
	addShowcaseTemplates(account, account.businessAccounts[0]?.id ?? '');
	try {
		const succeeded = await Promise.race([runExample(stage), interrupted]);
		if (succeeded === CTRL_C) return CTRL_C;
		const server = await Promise.race([showAnswers(stage), interrupted]);
		if (typeof server === 'number') return server;
		if (process.argv.includes('--once')) return succeeded ? 0 : 1;
		tellAddresses(stage, server);
		await interrupted;
		return succeeded ? 0 : 1;
	} finally {
		if (!interruption.signal.aborted) sayCleaning();
		await stage.dispose();
	}
}

try {
	process.exitCode = await main();
} catch (error) {
	// A terminal's Ctrl-C ends n8n as well, in the middle of whatever it was asked to do.
	if (!interruption.signal.aborted) throw error;
	process.exitCode = CTRL_C;
}
// Whatever still waits for an answer waits in vain.
if (interruption.signal.aborted) process.exit();
