import { useLocalAws } from '../use-local-aws.mts';
import { sendCommand, socialMessagingClient } from '../clients.mts';
import { openPhoneScreen } from './phone-screen.mts';
import type { PhoneScreen } from './phone-screen.mts';

const aws = useLocalAws();
let screen: PhoneScreen;
beforeAll(async () => {
	screen = await openPhoneScreen(aws);
});
beforeEach(async () => {
	screen.problems.length = 0;
});
afterEach(() => expect(screen.problems).toEqual([]));
afterAll(async () => {
	await screen?.close();
});

const ada = { to: '+4915112345678' };
const group = { to: 'Y2FwaV9ncm91cDox', recipient_type: 'group' };

async function send(message: object): Promise<string> {
	return (await socialMessagingClient(aws).send(sendCommand(aws, message))).messageId ?? '';
}

const text = (body: string, more: object = ada) => send({ ...more, type: 'text', text: { body } });
const react = (messageId: string, emoji: string) =>
	send({ ...ada, type: 'reaction', reaction: { message_id: messageId, emoji } });
const lineAt = (index: number) => screen.bubbles.nth(index).innerText();

describe('a reaction', () => {
	it('appears on the bubble of its message, and disappears when it is removed', async () => {
		const first = await text('Is it ready?');
		await text('And the other one?');
		await react(first, '👍');
		await screen.show(2);
		const reactions = screen.page.locator('.reactions');
		expect(await reactions.allInnerTexts()).toEqual(['👍']);
		expect(await lineAt(0)).toContain('👍');
		await react(first, '');
		await reactions.waitFor({ state: 'detached' });
		expect(await screen.bubbles.count()).toBe(2);
	});

	it('appears while the chat is open, and replaces the previous one', async () => {
		const messageId = await text('Is it ready?');
		await react(messageId, '👍');
		await screen.show();
		await react(messageId, '🎉');
		await screen.page.locator('.reactions', { hasText: '🎉' }).waitFor();
		expect(await screen.page.locator('.reactions').allInnerTexts()).toEqual(['🎉']);
	});
});

describe('a reply', () => {
	const reply = (messageId: string, body: string) =>
		text(body, { ...ada, context: { message_id: messageId } });

	it('quotes the message it answers, if that message is known', async () => {
		await reply(await text('Which size?'), 'The large one');
		await reply('wamid.unknown', 'Gladly');
		await screen.show(3);
		expect(await screen.page.locator('.quote').allInnerTexts()).toEqual([
			'Nordwind Coffee\nWhich size?',
			'You\nIn reply to your message',
		]);
	});

	it('shows no quote if it is a template, as in WhatsApp', async () => {
		const template = { name: 'win_a_prize', language: { code: 'en_US' } };
		const context = { message_id: await text('Which size?') };
		await send({ ...ada, context, type: 'template', template });
		await screen.show(2);
		expect(await screen.page.locator('.quote').count()).toBe(0);
	});
});

describe('a chat', () => {
	it.each([
		['a phone number', ada, '+4915112345678'],
		['a group', group, 'Y2FwaV9ncm91cDox'],
		['somebody without a number', { recipient: 'DE.13491208655302741918' }, 'DE.1349120'],
		['somebody known to a portfolio', { recipient: 'DE.ENT.13491208655302' }, 'DE.ENT.1349'],
	])('exists for %s', async (_name, to, title) => {
		await text('Elsewhere', { to: '+4930111111' });
		await text('Hello', to);
		await screen.show();
		expect(await screen.page.locator('#title').innerText()).toContain(title);
		expect(await screen.page.locator('#chats .name').allInnerTexts()).toHaveLength(2);
		expect(await screen.bubbles.count()).toBe(1);
	});

	it('of a group shows what is pinned until it is unpinned', async () => {
		const messageId = await text('Meet at nine', group);
		const pin = (content: object) => send({ ...group, type: 'pin', pin: content });
		await pin({ type: 'pin', message_id: messageId, expiration_days: 7 });
		await screen.show(2);
		expect(await lineAt(1)).toBe('Nordwind Coffee pinned “Meet at nine” for 7 days');
		expect(await screen.page.locator('#pinned').innerText()).toBe('Meet at nine');
		await pin({ type: 'unpin', message_id: messageId });
		await screen.bubbles.nth(2).waitFor();
		expect(await lineAt(2)).toBe('Nordwind Coffee unpinned “Meet at nine”');
		expect(await screen.page.locator('#pinned').innerText()).toBe('');
	});

	it('is empty again after a reset', async () => {
		await text('Hello');
		await screen.show();
		await screen.page.getByRole('button', { name: 'Reset' }).click();
		await screen.page.getByText('No messages yet').waitFor();
		expect(await screen.bubbles.count()).toBe(0);
	});
});

