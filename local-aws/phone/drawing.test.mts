import { useLocalAws } from '../use-local-aws.mts';
import { addShowcaseTemplates } from '../social-messaging/template-showcase.mts';
import { sendCommand, socialMessagingClient, uploadMedia } from '../clients.mts';
import { openPhoneScreen } from './phone-screen.mts';
import type { PhoneScreen } from './phone-screen.mts';
import { interactiveSamples, plainSamples } from './samples.mts';
import { templateSamples } from './template-samples.mts';

const aws = useLocalAws();
let screen: PhoneScreen;
beforeAll(async () => {
	screen = await openPhoneScreen(aws);
});
beforeEach(async () => {
	addShowcaseTemplates(aws.account, aws.account.businessAccounts[0]?.id ?? '');
	screen.problems.length = 0;
});
afterEach(() => expect(screen.problems).toEqual([]));
afterAll(async () => {
	await screen?.close();
});

const ada = '+4915112345678';

async function send(message: object): Promise<string> {
	const command = sendCommand(aws, { to: ada, ...message });
	return (await socialMessagingClient(aws).send(command)).messageId ?? '';
}

const upload = (name: string, mimeType: string, content?: Buffer): Promise<string> =>
	uploadMedia(aws, socialMessagingClient(aws), name, mimeType, content);

/** A picture of one pixel, which the browser can draw. */
const pixel = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
	'base64',
);

describe('a message of every type', () => {
	const samples = [...plainSamples, ...interactiveSamples, ...templateSamples];
	const numbered = samples.map((sample, index) => ({ ...sample, number: index + 1 }));

	it.each(numbered)('shows everything it says: $number $name', async (sample) => {
		await send(sample.message);
		await screen.show();
		expect(aws.phone.messages[0]?.failure).toBeUndefined();
		const shown = await screen.bubbles.first().innerText();
		for (const words of sample.reads) expect(shown).toContain(words);
		if (!sample.tap) return;
		await screen.bubbles.first().getByText(sample.tap.on, { exact: true }).click();
		const opened = await screen.page.locator('#sheet').innerText();
		for (const words of sample.tap.reads) expect(opened).toContain(words);
	});

	it('is shown as it was sent if its type is unknown', async () => {
		await send({ type: 'telepathy', telepathy: { thought: 'of you' } });
		await screen.show();
		const shown = await screen.bubbles.first().innerText();
		expect(shown).toContain('"thought": "of you"');
		expect(shown).toContain('131051');
	});
});

describe('data that only machines need', () => {
	it('is not shown', async () => {
		await send({
			type: 'interactive',
			biz_opaque_callback_data: 'n8n:77:0',
			interactive: {
				type: 'button',
				body: { text: 'Keep?' },
				action: { buttons: [{ type: 'reply', reply: { id: 'secret', title: 'Yes' } }] },
			},
		});
		await screen.show();
		expect(await screen.bubbles.first().innerText()).not.toMatch(/n8n:77:0|secret/);
	});
});

describe('an uploaded file', () => {
	const shownFor = async (type: string, content: object): Promise<string> => {
		const messageId = await send({ type, [type]: content });
		await screen.show();
		return `/media/${messageId}`;
	};

	it.each(['image', 'sticker'])('is drawn as %s', async (type) => {
		const id = await upload('a', type === 'image' ? 'image/png' : 'image/webp', pixel);
		const source = await shownFor(type, { id });
		const image = screen.bubbles.locator('img');
		expect(await image.getAttribute('src')).toBe(`${source}/${id}`);
		await expect(
			image.evaluate((element: HTMLImageElement) =>
				element.decode().then(() => element.naturalWidth),
			),
		).resolves.toBe(1);
	});

	it.each([
		['video', 'video/mp4'],
		['audio', 'audio/ogg'],
	])('plays as %s', async (type, mimeType) => {
		const id = await upload('a', mimeType);
		const source = await shownFor(type, { id });
		expect(await screen.bubbles.locator(type).getAttribute('src')).toBe(`${source}/${id}`);
	});

	it('opens as a document, under the name it was sent with', async () => {
		const id = await upload('a.pdf', 'application/pdf');
		const source = await shownFor('document', { id, filename: 'Menu.pdf' });
		const opened = screen.bubbles.getByRole('link');
		expect(await opened.getAttribute('href')).toBe(`${source}/${id}`);
		expect(await opened.innerText()).toContain('Menu.pdf');
	});

	it('has its own place on each card of a carousel', async () => {
		const ids = [
			await upload('a', 'image/png', pixel),
			await upload('b', 'image/png', Buffer.concat([pixel, pixel])),
		];
		const cards = ids.map((id, index) => ({
			card_index: index,
			type: 'cta_url',
			header: { type: 'image', image: { id } },
			action: { buttons: [{ type: 'quick_reply', quick_reply: { id: 'a', title: 'Take' } }] },
		}));
		const interactive = { type: 'carousel', body: { text: 'Which?' }, action: { cards } };
		const source = await shownFor('interactive', interactive);
		const sources = await screen.bubbles
			.locator('img')
			.evaluateAll((images) => images.map((image) => image.getAttribute('src')));
		expect(sources).toEqual(ids.map((id) => `${source}/${id}`));
		const sizes = await Promise.all(
			sources.map(async (path) => (await (await fetch(aws.phoneUrl + path)).bytes()).length),
		);
		expect(sizes).toEqual([pixel.length, 2 * pixel.length]);
	});
});
