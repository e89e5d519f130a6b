import {
	BUCKET,
	body,
	bodyOf,
	button,
	buttons,
	field,
	file,
	headerOf,
	OPTIONAL,
	RARE,
	STATIC_BODY,
	TAP_TARGET,
	template,
	text,
	type TemplateCase,
} from './definition.mts';

const EXPIRY = field(
	'offerExpiresAt',
	'Offer expires at',
	'Offer “Expiring!”: date and time when it expires',
	{
		type: 'dateTime',
	},
);

const offer = (has_expiration: boolean) => ({
	type: 'LIMITED_TIME_OFFER',
	limited_time_offer: { text: 'Expiring!', has_expiration },
});

const expiring = (expiration_time_ms: number) => ({
	type: 'limited_time_offer',
	parameters: [{ type: 'limited_time_offer', limited_time_offer: { expiration_time_ms } }],
});

const OFFER_LINK = { type: 'URL', text: 'Book now', url: 'https://example.org/offer?code={{1}}' };
const offerLinkField = (number: number) =>
	field(
		`button${number}UrlSuffix`,
		`Button ${number} link`,
		`Button ${number} link “Book now”: the part after https://example.org/offer?code=`,
	);

const cardsOf = (...components: unknown[][]) => ({
	type: 'CAROUSEL',
	cards: components.map((each) => ({ components: each })),
});

const mediaCard = (format: string, ...others: unknown[]) => [
	{ type: 'HEADER', format, example: { header_handle: ['https://scontent.example.org/v'] } },
	...others,
];

const productCard = [{ type: 'HEADER', format: 'PRODUCT' }, buttons({ type: 'SPM', text: 'View' })];

const CATALOG = field(
	'catalogId',
	'Catalog ID',
	'Catalog ID: ID of the Meta catalog that is linked to the business account',
);

const productField = (card: number) =>
	field(
		`card${card}ProductRetailerId`,
		`Card ${card}: Product ID`,
		`Card ${card}: Product ID: as in the catalog, e.g. SKU-17`,
		card > 2 ? RARE : {},
	);

const productCardOf = (index: number, id: string) => ({
	card_index: index,
	components: [
		headerOf({
			type: 'product',
			product: { product_retailer_id: id, catalog_id: '194836987003835' },
		}),
	],
});

