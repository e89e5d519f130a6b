import { messageTypes } from '../../nodes/AwsWhatsApp/message/messageTypes.ts';
import { interactiveTypes } from '../../nodes/AwsWhatsApp/message/interactive/interactiveTypes.ts';
import { startSetting, type Setting } from './setting.mts';

let setting: Setting;
beforeAll(async () => {
	setting = await startSetting();
});
afterAll(async () => await setting.stop());
beforeEach(async () => await setting.reset());

type Parameters = Record<string, unknown>;

const WAMID = 'wamid.HBgNNDkxNTExMjM0NTY3OBUCABIYFDNBMEE5';
const rows = (...row: object[]) => ({ row });
const link = (n: number) => ({ mediaSource: 'link', link: `https://example.org/${n}.jpg` });

/** One of each type, with the parameters that the form of this type shows. */
const TYPES: Record<string, Parameters> = {
	audio: { ...link(1) },
	contacts: { contacts: rows({ firstName: 'Ada', phones: rows({ phone: '+4915112345678' }) }) },
	document: { ...link(1) },
	image: { ...link(1) },
	location: { latitude: '52.5', longitude: '13.4' },
	pin: { recipientType: 'group', to: '120363000000000000', messageId: WAMID },
	reaction: { messageId: WAMID, emoji: '👍' },
	sticker: { ...link(1) },
	text: { textBody: 'Hello' },
	video: { ...link(1) },
};

const INTERACTIVE: Record<string, Parameters> = {
	address_message: {},
	button: { buttons: rows({ title: 'Yes' }, { title: 'No' }) },
	call_permission_request: {},
	carousel: {
		cards: rows(
			{ headerType: 'image', ...link(1), displayText: 'View', url: 'https://example.org/1' },
			{ headerType: 'image', ...link(2), displayText: 'View', url: 'https://example.org/2' },
		),
	},
	catalog_message: {},
	cta_url: { displayText: 'Track', url: 'https://example.org/17' },
	flow: { flowId: { __rl: true, mode: 'id', value: '1013859600285441' }, flowCta: 'Book' },
	list: { buttonText: 'Choose', rows: rows({ title: 'One' }, { title: 'Two' }) },
	location_request_message: {},
	order_details: {
		referenceId: 'A-17',
		items: rows({ retailerId: 'SKU-1', name: 'Cake', amount: '25.00', quantity: 2 }),
	},
	order_status: { referenceId: 'A-17', orderStatus: 'shipped' },
	product: { catalogId: '900', productRetailerId: 'SKU-1' },
	product_list: {
		headerText: 'Bestsellers',
		catalogId: '900',
		products: rows({ productRetailerId: 'SKU-1' }),
	},
	request_contact_info: {},
	voice_call: {},
};

/** Sent, or refused by WhatsApp, but never because the node asked for what its form does not have. */
async function preview(parameters: Parameters) {
	const result = await setting.send({ ...parameters, options: { previewOnly: true } });
	expect(result.error?.message).toBeUndefined();
	return result.outputs[0]?.[0]?.json;
}

describe('a message that is filled in as the panel asks', () => {
	it('is there for every type', () => {
		const types = messageTypes.map(({ value }) => value).filter((value) => value !== 'interactive');
		expect(Object.keys(TYPES).sort()).toEqual(types.sort());
		expect(Object.keys(INTERACTIVE).sort()).toEqual(
			interactiveTypes.map(({ value }) => value).sort(),
		);
	});

	it.each(Object.entries(TYPES))('is composed as %s', async (messageType, parameters) => {
		expect(await preview({ messageType, ...parameters })).toMatchObject({
			type: messageType,
			isPreview: true,
			message: { [messageType]: expect.anything() },
		});
	});

	it.each(Object.entries(INTERACTIVE))('is composed as %s', async (type, parameters) => {
		const message = { messageType: 'interactive', interactiveType: type, bodyText: 'Hello' };
		expect(await preview({ ...message, ...parameters })).toMatchObject({
			type: 'interactive',
			message: { interactive: { type, body: { text: 'Hello' }, action: expect.anything() } },
		});
	});

	it.each([
		['list', 'rows', [{ title: 'One' }]],
		['product_list', 'products', [{ productRetailerId: 'SKU-1' }]],
		['order_details', 'items', [{ retailerId: 'a', name: 'b', amount: 1, quantity: 1 }]],
	])('is composed as %s with %s from JSON', async (type, name, list) => {
		const camel = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
		const { [name]: _rows, ...others } = INTERACTIVE[type] ?? {};
		await preview({
			messageType: 'interactive',
			interactiveType: type,
			bodyText: 'Hello',
			...others,
			[`specify${camel}`]: 'json',
			[`${name}Json`]: JSON.stringify(list),
		});
	});

	it('has cards with products, and with replies', async () => {
		const carousel = { messageType: 'interactive', interactiveType: 'carousel', bodyText: 'Hello' };
		await preview({
			...carousel,
			carouselType: 'product',
			catalogId: '900',
			cards: rows({ productRetailerId: 'a' }, { productRetailerId: 'b' }),
		});
		await preview({
			...carousel,
			carouselType: 'quick_reply',
			cards: rows(
				{ headerType: 'image', ...link(1), buttons: rows({ title: 'A' }) },
				{ headerType: 'video', ...link(2), buttons: rows({ title: 'B' }) },
			),
		});
	});
});
