import { useLocalAws } from '../use-local-aws.mts';
import { addShowcaseTemplates } from '../social-messaging/template-showcase.mts';
import { sendCommand, socialMessagingClient } from '../clients.mts';
import { openPhoneScreen } from './phone-screen.mts';

const aws = useLocalAws();
beforeEach(async () => {
	addShowcaseTemplates(aws.account, aws.account.businessAccounts[0]?.id ?? '');
});

/** Gives the reason why WhatsApp did not deliver it; AWS accepts it in any case. */
async function failureOf(
	name: string,
	components?: unknown,
	code: unknown = 'en_US',
): Promise<string | undefined> {
	const template = { name, language: { code }, components };
	const command = sendCommand(aws, { to: '+4915112345678', type: 'template', template });
	const { messageId } = await socialMessagingClient(aws).send(command);
	expect(messageId).toMatch(/^[0-9a-f-]{36}$/);
	const message = aws.phone.messages.at(-1);
	expect(message?.state).toBe(message?.failure === undefined ? 'delivered' : 'failed');
	return message?.failure;
}

const texts = (...values: string[]) => values.map((text) => ({ type: 'text', text }));
const body = (...values: string[]) => ({ type: 'body', parameters: texts(...values) });
const image = {
	type: 'header',
	parameters: [{ type: 'image', image: { link: 'https://files.example/a.jpg' } }],
};
const button = (subtype: string, index: unknown, ...parameters: object[]) => ({
	type: 'button',
	sub_type: subtype,
	index,
	parameters,
});
const url = (index: unknown) => button('url', index, ...texts('17'));
const coupon = (index: number) =>
	button('copy_code', index, { type: 'coupon_code', coupon_code: 'SAVE20' });

describe('a template message', () => {
	it.each([
		['in any case and with a number as index', [image, body('a', 'b', 'c'), url(2), coupon(5)]],
		[
			'in capital letters',
			[
				image,
				{ ...body('a', 'b', 'c'), type: 'BODY' },
				{ ...url('2'), sub_type: 'URL' },
				coupon(5),
			],
		],
	])('is delivered %s', async (_name, components) => {
		expect(await failureOf('season_offer', components)).toBeUndefined();
	});

	it.each([
		['an unknown name', 'nobody_knows', 'en_US', /^132001 .*does not exist in en_US$/],
		['another language', 'order_update', 'fr', /^132001 .*does not exist in fr$/],
		['no language', 'order_update', null, /^131008 .*language/],
		['a pending template', 'summer_sale', 'en_US', /^132001 .*is not approved in en_US$/],
		['a refused template', 'win_a_prize', 'en_US', /^132001 .*is not approved in en_US$/],
		['a paused template', 'winter_sale', 'en_US', /^132015 /],
	])('fails with %s', async (_name, name, code, failure) => {
		expect(await failureOf(name, [body('Ada')], code)).toMatch(failure);
	});

	it('fails with the template of another business account', async () => {
		const own = aws.account.businessAccounts[0];
		aws.account.templates(own?.id ?? '').delete('order_update');
		expect(await failureOf('order_update', [body('a', 'b', 'c')], 'de')).toMatch(/^132001 /);
	});

	it.each([
		['too few values', [body('a', 'b')], /^132000 .*\(2\) .*\(3\)$/],
		['too many values', [body('a', 'b', 'c', 'd')], /^132000 .*\(4\) .*\(3\)$/],
		['no components', undefined, /^132000 .*\(0\) .*\(3\)$/],
		['an empty value', [body('a', '', 'c')], /^131008 /],
		['components that are none', 'nonsense', /^132000 /],
	])('fails with %s', async (_name, components, failure) => {
		expect(await failureOf('order_update', components, 'de')).toMatch(failure);
	});

	it.each([
		['no header', [body('a', 'b', 'c'), url(2), coupon(5)], /^132012 .*IMAGE/],
		[
			'a header of another kind',
			[{ type: 'header', parameters: texts('a') }, body('a', 'b', 'c'), url(2), coupon(5)],
			/^132012 .*IMAGE, received TEXT/,
		],
		['no value for an address', [image, body('a', 'b', 'c'), coupon(5)], /^131008 .*index 2/],
		['no coupon', [image, body('a', 'b', 'c'), url(2)], /^131008 .*index 5/],
		[
			'the wrong kind of button',
			[image, body('a', 'b', 'c'), url(2), url(5)],
			/^132012 .*COPY_CODE/,
		],
		['a button too many', [image, body('a', 'b', 'c'), url(2), coupon(5), url(9)], /^132012 .*9/],
	])('fails with %s', async (_name, components, failure) => {
		expect(await failureOf('season_offer', components)).toMatch(failure);
	});

	it.each([
		['without names', texts('a', 'b', 'c'), /^100 .*name is missing/],
		[
			'with a name that is not there',
			['first_name', 'day', 'hour'].map((name) => ({ ...texts('a')[0], parameter_name: name })),
			/^132012 .*hour/,
		],
	])('fails %s if the template has named values', async (_name, parameters, failure) => {
		expect(await failureOf('appointment_reminder', [{ type: 'body', parameters }])).toMatch(
			failure,
		);
	});

	it('fails with the wrong number of cards, or with an incomplete card', async () => {
		const card = { components: [image, body('9'), url(1)] };
		const cards = (...all: object[]) => [body('Ada'), { type: 'carousel', cards: all }];
		expect(await failureOf('new_arrivals', cards(card, card))).toBeUndefined();
		expect(await failureOf('new_arrivals', cards(card))).toMatch(/^132012 .*2 cards, received 1/);
		expect(await failureOf('new_arrivals', [body('Ada')])).toMatch(/^132012 /);
		const poor = { components: [body('9'), url(1)] };
		expect(await failureOf('new_arrivals', cards(card, poor))).toMatch(/^132012 .*header: .*IMAGE/);
	});

	it('fails without the expiration of an offer that expires', async () => {
		expect(await failureOf('flash_sale', [image, body('Ada'), coupon(0), url(1)])).toMatch(
			/^131008 .*limited_time_offer/,
		);
	});

	it('with a one-time password needs no text from the creator of the template', async () => {
		const templates = aws.account.templates(aws.account.businessAccounts[0]?.id ?? '');
		templates.create({
			name: 'short',
			language: 'en_US',
			category: 'AUTHENTICATION',
			parameterFormat: 'POSITIONAL',
			components: [
				{ type: 'BODY', add_security_recommendation: true },
				{ type: 'FOOTER', code_expiration_minutes: 5 },
				{ type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] },
			],
			rest: {},
		});
		templates.approveAll();
		expect(await failureOf('short', [body('482913')])).toMatch(/^131008 .*index 0/);
		expect(await failureOf('short', [body('482913'), url(0)])).toBeUndefined();
		expect(aws.phone.messages.at(-1)?.template?.components).toMatchObject([
			{ text: '*{{1}}* is your verification code. For your security, do not share this code.' },
			{ text: 'This code expires in 5 minutes.' },
			{},
		]);
	});
});

it('shows the failure on the phone, with the text that would have been shown', async () => {
	await failureOf('order_update', [body('Ada', 'A-17')], 'de');
	const screen = await openPhoneScreen(aws);
	await screen.show();
	const shown = await screen.bubbles.first().innerText();
	await screen.close();
	expect(shown).toContain('Hallo Ada, Ihre Bestellung A-17 ist unterwegs und kommt am {{3}} an.');
	expect(shown).toContain('Not delivered. 132000');
});
