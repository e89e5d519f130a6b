import { describe, expect, it } from '@jest/globals';
import { contentOf, filesOf, UPLOADED_ID } from '../support/message.mts';
import { refusalOf } from '../support/refusal.mts';

const interactive = (values: Record<string, unknown>) => contentOf('interactive', values);
const refused = (values: Record<string, unknown>) => refusalOf(() => interactive(values));

const form = (carouselType: string, rows: object[], more = {}) => ({
	interactiveType: 'carousel',
	bodyText: 'This week',
	carouselType,
	cards: { row: rows },
	...more,
});
const sent = (...cards: object[]) => ({
	type: 'carousel',
	body: { text: 'This week' },
	action: { cards },
});

const picture = (n: number) => ({
	headerType: 'image',
	mediaSource: 'link',
	link: `https://example.org/${n}.jpg`,
});
const pictureHeader = (n: number) => ({
	type: 'image',
	image: { link: `https://example.org/${n}.jpg` },
});

describe('cards with a link', () => {
	const row = (n: number, more = {}) => ({
		...picture(n),
		bodyText: `Card ${n}`,
		displayText: 'View',
		url: `https://example.org/${n}`,
		...more,
	});
	const card = (n: number, card_index: number, more = {}) => ({
		card_index,
		type: 'cta_url',
		header: pictureHeader(n),
		body: { text: `Card ${n}` },
		action: {
			name: 'cta_url',
			parameters: { display_text: 'View', url: `https://example.org/${n}` },
		},
		...more,
	});

	it('are sent in their order', () => {
		expect(interactive(form('cta_url', [row(1), row(2)]))).toEqual(sent(card(1, 0), card(2, 1)));
	});

	it('may be JSON', () => {
		const { cards: _cards, ...others } = form('cta_url', []);
		expect(interactive({ ...others, specifyCards: 'json', cardsJson: [row(1), row(2)] })).toEqual(
			sent(card(1, 0), card(2, 1)),
		);
	});

	it('may have videos, files of the input and no text', () => {
		const rows = [
			row(1, {
				headerType: 'video',
				mediaSource: 'binary',
				binaryPropertyName: 'clip',
				bodyText: '',
			}),
			row(2, { mediaSource: 'mediaId', mediaId: '1013859600285442' }),
		];
		const { body: _body, ...withoutText } = card(1, 0);
		const values = form('cta_url', rows, { bucketName: 'acme-media' });
		expect(interactive(values)).toEqual(
			sent(
				{ ...withoutText, header: { type: 'video', video: { id: UPLOADED_ID } } },
				card(2, 1, { header: { type: 'image', image: { id: '1013859600285442' } } }),
			),
		);
		expect(filesOf('interactive', values)).toEqual([
			expect.objectContaining({
				kind: 'video',
				source: expect.objectContaining({
					from: 'binary',
					field: 'clip',
					bucketName: 'acme-media',
				}),
			}),
		]);
	});

	it('need a bucket for files of the input', () => {
		const file = { mediaSource: 'binary', binaryPropertyName: 'clip' };
		expect(refused(form('cta_url', [row(1), row(2, file)])).message).toBe("'Bucket Name' is empty");
	});

	it('are two to ten', () => {
		const rows = (count: number) => Array.from({ length: count }, (_, i) => row(i));
		expect(interactive(form('cta_url', rows(10)))).toEqual(
			sent(...rows(10).map((_row, i) => card(i, i))),
		);
		for (const count of [1, 11]) {
			expect(refused(form('cta_url', rows(count))).message).toBe(
				"'Cards' has the wrong number of entries",
			);
		}
		expect(refused(form('cta_url', [])).message).toBe("'Cards' is empty");
	});

	it.each(['x', '👍'])('have up to 160 characters in three lines (%s)', (character) => {
		const fits = `${character.repeat(78)}\n\n${character.repeat(80)}`;
		expect(interactive(form('cta_url', [row(1, { bodyText: fits }), row(2)]))).toEqual(
			sent(card(1, 0, { body: { text: fits } }), card(2, 1)),
		);
		expect(
			refused(form('cta_url', [row(1), row(2, { bodyText: character.repeat(161) })])).message,
		).toBe("'Cards 2: Body' is too long");
		expect(refused(form('cta_url', [row(1, { bodyText: 'a\nb\nc\nd' }), row(2)])).message).toBe(
			"'Cards 1: Body' has too many lines",
		);
	});

	it.each([
		[{ url: 'example.org' }, "'Cards 2: URL' is not a valid URL"],
		[{ displayText: 'x'.repeat(21) }, "'Cards 2: Button Text' is too long"],
		[{ link: 'x' }, "'Cards 2: Link' is not a valid URL"],
		[{ headerType: 'document' }, "'Cards 2: Header' has an unknown value"],
		[{ mediaSource: '' }, "'Cards 2: File Source' has an unknown value"],
		[{ color: 'red' }, "'Cards 2' has an unknown key"],
	])('are refused with %p', (wrong, message) => {
		expect(refused(form('cta_url', [row(1), row(2, wrong)])).message).toBe(message);
	});
});

