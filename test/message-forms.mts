/** A filled-in form of every type of message. */

export type Parameters = Record<string, unknown>;

const WAMID = 'wamid.HBgNNDkxNTExMjM0NTY3OBUCABIYFDNBMEE5';
export const rows = (...row: object[]) => ({ row });
export const link = (n: number) => ({ mediaSource: 'link', link: `https://example.org/${n}.jpg` });

/** One of each type, with the parameters that the form of this type shows. */
export const TYPES: Record<string, Parameters> = {
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

export const INTERACTIVE: Record<string, Parameters> = {
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
