/** Messages of every type, with what a person should read on the phone. */
export interface Sample {
	name: string;
	message: object;
	reads: string[];
	/** What a tap opens, by the text that is tapped. */
	tap?: { on: string; reads: string[] };
}

const link = (file: string) => ({ link: `https://files.example/${file}` });

/** What one message has in its content, with the key that its type gives it. */
const plain = (name: string, type: string, content: object, reads: string[]): Sample => ({
	name,
	message: { type, [type]: content },
	reads,
});

const ada = {
	name: { formatted_name: 'Dr. Ada Roe', first_name: 'Ada' },
	birthday: '1990-12-31',
	phones: [{ phone: '+49 151 12345678', type: 'CELL', wa_id: '4915112345678' }],
	emails: [{ email: 'ada@example.org', type: 'WORK' }],
	org: { company: 'Example GmbH', department: 'Sales', title: 'Lead' },
	addresses: [{ street: 'Weg 1', zip: '10117', city: 'Berlin', country: 'Germany', type: 'HOME' }],
	urls: [{ url: 'https://example.org', type: 'WORK' }],
};

export const plainSamples: Sample[] = [
	plain(
		'text with formatting and a link',
		'text',
		{
			preview_url: true,
			body: '*Ready* _today_ ~tomorrow~ ```A-17```\n- beans\n> your words\nhttps://shop.example/p/17.',
		},
		['Ready today tomorrow A-17', '• beans', 'your words', 'shop.example', 'Link preview'],
	),
	plain('image by link', 'image', { ...link('front%20door.jpg'), caption: 'The *door*' }, [
		'front door.jpg',
		'files.example',
		'The door',
	]),
	plain('video by link', 'video', { ...link('tour.mp4'), caption: 'Tour' }, ['tour.mp4', 'Tour']),
	plain('audio by link', 'audio', link('song.mp3'), ['song.mp3']),
	plain('voice note by link', 'audio', { ...link('note.ogg'), voice: true }, ['note.ogg']),
	plain(
		'document by link',
		'document',
		{ ...link('17.pdf'), filename: 'Invoice 17.pdf', caption: 'Due today' },
		['PDF', 'Invoice 17.pdf', 'files.example', 'Due today'],
	),
	plain('document without a name', 'document', link('17.pdf'), ['Untitled', '17.pdf']),
	plain('sticker by link', 'sticker', link('hello.webp'), ['hello.webp']),
	plain(
		'location',
		'location',
		{ latitude: '52.52001', longitude: 13.40495, name: 'Office', address: 'Weg 1, Berlin' },
		['Office', 'Weg 1, Berlin', '52.52001, 13.40495'],
	),
	plain('location without a name', 'location', { latitude: 1.5, longitude: -2 }, ['1.5, -2']),
	plain(
		'contacts',
		'contacts',
		[ada, { name: { formatted_name: 'Ben', first_name: 'Ben' }, phones: [{ phone: '+1 555' }] }],
		[
			'Dr. Ada Roe',
			'Lead · Sales · Example GmbH',
			'+49 151 12345678 cell',
			'ada@example.org work',
			'Weg 1, 10117 Berlin, Germany home',
			'https://example.org work',
			'1990-12-31',
			'Message',
			'Save contact',
			'Ben',
			'Invite to WhatsApp',
		],
	),
	plain('reaction to an unknown message', 'reaction', { message_id: 'wamid.x', emoji: '👍' }, [
		'Nordwind Coffee reacted 👍 to a message that is not available',
	]),
	plain('reaction taken back', 'reaction', { message_id: 'wamid.x', emoji: '' }, [
		'Nordwind Coffee removed a reaction from a message that is not available',
	]),
];

const interactive = (
	type: string,
	action: object,
	reads: string[],
	more: { body?: object; tap?: Sample['tap']; header?: object; footer?: object } = {},
): Sample => {
	const { tap, ...parts } = more;
	const content = { type, body: { text: `Body of ${type}` }, ...parts, action };
	return {
		name: `interactive ${type}`,
		message: { type: 'interactive', interactive: content },
		reads: [`Body of ${type}`, ...reads],
		...(tap ? { tap } : {}),
	};
};

const named = (name: string, parameters: object) => ({ name, parameters });
const money = (value: number, facts = {}) => ({ value, offset: 100, ...facts });

export const orderParameters = {
	reference_id: 'A-17',
	type: 'physical-goods',
	payment_settings: [{ type: 'pix_dynamic_code', pix_dynamic_code: { code: '000201' } }],
	currency: 'BRL',
	total_amount: money(5500),
	order: {
		status: 'pending',
		items: [{ retailer_id: 'sku1', name: 'Caneca', amount: money(2500), quantity: 2 }],
		subtotal: money(5000),
		tax: money(0),
		shipping: money(1000),
		discount: money(500, { description: 'VIP' }),
	},
};

const orderReads = [
	'Order A-17',
	'Caneca',
	'Quantity 2',
	'R$25.00',
	'Subtotal\nR$50.00',
	'Tax\nR$0.00',
	'Shipping\nR$10.00',
	'Discount (VIP)\n-R$5.00',
	'Total\nR$55.00',
	'Pix',
	'Review and pay',
];

