/**
 * `npm start`: runs the example in real n8n against the local stand-in of AWS, shows what arrived on
 * the phone, holds a conversation with the example that answers, then leaves the n8n editor and the
 * phone open. With `--once` it ends after that.
 */
import { addShowcaseTemplates } from '../../local-aws/index.mts';
import { openDemo, STEP, type Demo } from './demo.mts';
import { itemsOf, type ExecutedWorkflow } from './execution.mts';
import { activate, untilSubscribed } from './live.mts';
import { until } from './process.mts';
import type { N8nServer } from './server.mts';

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

const CUSTOMER = '+4915112345678';

/** A customer writes, and taps what is offered. */
async function holdConversation({ aws, answers }: Demo, server: N8nServer): Promise<void> {
	say(`\nActivating the workflow "${answers.name}"\n`);
	await activate(server, answers.id);
	await untilSubscribed(aws, 1);
	const answered = async (write: () => void): Promise<void> => {
		const { length } = aws.phone.timeline;
		write();
		await until('an answer', async () => aws.phone.timeline.length === length + 2, 20_000);
		for (const { isWritten, message, type } of aws.phone.timeline.slice(length)) {
			say(`  ${isWritten ? 'Customer' : 'Workflow'}: ${words(type, message)}`);
		}
	};
	await answered(() => {
		aws.phone.write({
			from: CUSTOMER,
			message: { type: 'text', text: { body: 'Hello, when are you open?' } },
		});
	});
	await answered(() => {
		aws.phone.write({
			from: CUSTOMER,
			replyTo: aws.phone.timeline.at(-1)?.whatsAppMessageId,
			message: {
				type: 'interactive',
				interactive: {
					type: 'button_reply',
					button_reply: { id: 'hours', title: 'Opening hours' },
				},
			},
		});
	});
}

/** A message in one line. */
function words(type: string, message: Record<string, unknown>): string {
	const content = message[type] as {
		body?: string | { text?: string };
		action?: { buttons?: Array<{ reply?: { title?: string } }> };
		button_reply?: { title?: string };
	};
	const buttons = content.action?.buttons?.map(({ reply }) => `[${reply?.title}]`) ?? [];
	const text = typeof content.body === 'string' ? content.body : content.body?.text;
	return [text ?? `taps [${content.button_reply?.title}]`, ...buttons].join(' ');
}

function tellAddresses(
	{ aws, workflow, messages, answers, orders, everyOperation }: Demo,
	server: N8nServer,
) {
	const { url, owner } = server;
	say(`
  The phone        ${aws.phoneUrl}
                   write, tap the buttons, send a photo: the workflow answers
  n8n editor       ${url}/workflow/${workflow.id}
                   log in as ${owner.email} with password ${owner.password}
  The answers      ${url}/workflow/${answers.id}
                   the trigger at work; each message is one execution
  More messages    ${url}/workflow/${messages.id}
                   a template with a file, buttons and a place
  Each order once  ${url}/workflow/${orders.id}
                   run it twice: the second time, nothing is sent
  Every operation  ${url}/workflow/${everyOperation.id}
                   a node for each, to try against the stand-in

Ctrl-C ends all of it and leaves nothing behind.`);
}

async function showAnswers(demo: Demo): Promise<N8nServer> {
	say('\nStarting the n8n editor …');
	const server = await demo.home.serve(EDITOR_PORT);
	await holdConversation(demo, server);
	return server;
}

async function main(): Promise<number> {
	say('Preparing n8n and a local stand-in for AWS …');
	const demo = await openDemo({ phonePort: PHONE_PORT, hasAllModules: true });
	const { account } = demo.aws;
	addShowcaseTemplates(account, account.businessAccounts[0]?.id ?? '');
	try {
		const succeeded = await Promise.race([runExample(demo), interrupted]);
		if (succeeded === CTRL_C) return CTRL_C;
		const server = await Promise.race([showAnswers(demo), interrupted]);
		if (typeof server === 'number') return server;
		if (process.argv.includes('--once')) return succeeded ? 0 : 1;
		tellAddresses(demo, server);
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
