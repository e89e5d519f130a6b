import { messageTypes } from '../../whatsapp/message/messageTypes.ts';
import { interactiveTypes } from '../../whatsapp/message/interactive/interactiveTypes.ts';
import { INTERACTIVE, link, rows, TYPES, type Parameters } from '../message-forms.mts';
import { useSetting } from './setting.mts';

const setting = useSetting();

const INDIA = {
	currency: 'INR',
	beneficiaries: rows({
		name: 'Asha Rao',
		addressLine1: '12 Hill Road',
		city: 'Mumbai',
		state: 'Maharashtra',
		postalCode: '400063',
	}),
};

/** Composes the message with what n8n gives for this form, and with nothing else. */
async function preview(parameters: Parameters) {
	const result = await setting.send({ ...parameters, options: { previewOnly: true } });
	expect(result.error?.message).toBeUndefined();
	return result.outputs[0]?.[0]?.json;
}

describe('a message filled in as the panel asks', () => {
	it('exists for every type', () => {
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

	/** Choices that hide fields, which then get no value from n8n. */
	it.each<[string, string, Parameters]>([
		['order_details', 'a total alone', { orderContent: 'total', totalAmount: '25.00' }],
		['order_details', 'those who receive it in India', INDIA],
		['order_status', 'a payment alone', { orderStatus: 'unchanged', paymentStatus: 'captured' }],
	])('is composed as %s with %s', async (type, _name, choices) => {
		await preview({
			messageType: 'interactive',
			interactiveType: type,
			bodyText: 'Hello',
			...INTERACTIVE[type],
			...choices,
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
