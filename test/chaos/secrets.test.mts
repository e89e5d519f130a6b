import { findSecrets } from './secrets.mts';

const SECRET = 'je7MtGbClwBF/2Zp9Utk/h3yCo8nvbLOCALrole1';
const TOKEN = `${'AbCdEf0123456789'.repeat(20)}/+==`;
const found = (place: unknown) => findSecrets({ place }, [SECRET, TOKEN]).length;

describe('the search for secrets', () => {
	it.each<[string, unknown]>([
		['nothing', undefined],
		['a text without any', 'AWS says: x-amz-security-token:[removed]'],
		['the first letters of one, too few to be of use', SECRET.slice(0, 11)],
		[
			'an item without any',
			[[{ json: { messageId: '5d1f-…' }, binary: { data: Buffer.from('x') } }]],
		],
	])('finds none in %s', (_name, place) => {
		expect(found(place)).toBe(0);
	});

	it.each<[string, unknown]>([
		['a text', `x${SECRET}y`],
		['a text that was cut off', `…${TOKEN.slice(0, 40)}`],
		['a URL', `?X-Amz-Security-Token=${encodeURIComponent(SECRET)}`],
		['an object, deep down', [{ json: { details: { description: `said ${TOKEN}` } } }]],
		['the key of an object', { [SECRET]: 1 }],
		['a file', [{ binary: { data: { data: Buffer.from(`<pre>${TOKEN}</pre>`) } } }]],
	])('finds one in %s', (_name, place) => {
		expect(found(place)).toBe(1);
	});

	it('says where it is', () => {
		const [violation] = findSecrets({ 'the log': `debug | header ${SECRET}` }, [SECRET]);
		expect(violation).toEqual({
			rule: 'no secret shown',
			text: `in the log: …debug | header ${SECRET.slice(0, 12)}…`,
		});
	});
});
