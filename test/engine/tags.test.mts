import { HOSTILE_TEXTS } from '../unit/support/hostile.mts';
import { chosen, jsonOf, pairsOf, useSetting } from './setting.mts';
import { bodyOf, requestsFor } from './recorded.mts';

const setting = useSetting();
let arn: string;
beforeAll(async () => {
	arn = setting.aws.account.businessAccounts[0]?.arn ?? '';
});

const run = async (operation: string, parameters: object, json: object = {}) =>
	await setting.run(
		'tag',
		operation,
		{ resourceArn: chosen(arn), ...parameters },
		{ items: [{ json }] },
	);
const add = async (...tag: object[]) => await run('add', { tags: { tag } });

describe('tags', () => {
	it('are added, listed one item each, and removed', async () => {
		const added = await add({ key: 'department', value: 'sales' }, { key: 'vip', value: '' });
		expect(jsonOf(added)).toEqual([
			{
				success: true,
				resourceArn: arn,
				tags: [{ key: 'department', value: 'sales' }, { key: 'vip' }],
				statusCode: 200,
			},
		]);
		const listed = await run('getAll', { returnAll: true });
		expect(jsonOf(listed)).toEqual([
			{ key: 'department', value: 'sales' },
			{ key: 'vip', value: '' },
		]);
		expect(pairsOf(listed)).toEqual([0, 0]);
		expect(jsonOf(await run('getAll', { limit: 1 }))).toHaveLength(1);

		const removed = await run('remove', { tagKeys: 'vip, unknown,vip' });
		expect(jsonOf(removed)).toEqual([
			{ success: true, resourceArn: arn, tagKeys: ['vip', 'unknown'], statusCode: 200 },
		]);
		expect(setting.aws.account.tags.of(arn)).toEqual([{ key: 'department', value: 'sales' }]);
	});

	it('of a resource without any are no items', async () => {
		const listed = await run('getAll', {});
		expect(listed.status).toBe('success');
		expect(jsonOf(listed)).toEqual([]);
	});

	it('to remove may be a list from an expression', async () => {
		await add({ key: 'a, b' }, { key: 'c' });
		await run('remove', { tagKeys: '={{ $json.keys }}' }, { keys: ['a, b', 'c'] });
		expect(setting.aws.account.tags.of(arn)).toEqual([]);
	});

	it('can be those of a phone number', async () => {
		const number = setting.aws.account.phoneNumbers[0]?.arn ?? '';
		await run('add', { resourceArn: chosen(number), tags: { tag: [{ key: 'a', value: 'b' }] } });
		expect(setting.aws.account.tags.of(number)).toEqual([{ key: 'a', value: 'b' }]);
	});

	it.each(HOSTILE_TEXTS)('reach AWS unchanged: %s', async (_name, text) => {
		const { error } = await run(
			'add',
			{ tags: { tag: [{ key: 'odd', value: '={{ $json.text }}' }] } },
			{ text },
		);
		expect(error).toBeUndefined();
		const [request] = requestsFor(setting.aws, 'TagResource');
		expect(bodyOf(request).tags).toEqual([{ key: 'odd', value: text.trim() }]);
	});

	it.each([
		['add', { tags: {} }, "'Tags' is empty"],
		['add', { tags: { tag: [{ key: 'a' }, { key: 'a' }] } }, "'Tags' contains the same key twice"],
		['add', { tags: { tag: [{ key: '={{ $json.list }}' }] } }, "'Tags 1: Key' is not text"],
		['remove', { tagKeys: '={{ $json.nothing }}' }, "'Tag Keys' is empty"],
		['remove', { tagKeys: '={{ [" ", ""] }}' }, "'Tag Keys' is empty"],
		[
			'getAll',
			{ resourceArn: chosen(`={{ "waba-${'0'.repeat(32)}" }}`) },
			"'Tagged Resource' has an invalid format",
		],
	])('%s with %j is refused before anything is sent', async (operation, parameters, message) => {
		const { error } = await run(operation, parameters, { list: ['a'] });
		expect(error?.message).toBe(`${message} [item 0]`);
		expect(setting.aws.requests).toEqual([]);
	});
});
