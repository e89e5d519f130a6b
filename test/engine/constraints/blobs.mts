import { generateKeyPairSync } from 'node:crypto';
import { asBlob, documentOf, letters, type Constraint } from './constraint.mts';

const flow = (bytes: number) =>
	documentOf(bytes, (padding) => ({ version: '7.3', screens: [], padding }));
const definition = (bytes: number) =>
	documentOf(bytes, (text) => ({
		name: 'a',
		language: 'en_US',
		category: 'UTILITY',
		components: [{ type: 'BODY', text }],
	}));
const components = (bytes: number) => documentOf(bytes, (text) => [{ type: 'BODY', text }]);
const whatsApp = (bytes: number) =>
	documentOf(bytes, (padding) => ({ messaging_product: 'whatsapp', action: 'connect', padding }));
const EVENT = { event_name: 'Purchase', event_time: 1_790_000_000 };
const events = (bytes: number) =>
	documentOf(bytes, (padding) => ({ data: [{ ...EVENT, padding }] }));
const manyEvents = (length: number) => ({ data: Array.from({ length }, () => EVENT) });

const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString().trim();
const remark = `${letters(60)}\n`.repeat(200);
const pemOf = (characters: number) => `${remark.slice(0, characters - pem.length - 1)}\n${pem}`;

const asWhatsAppBlob = (value: unknown) =>
	asBlob({ messaging_product: 'whatsapp', ...Object(value) });

const notObjects = ['', null, '{', '[]', '"text"', 5];

export const blobs: Constraint[] = [
	{
		place: ['flow', 'create'],
		label: 'Flow JSON',
		path: 'additionalFields.flowJson',
		inside: [{ a: 1 }, flow(10_485_760)],
		outside: [flow(10_485_761), '{', '[]'],
		sent: asBlob,
	},
	{
		place: ['flow', 'updateAssets'],
		label: 'Flow JSON',
		path: 'flowJson',
		inside: [{ a: 1 }, flow(10_485_760)],
		outside: [flow(10_485_761), ...notObjects],
		sent: asBlob,
	},
	{
		place: ['template', 'create'],
		label: 'Template Definition',
		path: 'templateDefinition',
		more: { specifyTemplate: 'json' },
		inside: [definition(6000)],
		outside: [definition(6001), ...notObjects],
		sent: asBlob,
	},
	{
		place: ['template', 'update'],
		label: 'Components',
		path: 'updateFields.templateComponents',
		inside: [components(3000)],
		outside: [components(3001), '{', '{}', '[]'],
		sent: asBlob,
	},
	{
		place: ['call', 'sendEvent'],
		label: 'Call Event',
		path: 'callEvent',
		inside: [whatsApp(2_048_000)],
		outside: [whatsApp(2_048_001), ...notObjects],
		sent: asWhatsAppBlob,
	},
	{
		place: ['message', 'send'],
		label: 'Message',
		path: 'message',
		more: { messageType: 'customJson' },
		inside: [whatsApp(2_048_000)],
		outside: [whatsApp(2_048_001), ...notObjects],
		sent: asWhatsAppBlob,
	},
	{
		place: ['conversion', 'sendEvents'],
		label: 'Events',
		path: 'eventData',
		inside: [events(1_024_000), manyEvents(1), manyEvents(1000)],
		outside: [events(1_024_001), manyEvents(0), manyEvents(1001), ...notObjects],
		sent: asBlob,
	},
	{
		place: ['phoneNumber', 'setPublicKey'],
		label: 'Public Key',
		path: 'businessPublicKey',
		more: { keySource: 'businessPublicKey' },
		inside: [pem, pemOf(8192)],
		outside: [pemOf(8193), '', 'text'],
	},
];
