/**
 * `npm start`: runs the example in real n8n against the local stand-in of AWS, shows what arrived on
 * the phone, then leaves the n8n editor and the phone open. With `--once` it ends after the run.
 */
import { addShowcaseTemplates } from '../local-aws/social-messaging/template-showcase.mts';
import { openDemo, STEP, type Demo } from './demo.mts';
import { itemsOf, type ExecutedWorkflow } from './execution.mts';

const EDITOR_PORT = 5678;
const PHONE_PORT = 5680;
const CTRL_C = 130;

const say = (text = '') => console.log(text);

let isInterrupted = false;
const interrupted = new Promise<number>((resolve) => {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
		process.on(signal, () => {
			isInterrupted = true;
			resolve(CTRL_C);
		});
	}
});

async function runExample({ aws, home, workflow }: Demo): Promise<boolean> {
	say(`\nRunning the workflow "${workflow.name}"\n`);
	const run = await home.execute(workflow.id);
	showSteps(run);
	const problems = [...showPhone(aws.phone.messages), ...showComparison(run)];
	if (run.status !== 'success') problems.push(run.error?.message ?? `the run ended ${run.status}`);
	for (const problem of problems) say(`  ✗ ${problem}`);
	return problems.length === 0;
}

function showSteps(run: ExecutedWorkflow): void {
	for (const [name, [first]] of Object.entries(run.runData)) {
		say(`  ${first?.error ? '✗' : '✓'} ${name.padEnd(32)} ${first?.executionTime} ms`);
		if (first?.error) say(`    ${first.error.message}\n    ${first.error.description ?? ''}`);
	}
}

function showPhone(messages: Demo['aws']['phone']['messages']): string[] {
	for (const { from, fromName, to, type, media, message, state } of messages) {
		const content = message[type] as { caption?: string } | undefined;
		say(`\nThe phone ${to} got a ${type} from ${fromName} (${from}), ${state}:`);
		say(`  ${media?.filename}, ${media?.mimeType}, ${media?.bytes} bytes`);
		say(`  “${content?.caption}”`);
	}
	const delivered = messages.filter(({ state }) => state === 'delivered').length;
	return delivered === 1 ? [] : [`the phone should have got one message, not ${delivered}`];
}

function showComparison(run: ExecutedWorkflow): string[] {
	const { identical, downloadedFile } = itemsOf(run, STEP.comparison)[0]?.json ?? {};
	if (identical !== true) return ['the file downloaded again is not the file that was sent'];
	say(`\nThe file downloaded again is the file that was sent (SHA-256 ${String(downloadedFile)}).`);
	return [];
}

async function leaveOpen({ aws, home, workflow, messages, everyOperation }: Demo): Promise<void> {
	say('\nStarting the n8n editor …');
	const { url, owner } = await home.serve(EDITOR_PORT);
	say(`
  n8n editor       ${url}/workflow/${workflow.id}
                   log in as ${owner.email} with password ${owner.password}
  More messages    ${url}/workflow/${messages.id}
                   a template with a file, buttons and a place
  Every operation  ${url}/workflow/${everyOperation.id}
                   a node for each, to try against the stand-in
  The phone        ${aws.phoneUrl}

Ctrl-C ends both and leaves nothing behind.`);
}

async function main(): Promise<number> {
	say('Preparing n8n and a local stand-in for AWS …');
	const demo = await openDemo({ phonePort: PHONE_PORT });
	const { account } = demo.aws;
	addShowcaseTemplates(account, account.businessAccounts[0]?.id ?? '');
	try {
		const succeeded = await Promise.race([runExample(demo), interrupted]);
		if (succeeded === CTRL_C) return CTRL_C;
		if (process.argv.includes('--once')) return succeeded ? 0 : 1;
		if ((await Promise.race([leaveOpen(demo), interrupted])) === CTRL_C) return CTRL_C;
		await interrupted;
		return succeeded ? 0 : 1;
	} finally {
		say('\nCleaning up …');
		await demo.dispose();
	}
}

try {
	process.exitCode = await main();
} catch (error) {
	// A terminal's Ctrl-C ends n8n as well, in the middle of whatever it was asked to do.
	if (!isInterrupted) throw error;
	process.exitCode = CTRL_C;
}
