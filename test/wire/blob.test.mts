import { withDocuments } from './blob.mts';

const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');
const DOCUMENT = '{"body":"ü 👩‍👩‍👧"}';

describe('a blob in a request', () => {
	it('is read as the JSON document that it contains, and other members are unchanged', () => {
		expect(withDocuments({ message: base64(DOCUMENT), id: 'x' })).toEqual({
			message: { body: 'ü 👩‍👩‍👧' },
			id: 'x',
		});
	});

	it.each([
		['not encoded', DOCUMENT],
		['an object', JSON.parse(DOCUMENT) as unknown],
		['encoded twice', base64(base64(DOCUMENT))],
		['JSON in quotes', base64(JSON.stringify(DOCUMENT))],
		['without its padding', base64(DOCUMENT).replace(/=+$/, '')],
		['in the alphabet for URLs', Buffer.from('{"a":"þÿ>>>???"}').toString('base64url')],
		['in Latin-1', Buffer.from('{"a":"ü"}', 'latin1').toString('base64')],
		['with a byte order mark', base64(`\uFEFF${DOCUMENT}`)],
	])('is refused if it is %s', (_name, message) => {
		expect(() => withDocuments({ message })).toThrow();
	});
});