const card = (index: number, action: object) => ({
	card_index: index,
	type: 'cta_url',
	header: { type: 'image', image: link(`${index}.jpg`) },
	body: { text: `Option ${index}` },
	action,
});

export const interactiveSamples: Sample[] = [
	interactive(
		'button',
		{
			buttons: ['Keep', 'Move', 'Cancel'].map((title) => ({
				type: 'reply',
				reply: { id: title, title },
			})),
		},
		['door.jpg', 'Example GmbH', 'Keep', 'Move', 'Cancel'],
		{ header: { type: 'image', image: link('door.jpg') }, footer: { text: 'Example GmbH' } },
	),
	interactive(
		'list',
		{
			button: 'Choose',
			sections: [
				{ title: 'Sales', rows: [{ id: '1', title: 'New', description: 'Offers and prices' }] },
				{ title: 'Support', rows: [{ id: '2', title: 'Technical' }] },
			],
		},
		['Departments', 'Choose'],
		{
			header: { type: 'text', text: 'Departments' },
			tap: { on: 'Choose', reads: ['Sales', 'New', 'Offers and prices', 'Support', 'Technical'] },
		},
	),
	interactive(
		'cta_url',
		named('cta_url', { display_text: 'Track order', url: 'https://shop.example/t/17' }),
		['Track order', 'https://shop.example/t/17', 'tour.mp4'],
		{ header: { type: 'video', video: link('tour.mp4') } },
	),
	interactive(
		'flow',
		named('flow', {
			flow_id: '123456',
			flow_cta: 'Book a visit',
			mode: 'draft',
			flow_action: 'navigate',
			flow_action_payload: { screen: 'FIRST', data: { name: 'Ada' } },
		}),
		['Book a visit', 'Draft', '17.pdf'],
		{
			header: { type: 'document', document: { ...link('17.pdf'), filename: 'Plan.pdf' } },
			tap: { on: 'Book a visit', reads: ['123456', 'FIRST', '"name": "Ada"'] },
		},
	),
	interactive('location_request_message', { name: 'send_location' }, ['Send location']),
	interactive(
		'address_message',
		named('address_message', {
			country: 'IN',
			values: { name: 'Asha' },
			saved_addresses: [{ id: 'a', value: { city: 'Mumbai' } }],
			validation_errors: { in_pin_code: 'We do not deliver there' },
		}),
		['Provide address'],
		{
			tap: {
				on: 'Provide address',
				reads: ['Name\nAsha', 'City\nMumbai', 'In pin code\nWe do not deliver there'],
			},
		},
	),
	interactive('product', { catalog_id: '900', product_retailer_id: 'sku1' }, [
		'sku1',
		'Catalog 900',
		'View',
	]),
	interactive(
		'product_list',
		{
			catalog_id: '900',
			sections: [
				{
					title: 'Mugs',
					product_items: [{ product_retailer_id: 'sku1' }, { product_retailer_id: 'sku2' }],
				},
			],
		},
		['Bestsellers', '2 items', 'View items'],
		{
			header: { type: 'text', text: 'Bestsellers' },
			tap: { on: 'View items', reads: ['Mugs', 'sku1', 'sku2'] },
		},
	),
	interactive(
		'catalog_message',
		named('catalog_message', { thumbnail_product_retailer_id: 'sku1' }),
		['sku1', 'View catalog'],
	),
	interactive(
		'carousel',
		{
			cards: [0, 1, 2].map((index) =>
				card(
					index,
					named('cta_url', { display_text: `View ${index}`, url: `https://shop.example/${index}` }),
				),
			),
		},
		['0.jpg', 'Option 0', 'View 0', '2.jpg', 'Option 2', 'View 2', 'https://shop.example/2'],
	),
	interactive(
		'carousel',
		{
			cards: [0, 1].map((index) =>
				card(index, {
					buttons: [{ type: 'quick_reply', quick_reply: { id: '0', title: `Take ${index}` } }],
				}),
			),
		},
		['Option 0', 'Take 0', 'Option 1', 'Take 1'],
	),
	interactive(
		'carousel',
		{
			cards: ['sku1', 'sku2'].map((id, index) => ({
				card_index: index,
				type: 'product',
				action: { product_retailer_id: id, catalog_id: '900' },
			})),
		},
		['sku1', 'sku2', 'View'],
	),
	interactive('call_permission_request', { name: 'call_permission_request' }, [
		'Nordwind Coffee would like to call you',
		'Choose preference',
	]),
	interactive('voice_call', named('voice_call', { display_text: 'Ring us' }), ['Ring us']),
	interactive('request_contact_info', { name: 'request_contact_info' }, ['Share contact info']),
	interactive('order_details', named('review_and_pay', orderParameters), orderReads),
	interactive(
		'order_status',
		named('review_order', {
			reference_id: 'A-17',
			order: { status: 'partially-shipped', description: 'Out for delivery' },
			payment: { status: 'captured' },
		}),
		['Order A-17', 'Partially shipped', 'Captured', 'Out for delivery', 'Review order'],
	),
	interactive('hologram', { name: 'beam' }, ['"type": "hologram"', '"name": "beam"']),
];