describe('cards with reply buttons', () => {
	const row = (n: number, ...buttons: object[]) => ({
		...picture(n),
		bodyText: `Option ${n}`,
		buttons: { row: buttons },
	});
	const card = (n: number, ...replies: object[]) => ({
		card_index: n,
		type: 'cta_url',
		header: pictureHeader(n),
		body: { text: `Option ${n}` },
		action: { buttons: replies.map((reply) => ({ type: 'quick_reply', quick_reply: reply })) },
	});

	it('are sent with them', () => {
		expect(
			interactive(
				form('quick_reply', [
					row(0, { title: 'Choose', id: 'opt0' }),
					row(1, { title: 'Choose', id: 'opt1' }),
				]),
			),
		).toEqual(
			sent(card(0, { id: 'opt0', title: 'Choose' }), card(1, { id: 'opt1', title: 'Choose' })),
		);
	});

	it('have different IDs, which are the titles by default', () => {
		const { message } = refused(
			form('quick_reply', [row(0, { title: 'Choose' }), row(1, { title: 'Choose' })]),
		);
		expect(message).toBe("'Cards 2: Buttons 1' has the same ID as 'Cards 1: Buttons 1'");
	});

	it('have the same number of buttons', () => {
		const { message } = refused(
			form('quick_reply', [row(0, { title: 'A' }, { title: 'B' }), row(1, { title: 'C' })]),
		);
		expect(message).toBe(
			"'Cards 2: Buttons' has a different number of buttons than the first card",
		);
	});

	it('have one to three', () => {
		const four = ['A', 'B', 'C', 'D'].map((title) => ({ title }));
		expect(refused(form('quick_reply', [row(0, ...four), row(1, ...four)])).message).toBe(
			"'Cards 1: Buttons' has the wrong number of entries",
		);
		expect(refused(form('quick_reply', [row(0), row(1)])).message).toBe(
			"'Cards 1: Buttons' is empty",
		);
	});
});

describe('cards with products', () => {
	it('are sent with the catalog on each', () => {
		expect(
			interactive(
				form('product', [{ productRetailerId: 'sku1' }, { productRetailerId: 'sku2' }], {
					catalogId: '900',
				}),
			),
		).toEqual(
			sent(
				{
					card_index: 0,
					type: 'product',
					action: { product_retailer_id: 'sku1', catalog_id: '900' },
				},
				{
					card_index: 1,
					type: 'product',
					action: { product_retailer_id: 'sku2', catalog_id: '900' },
				},
			),
		);
	});

	it('each need one', () => {
		expect(
			refused(form('product', [{ productRetailerId: 'a' }, {}], { catalogId: '900' })).message,
		).toBe("'Cards 2: Product ID' is empty");
	});
});
