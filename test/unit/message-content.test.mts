import { contentHash } from '../../whatsapp/message/content.ts';

const text = (body: string, more: object = {}) => ({
	messaging_product: 'whatsapp',
	to: '+4915112345678',
	type: 'text',
	text: { body },
	...more,
});

const document = (more: object) => ({
	type: 'document',
	document: { caption: 'Invoice', ...more },
});

const template = (image: object, buttons: unknown[] = []) => ({
	type: 'template',
	template: {
		name: 'sale',
		components: [{ type: 'header', parameters: [{ type: 'image', image }] }, ...buttons],
	},
});

const flow = (flow_token: string, flow_id: string) => ({
	type: 'interactive',
	interactive: { action: { name: 'flow', parameters: { flow_token, flow_id } } },
});

const same = (a: object, b: object) => contentHash({ ...a }) === contentHash({ ...b });

describe('the content of a message is the same', () => {
	it.each([
		['in another order', { a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 }],
		[
			'with another note to oneself',
			text('a', { biz_opaque_callback_data: 'x' }),
			text('a', { biz_opaque_callback_data: 'y' }),
		],
		['with another token of its Flow', flow('1', 'f'), flow('2', 'f')],
		['with a file uploaded again', document({ id: '1' }), document({ id: '2' })],
		[
			'with a link that was signed again',
			document({ link: 'https://a.example/1.pdf?X-Amz-Signature=1' }),
			document({ link: 'https://a.example/1.pdf?X-Amz-Signature=2' }),
		],
		['with a file uploaded again in a template', template({ id: '1' }), template({ id: '2' })],
	])('%s', (_, a, b) => {
		expect(same(a, b)).toBe(true);
	});
});

describe('the content of a message is another', () => {
	it.each([
		['with another text', text('a'), text('b')],
		['to another recipient', text('a'), text('a', { to: '+4915112345679' })],
		['with another caption', document({ id: '1' }), document({ id: '1', caption: 'Reminder' })],
		['with another file name', document({ filename: 'a' }), document({ filename: 'b' })],
		['with another Flow', flow('1', 'f'), flow('1', 'g')],
		['as another kind of file', { image: { id: '1' } }, { video: { id: '1' } }],
		['without its file', { image: { id: '1' } }, {}],
		[
			'with the ID of another button, which is none of a file',
			{ buttons: [{ reply: { id: 'a' } }] },
			{ buttons: [{ reply: { id: 'b' } }] },
		],
		['with the same in another order, in a list', { list: [1, 2] }, { list: [2, 1] }],
		['with a list for a single value', { a: [1] }, { a: 1 }],
		['with a number for its digits', { a: 1 }, { a: '1' }],
		['with members that only look alike', { a: 'b","c' }, { a: ['b', 'c'] }],
		[
			'of another template',
			template({ id: '1' }),
			template({ id: '1' }, [{ type: 'button', index: 0 }]),
		],
	])('%s', (_, a, b) => {
		expect(same(a, b)).toBe(false);
	});

	it('with members whose names JavaScript knows', () => {
		const named = (value: string) => JSON.parse(`{"__proto__": "${value}"}`) as object;
		expect(same(named('a'), named('b'))).toBe(false);
	});
});