/** Limited-time offers, and carousels with pictures, videos and products. */
export const offersAndCards: TemplateCase[] = [
	{
		name: 'an offer with a coupon code, which expires on a date in the time zone of the workflow',
		definition: template(
			[
				{ type: 'HEADER', format: 'IMAGE' },
				offer(true),
				body('Good news, {{1}}! Use {{2}}.'),
				buttons({ type: 'COPY_CODE', example: 'CARIBE25' }, OFFER_LINK),
			],
			{ category: 'MARKETING' },
		),
		fields: [
			file('headerImage', 'Header image'),
			field('bodyText1', 'Body {{1}}', 'Body {{1}}: Good news, {{1}}! Use {{2}}.'),
			field('bodyText2', 'Body {{2}}', 'Body {{2}}: Good news, {{1}}! Use {{2}}.'),
			EXPIRY,
			field(
				'couponCode',
				'Coupon code',
				'Coupon code: the code that the button copies (e.g. CARIBE25)',
			),
			offerLinkField(2),
			...TAP_TARGET,
			BUCKET,
		],
		values: {
			headerImage: 'https://example.org/beach.jpg',
			bodyText1: 'Ada',
			bodyText2: 'CARIBE25',
			offerExpiresAt: '2026-12-31T18:00:00',
			couponCode: 'CARIBE25',
			button2UrlSuffix: 'n3mtql',
		},
		components: [
			headerOf({ type: 'image', image: { link: 'https://example.org/beach.jpg' } }),
			bodyOf(text('Ada'), text('CARIBE25')),
			expiring(Date.UTC(2026, 11, 31, 17)),
			button('copy_code', 0, { type: 'coupon_code', coupon_code: 'CARIBE25' }),
			button('url', 1, text('n3mtql')),
		],
	},
	{
		name: 'an offer without a code, which expires at an instant with an offset',
		definition: template([offer(true), STATIC_BODY, buttons(OFFER_LINK)], {
			category: 'MARKETING',
		}),
		fields: [EXPIRY, offerLinkField(1), ...TAP_TARGET],
		values: { offerExpiresAt: '2026-12-31T18:00:00.500-05:00', button1UrlSuffix: 'x' },
		components: [expiring(Date.UTC(2026, 11, 31, 23, 0, 0, 500)), button('url', 0, text('x'))],
	},
	{
		name: 'an offer that does not show the time left',
		definition: template([offer(false), STATIC_BODY, buttons(OFFER_LINK)], {
			category: 'MARKETING',
		}),
		fields: [offerLinkField(1), ...TAP_TARGET],
		values: { button1UrlSuffix: 'x' },
		components: [button('url', 0, text('x'))],
	},
	{
		name: 'two cards with pictures, replies and links',
		definition: template(
			[
				body('Hi {{1}}, look.'),
				cardsOf(
					mediaCard(
						'IMAGE',
						body('For {{1}} only.'),
						buttons(
							{ type: 'QUICK_REPLY', text: 'More' },
							{ type: 'URL', text: 'Buy', url: 'https://example.org/p/{{1}}' },
						),
					),
					mediaCard(
						'IMAGE',
						body('For {{1}} only.'),
						buttons(
							{ type: 'QUICK_REPLY', text: 'More' },
							{ type: 'URL', text: 'Buy', url: 'https://example.org/p/{{1}}' },
						),
					),
				),
			],
			{ category: 'MARKETING' },
		),
		fields: [
			field('bodyText1', 'Body {{1}}', 'Body {{1}}: Hi {{1}}, look.'),
			...[1, 2].flatMap((card) => [
				file(`card${card}HeaderImage`, `Card ${card}: Header image`),
				field(
					`card${card}BodyText1`,
					`Card ${card}: Body {{1}}`,
					`Card ${card}: Body {{1}}: For {{1}} only.`,
				),
				field(
					`card${card}Button1Payload`,
					`Card ${card}: Button 1 payload`,
					`Card ${card}: Button 1 payload “More”: payload returned with the reply`,
					OPTIONAL,
				),
				field(
					`card${card}Button2UrlSuffix`,
					`Card ${card}: Button 2 link`,
					`Card ${card}: Button 2 link “Buy”: the part after https://example.org/p/`,
				),
			]),
			BUCKET,
		],
		values: {
			bodyText1: 'Ada',
			card1HeaderImage: 'https://example.org/1.jpg',
			card1BodyText1: 'you',
			card1Button1Payload: 'more-1',
			card1Button2UrlSuffix: 'p1',
			card2HeaderImage: '1013859600285442',
			card2BodyText1: 'you',
			card2Button2UrlSuffix: 'p2',
		},
		components: [
			bodyOf(text('Ada')),
			{
				type: 'carousel',
				cards: [
					{
						card_index: 0,
						components: [
							headerOf({ type: 'image', image: { link: 'https://example.org/1.jpg' } }),
							bodyOf(text('you')),
							button('quick_reply', 0, { type: 'payload', payload: 'more-1' }),
							button('url', 1, text('p1')),
						],
					},
					{
						card_index: 1,
						components: [
							headerOf({ type: 'image', image: { id: '1013859600285442' } }),
							bodyOf(text('you')),
							button('url', 1, text('p2')),
						],
					},
				],
			},
		],
	},
	{
		name: 'two cards with videos, of which one comes from the input, and named variables',
		definition: template(
			[
				STATIC_BODY,
				cardsOf(
					mediaCard(
						'VIDEO',
						body('See {{what}} now.'),
						buttons({ type: 'URL', text: 'Go', url: 'https://example.org/{{what}}' }),
					),
					mediaCard(
						'VIDEO',
						body('See {{what}} now.'),
						buttons({ type: 'URL', text: 'Go', url: 'https://example.org/{{what}}' }),
					),
				),
			],
			{ category: 'MARKETING', parameter_format: 'NAMED' },
		),
		fields: [
			...[1, 2].flatMap((card) => [
				file(`card${card}HeaderVideo`, `Card ${card}: Header video`),
				field(
					`card${card}Body_what`,
					`Card ${card}: Body {{what}}`,
					`Card ${card}: Body {{what}}: See {{what}} now.`,
				),
				field(
					`card${card}Button1_what`,
					`Card ${card}: Button 1 link`,
					`Card ${card}: Button 1 link “Go”: the part after https://example.org/`,
				),
			]),
			BUCKET,
		],
		values: {
			bucketName: 'acme-media',
			card1HeaderVideo: 'clip',
			card1Body_what: 'this',
			card1Button1_what: '1',
			card2HeaderVideo: 'https://example.org/2.mp4',
			card2Body_what: 'that',
			card2Button1_what: '2',
		},
		components: [
			{
				type: 'carousel',
				cards: [
					{
						card_index: 0,
						components: [
							headerOf({ type: 'video', video: { id: '1013859600285441' } }),
							bodyOf({ ...text('this'), parameter_name: 'what' }),
							button('url', 0, { ...text('1'), parameter_name: 'what' }),
						],
					},
					{
						card_index: 1,
						components: [
							headerOf({ type: 'video', video: { link: 'https://example.org/2.mp4' } }),
							bodyOf({ ...text('that'), parameter_name: 'what' }),
							button('url', 0, { ...text('2'), parameter_name: 'what' }),
						],
					},
				],
			},
		],
	},
	{
		name: 'cards with products, as many as the template has',
		definition: template([STATIC_BODY, cardsOf(productCard, productCard)], {
			category: 'MARKETING',
		}),
		fields: [CATALOG, ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(productField)],
		values: {
			catalogId: '194836987003835',
			card1ProductRetailerId: 'SKU-1',
			card2ProductRetailerId: 'SKU-2',
		},
		components: [
			{ type: 'carousel', cards: [productCardOf(0, 'SKU-1'), productCardOf(1, 'SKU-2')] },
		],
	},
	{
		name: 'more cards with products than the template has',
		definition: template([STATIC_BODY, cardsOf(productCard, productCard)], {
			category: 'MARKETING',
		}),
		fields: [CATALOG, ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(productField)],
		values: {
			catalogId: '194836987003835',
			card1ProductRetailerId: 'SKU-1',
			card2ProductRetailerId: 'SKU-2',
			card3ProductRetailerId: 'SKU-3',
			card4ProductRetailerId: 'SKU-4',
		},
		components: [
			{
				type: 'carousel',
				cards: ['SKU-1', 'SKU-2', 'SKU-3', 'SKU-4'].map((id, i) => productCardOf(i, id)),
			},
		],
	},
];
