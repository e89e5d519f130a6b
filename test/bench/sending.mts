import type { LocalAws } from '../../local-aws/index.mts';
import type { Contestant } from './comparison.mts';
import type { Run, World } from './world.mts';
import { httpRequest, whatsApp, type BenchWorkflow, type Step } from './workflows.mts';

const TO = '=+49151{{ 10000000 + $json.n }}';
const SEND_URL = 'https://social-messaging.amazonaws.com/v1/whatsapp/send';

const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const fromList = (value: string) => ({ __rl: true, mode: 'list', value });

/** Our node, sending a message for each item. */
const send = (parameters: object): Step =>
	whatsApp({ resource: 'message', operation: 'send', to: TO, ...parameters });

/** HTTP Request, sending the same; the message as JavaScript in the one expression of its body. */
const sendByHttp = (phoneNumberId: string, message: string): Step =>
	httpRequest(
		SEND_URL,
		`={{ JSON.stringify({ originationPhoneNumberId: '${phoneNumberId}', metaApiVersion: 'v24.0', message: JSON.stringify({ messaging_product: 'whatsapp', recipient_type: 'individual', to: '+49151' + (10000000 + $json.n), ${message} }).base64Encode() }) }}`,
	);

const text = { messageType: 'text', textBody: '=Hello {{ $json.n }}' };

/** A text with two expressions, the recipient and the words. */
export const sendText = (phoneNumberId: string) =>
	send({ originationPhoneNumberId: fromList(phoneNumberId), ...text });

/** The same, with a third expression for the phone number. */
export const sendTextFromAnyNumber = () =>
	send({ originationPhoneNumberId: byId('={{ $json.from }}'), ...text });

/** A space between braces, since n8n ends an expression at two of them. */
export const sendTextByHttp = (phoneNumberId: string) =>
	sendByHttp(phoneNumberId, "type: 'text', text: { body: 'Hello ' + $json.n } ");

/** A template of the seed whose body has three variables. */
export const TEMPLATE = { name: 'order_update', language: 'de' };
const VARIABLES = {
	bodyText1: "'Person ' + $json.n",
	bodyText2: "'A-' + $json.n",
	bodyText3: "'day ' + ($json.n % 28)",
};

/** By the form of the template, each variable by expression. */
export const sendTemplate = (phoneNumberId: string, templateId: string) =>
	send({
		originationPhoneNumberId: fromList(phoneNumberId),
		messageType: 'template',
		metaTemplateId: fromList(templateId),
		templateFields: {
			mappingMode: 'defineBelow',
			value: Object.fromEntries(
				Object.entries(VARIABLES).map(([name, value]) => [name, `={{ ${value} }}`]),
			),
		},
	});

export function sendTemplateByHttp(phoneNumberId: string): Step {
	const parameters = Object.values(VARIABLES).map((value) => `{ type: 'text', text: ${value} }`);
	const { name, language } = TEMPLATE;
	return sendByHttp(
		phoneNumberId,
		`type: 'template', template: { name: '${name}', language: { code: '${language}' }, components: [{ type: 'body', parameters: [${parameters.join()}] }] } `,
	);
}

/** The same text for the same value, whatever the order of its members. */
function canonical(value: unknown): string {
	return JSON.stringify(value, (_key, part: unknown) =>
		part !== null && typeof part === 'object' && !Array.isArray(part)
			? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
			: part,
	);
}

/** The sends that the stand-in has accepted, in an order that does not depend on who was first. */
function accepted({ requests }: LocalAws): string[] {
	const sends = requests.filter(
		({ action, status }) => action === 'SendWhatsAppMessage' && status === 200,
	);
	const bodies = sends.map(({ body }) => {
		const { message, ...rest } = JSON.parse(body.toString()) as { message: string };
		const decoded: unknown = JSON.parse(Buffer.from(message, 'base64').toString());
		return canonical({ ...rest, message: decoded });
	});
	return bodies.sort();
}

/** Sees to it that all who are compared have sent the same, or the comparison would be of nothing. */
export class SameSends {
	private expected: string[] | undefined;
	private readonly messages: number;

	constructor(messages: number) {
		this.messages = messages;
	}

	check(aws: LocalAws, { name }: BenchWorkflow, { items }: Run): void {
		const sent = accepted(aws);
		if (sent.length !== this.messages || items.length !== this.messages) {
			throw new Error(
				`'${name}' sent ${sent.length} and put out ${items.length} of ${this.messages} messages`,
			);
		}
		const expected = (this.expected ??= sent);
		const other = sent.findIndex((body, i) => body !== expected[i]);
		if (other !== -1) {
			throw new Error(`'${name}' sent ${sent[other]}, where another sent ${expected[other]}`);
		}
	}
}

/** A contestant of a comparison of sends, by its node's own time. */
export function sender(
	world: World,
	sends: BenchWorkflow,
	same: SameSends,
	{ isOurs, arrange = () => {} }: { isOurs: boolean; arrange?: (aws: LocalAws) => void },
): Contestant<{ ms: number }> {
	const prepare = async () => {
		await world.aws.reset();
		arrange(world.aws);
	};
	return {
		name: sends.name,
		run: async () => {
			await prepare();
			const run = await world.run(sends);
			same.check(world.aws, sends, run);
			return { ms: run.ms };
		},
		...(isOurs && {
			profile: async () => {
				await prepare();
				return await world.profile(sends);
			},
		}),
	};
}
