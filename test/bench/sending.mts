import type { LocalAws } from '../../local-aws/index.mts';
import type { N8nHome } from '../n8n/n8n.mts';
import { figure, line, type Claim } from './figures.mts';
import { httpSend, manyItems, oneByOne, phoneNumber, whatsApp, workflow } from './workflows.mts';

const MESSAGES = 1000;
const ROUNDS = 3;

async function sendMs(aws: LocalAws, home: N8nHome, workflowId: string): Promise<number> {
	await aws.reset();
	const result = await home.execute(workflowId);
	const [run] = result.runData.Send ?? [];
	if (result.status !== 'success' || !run)
		throw new Error(`The workflow failed: ${result.error?.message}`);
	if (aws.phone.messages.length !== MESSAGES) {
		throw new Error(`${aws.phone.messages.length} of ${MESSAGES} messages arrived`);
	}
	return run.executionTime;
}

/** 1,000 text messages with two expressions each, against n8n's own HTTP Request node. */
export async function benchSending(aws: LocalAws, home: N8nHome): Promise<Claim[]> {
	const phoneNumberId = aws.account.phoneNumbers[0]?.id ?? '';
	const items = [manyItems(MESSAGES), oneByOne];
	const ours = workflow(
		'send by node',
		...items,
		whatsApp('Send', {
			resource: 'message',
			operation: 'send',
			originationPhoneNumberId: phoneNumber(phoneNumberId),
			to: '=+49151{{ 10000000 + $json.n }}',
			messageType: 'text',
			textBody: '=Hello {{ $json.n }}',
		}),
	);
	const theirs = workflow('send by HTTP Request', ...items, httpSend(phoneNumberId));
	await home.importWorkflows([ours, theirs]);

	const times = { ours: [] as number[], theirs: [] as number[], ratio: [] as number[] };
	for (let round = 0; round < ROUNDS; round++) {
		const mine = await sendMs(aws, home, ours.id);
		const http = await sendMs(aws, home, theirs.id);
		times.ours.push(mine);
		times.theirs.push(http);
		times.ratio.push(mine / http);
	}
	console.log(`\n${MESSAGES} text messages, two expressions each, ${ROUNDS} rounds`);
	console.log(line('node', figure(times.ours), 'ms'));
	console.log(line("n8n's HTTP Request node, same credential", figure(times.theirs), 'ms'));
	console.log(line('node / HTTP Request, round by round', figure(times.ratio), '', 2));
	return [];
}
