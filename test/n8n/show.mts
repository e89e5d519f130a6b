/** What `npm start` shows: a run, the phone, a conversation and where to look. */
import { STEP, type Examples } from './demo.mts';
import { itemsOf, type Outcome } from './execution.mts';
import { activate, untilSubscribed } from './live.mts';
import { until } from './process.mts';
import type { N8nServer } from './server.mts';
import type { LocalAws } from '../../local-aws/index.mts';

type Shown = Examples & { aws: LocalAws };

export const say = (text = '') => console.log(text);

/** @returns whether it went as it should */
export function showRun({ aws }: Shown, run: Outcome): boolean {
	showSteps(run);
	const problems = [...showPhone(aws.phone.messages), ...showComparison(run)];
	if (run.status !== 'success') problems.push(run.error?.message ?? `the run ended ${run.status}`);
	for (const problem of problems) say(`  ✗ ${problem}`);
	return problems.length === 0;
}

function showSteps(run: Outcome): void {
	for (const [name, [first]] of Object.entries(run.runData)) {
		say(`  ${first?.error ? '✗' : '✓'} ${name.padEnd(32)} ${first?.executionTime} ms`);
		if (first?.error) say(`    ${first.error.message}\n    ${first.error.description ?? ''}`);
	}
}

function showPhone(messages: LocalAws['phone']['messages']): string[] {
	for (const { from, fromName, to, type, media, message, state } of messages) {
		const content = message[type] as { caption?: string } | undefined;
		say(`\nThe phone ${to} got a ${type} from ${fromName} (${from}), ${state}:`);
		say(`  ${media?.filename}, ${media?.mimeType}, ${media?.bytes} bytes`);
		say(`  “${content?.caption}”`);
	}
	const delivered = messages.filter(({ state }) => state === 'delivered').length;
	return delivered === 1 ? [] : [`the phone should have got one message, not ${delivered}`];
}

function showComparison(run: Outcome): string[] {
	const { identical, downloadedFile } = itemsOf(run, STEP.comparison)[0]?.json ?? {};
	if (identical !== true) return ['the file downloaded again is not the file that was sent'];
	say(`\nThe file downloaded again is the file that was sent (SHA-256 ${String(downloadedFile)}).`);
	return [];
}

/** What the customer writes and taps. */
export const MESSAGES_IN_CONVERSATION = 2;
const CUSTOMER = '+4915112345678';

/** A customer writes, and taps what is offered. */
export async function holdConversation({ aws, answers }: Shown, server: N8nServer): Promise<void> {
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

export function tellAddresses(
	{ aws, workflow, messages, answers, orders, cleaning, everyOperation }: Shown,
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
  Old media        ${url}/workflow/${cleaning.id}
                   deleted every night, and a summary for a phone
  Every operation  ${url}/workflow/${everyOperation.id}
                   a node for each, to try against the stand-in

Ctrl-C ends all of it and leaves nothing behind.`);
}
