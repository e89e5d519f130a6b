import {
	BUCKET,
	bodyOf,
	body,
	field,
	file,
	headerOf,
	STATIC_BODY,
	TAP_TARGET,
	template,
	text,
	buttons,
	OPTIONAL,
	type TemplateCase,
} from './definition.mts';

const header = (format: string) => ({
	type: 'HEADER',
	format,
	example: { header_handle: ['https://scontent.example.org/v/sample'] },
});

const FILE_NAME = field(
	'headerFileName',
	'Header file name',
	"Header file name: the name shown to the recipient, by default the file's own",
	OPTIONAL,
);

/** Templates with every kind of header that is not a text. */
export const headers: TemplateCase[] = [
	{
		name: 'a picture by link',
		definition: template([header('IMAGE'), STATIC_BODY]),
		fields: [file('headerImage', 'Header image'), ...TAP_TARGET, BUCKET],
		values: { headerImage: 'https://example.org/1.jpg' },
		components: [headerOf({ type: 'image', image: { link: 'https://example.org/1.jpg' } })],
	},
	{
		name: 'a picture by media ID, with a title for what opens at a tap',
		definition: template([header('IMAGE'), STATIC_BODY], { category: 'MARKETING' }),
		fields: [file('headerImage', 'Header image'), ...TAP_TARGET, BUCKET],
		values: {
			headerImage: 1013859600285441,
			tapTargetUrl: 'https://example.org/sale',
			tapTargetTitle: 'Spring sale',
		},
		components: [
			headerOf({ type: 'image', image: { id: '1013859600285441' } }),
			{
				type: 'tap_target_configuration',
				parameters: [
					{
						type: 'tap_target_configuration',
						tap_target_configuration: [{ url: 'https://example.org/sale', title: 'Spring sale' }],
					},
				],
			},
		],
	},
	{
		name: 'a video from the input',
		definition: template([header('VIDEO'), STATIC_BODY]),
		fields: [file('headerVideo', 'Header video'), BUCKET],
		values: { headerVideo: 'clip', bucketName: 'acme-media' },
		components: [headerOf({ type: 'video', video: { id: '1013859600285441' } })],
	},
	{
		name: 'a GIF, which is a video',
		definition: template([header('GIF'), STATIC_BODY], { category: 'MARKETING' }),
		fields: [file('headerGif', 'Header GIF'), BUCKET],
		values: { headerGif: 'https://example.org/cat.mp4' },
		components: [headerOf({ type: 'gif', gif: { link: 'https://example.org/cat.mp4' } })],
	},
	{
		name: 'a document by link, called as the file is',
		definition: template([header('DOCUMENT'), body('Hi {{1}}, here it is.')]),
		fields: [
			file('headerDocument', 'Header document'),
			FILE_NAME,
			field('bodyText1', 'Body {{1}}', 'Body {{1}}: Hi {{1}}, here it is.'),
			BUCKET,
		],
		values: { headerDocument: 'https://example.org/i/invoice-17.pdf', bodyText1: 'Ada' },
		components: [
			headerOf({
				type: 'document',
				document: {
					link: 'https://example.org/i/invoice-17.pdf',
					filename: 'invoice-17.pdf',
				},
			}),
			bodyOf(text('Ada')),
		],
	},
	{
		name: 'a document from S3 with a name of its own',
		definition: template([header('DOCUMENT'), STATIC_BODY]),
		fields: [file('headerDocument', 'Header document'), FILE_NAME, BUCKET],
		values: {
			headerDocument: 's3://acme-media/invoices/2026/17.pdf',
			headerFileName: 'Invoice.pdf',
		},
		components: [
			headerOf({
				type: 'document',
				document: { id: '1013859600285441', filename: 'Invoice.pdf' },
			}),
		],
	},
	{
		name: 'a document from the input, called as its file is',
		definition: template([header('DOCUMENT'), STATIC_BODY]),
		fields: [file('headerDocument', 'Header document'), FILE_NAME, BUCKET],
		values: { headerDocument: 'data', bucketName: 'acme-media' },
		components: [
			headerOf({
				type: 'document',
				document: { id: '1013859600285441', filename: 'uploaded.pdf' },
			}),
		],
	},
	{
		name: 'a place',
		definition: template([{ type: 'HEADER', format: 'LOCATION' }, STATIC_BODY]),
		fields: [
			field('headerLatitude', 'Header latitude', 'Header latitude (e.g. 52.52001)'),
			field('headerLongitude', 'Header longitude', 'Header longitude (e.g. 13.40495)'),
			field('headerLocationName', 'Header location name', 'Header location name (e.g. Office)'),
			field(
				'headerLocationAddress',
				'Header location address',
				'Header location address (e.g. Unter den Linden 1, Berlin)',
			),
		],
		values: {
			headerLatitude: 52.52001,
			headerLongitude: '13.40495',
			headerLocationName: 'Office',
			headerLocationAddress: 'Unter den Linden 1, Berlin',
		},
		components: [
			headerOf({
				type: 'location',
				location: {
					latitude: '52.52001',
					longitude: '13.40495',
					name: 'Office',
					address: 'Unter den Linden 1, Berlin',
				},
			}),
		],
	},
	{
		name: 'one product of the catalog',
		definition: template(
			[
				{ type: 'HEADER', format: 'PRODUCT' },
				body('{{1}} is back.'),
				buttons({ type: 'SPM', text: 'View' }),
			],
			{ category: 'MARKETING' },
		),
		fields: [
			field(
				'catalogId',
				'Catalog ID',
				'Catalog ID: ID of the Meta catalog that is linked to the business account',
			),
			field('productRetailerId', 'Product ID', 'Product ID: as in the catalog, e.g. SKU-17'),
			field('bodyText1', 'Body {{1}}', 'Body {{1}}: {{1}} is back.'),
		],
		values: { catalogId: '194836987003835', productRetailerId: 'SKU-17', bodyText1: 'It' },
		components: [
			headerOf({
				type: 'product',
				product: { product_retailer_id: 'SKU-17', catalog_id: '194836987003835' },
			}),
			bodyOf(text('It')),
		],
	},
];