describe('hostile content', () => {
	const hostile = '<img src=x onerror=alert(1)></script><script>alert(2)</script>';
	const address = 'javascript:alert(3)';
	const card = {
		card_index: 0,
		header: { type: 'image', image: { link: hostile } },
		body: { text: hostile },
		action: { parameters: { display_text: hostile, url: address } },
	};
	const interactive = (type: string, action: object) => [
		'interactive',
		{ type, header: { type: 'text', text: hostile }, body: { text: hostile }, action },
	];
	const named = (name: string) => ({ name, language: { code: hostile } });
	const parameters = [{ type: 'text', text: hostile }];

	it.each([
		['text', { body: hostile, preview_url: true }],
		['image', { link: hostile, caption: hostile }],
		['audio', { link: hostile, voice: true }],
		['document', { link: address, filename: hostile, caption: hostile }],
		['location', { latitude: hostile, longitude: hostile, name: hostile, address: hostile }],
		['contacts', [{ name: { formatted_name: hostile }, phones: [{ phone: hostile }] }]],
		['reaction', { message_id: hostile, emoji: hostile }],
		interactive('button', { buttons: [{ reply: { title: hostile } }] }),
		interactive('cta_url', { parameters: { display_text: hostile, url: address } }),
		interactive('carousel', { cards: [card, card] }),
		interactive('product', { product_retailer_id: hostile }),
		interactive('order_details', {
			parameters: {
				reference_id: hostile,
				currency: hostile,
				total_amount: { value: hostile },
				order: { items: [{ name: hostile, amount: { value: hostile } }] },
			},
		}),
		interactive(hostile, {}),
		['template', { ...named(hostile), components: [{ type: 'body', parameters }] }],
		[
			'template',
			{
				name: 'order_update',
				language: { code: 'en_US' },
				components: [
					{ type: 'header', parameters },
					{ type: 'body', parameters: [...parameters, ...parameters, ...parameters] },
				],
			},
		],
		[hostile, { text: hostile }],
	] as Array<[string, object]>)(
		'is shown as text in a message of type %s',
		async (type, content) => {
			await send({ ...ada, type, [type]: content });
			await screen.show();
			const [bubble] = await screen.bubbles.all();
			expect(await bubble?.textContent()).toMatch(/alert\((1|3)\)/);
			expect(await bubble?.locator('img, script').count()).toBe(0);
			const addresses = await bubble?.locator('a').evaluateAll((links) => links.map(String));
			for (const found of addresses ?? []) expect(found).toMatch(/^https?:/);
		},
	);

	it.each(['text', 'image', 'contacts', 'interactive', 'template', 'reaction', 'pin'])(
		'is shown even in a message of type %s that makes no sense',
		async (type) => {
			const contents = [
				null,
				0,
				true,
				'',
				[],
				[null],
				{},
				{ body: null },
				{ type: 'list', action: 7 },
			];
			for (const content of contents) await send({ ...ada, type, [type]: content });
			await screen.show(contents.length);
			expect(await screen.bubbles.count()).toBe(contents.length);
			for (const shown of await screen.bubbles.allInnerTexts()) {
				expect(shown).not.toBe('');
				expect(shown).not.toMatch(/undefined|\[object/);
			}
		},
	);
});
