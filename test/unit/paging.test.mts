import type { IDataObject } from 'n8n-workflow';
import { UnusableResponse } from '../../aws/transport/errors.ts';
import { followPages } from '../../engine/paging.ts';

type Page = Parameters<Parameters<typeof followPages>[0]>[0];

/** A list of AWS's: pages of the size that is asked for, up to 100, with opaque tokens. */
function listOf(total: number) {
	const asked: Page[] = [];
	const fetchPage = async (page: Page): Promise<IDataObject> => {
		asked.push(page);
		const start = page.nextToken ? Number(page.nextToken.replace('token-', '')) : 0;
		const end = Math.min(start + page.maxResults, total);
		const things = Array.from({ length: end - start }, (_, index) => ({ id: start + index }));
		return end < total ? { things, nextToken: `token-${end}` } : { things };
	};
	return { asked, fetchPage };
}

const sizes = (asked: Page[]) => asked.map(({ maxResults }) => maxResults);
const ids = (elements: IDataObject[]) => elements.map(({ id }) => id);
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('the pages of a list', () => {
	it('of 1,037 elements give all of them once, in order', async () => {
		const { asked, fetchPage } = listOf(1037);
		expect(ids(await followPages(fetchPage, 'things'))).toEqual(upTo(1037));
		expect(sizes(asked)).toEqual(Array(11).fill(100));
		expect(asked[0]).not.toHaveProperty('nextToken');
		expect(asked.slice(1).map(({ nextToken }) => nextToken)).toEqual(
			upTo(10).map((page) => `token-${(page + 1) * 100}`),
		);
	});

	it.each([
		[1, [1]],
		[50, [50]],
		[100, [100]],
		[101, [100, 1]],
		[150, [100, 50]],
		[200, [100, 100]],
		[5000, Array(11).fill(100)],
	])('for a limit of %i are asked for as %p', async (limit, expected) => {
		const { asked, fetchPage } = listOf(1037);
		const elements = await followPages(fetchPage, 'things', limit);
		expect(ids(elements)).toEqual(upTo(Math.min(limit, 1037)));
		expect(sizes(asked)).toEqual(expected);
	});

	it('may be short: the limit is reached with more of them', async () => {
		const pages: IDataObject[] = [
			{ things: [{ id: 0 }], nextToken: 'a' },
			{ things: [{ id: 1 }], nextToken: 'b' },
			{ things: [{ id: 2 }], nextToken: 'c' },
		];
		const asked: Page[] = [];
		const elements = await followPages(
			async (page) => {
				asked.push(page);
				return pages.shift() ?? {};
			},
			'things',
			3,
		);
		expect(ids(elements)).toEqual([0, 1, 2]);
		expect(sizes(asked)).toEqual([3, 2, 1]);
	});

	it('may be empty and still have a next one', async () => {
		const pages: IDataObject[] = [
			{ things: [], nextToken: 'a' },
			{ nextToken: 'b' },
			{ things: [{ id: 1 }], nextToken: '' },
		];
		expect(await followPages(async () => pages.shift() ?? {}, 'things')).toEqual([{ id: 1 }]);
		expect(pages).toEqual([]);
	});

	it('that hold more than was asked for are cut at the limit', async () => {
		const things = upTo(100).map((id) => ({ id }));
		expect(await followPages(async () => ({ things, nextToken: 'a' }), 'things', 5)).toHaveLength(
			5,
		);
	});

	it.each([
		['nothing', {}],
		['null', { things: null }],
		['an object', { things: { id: 1 } }],
		['a text', { things: 'none' }],
		['another list', { others: [{ id: 1 }] }],
	])('without the list, but with %s, give no elements', async (_name, page) => {
		expect(await followPages(async () => page, 'things')).toEqual([]);
	});

	it.each([null, 5, {}, [], false, ''])('end with a token that is none: %p', async (nextToken) => {
		let pages = 0;
		await followPages(async () => {
			pages++;
			return { things: [], nextToken } as IDataObject;
		}, 'things');
		expect(pages).toBe(1);
	});

	it.each<[string, (page: number) => IDataObject, number]>([
		['the same token again', () => ({ things: [{ id: 1 }], nextToken: 'a' }), 2],
		['tokens in turn', (page) => ({ things: [{ id: page }], nextToken: `${page % 2}` }), 3],
		['three tokens in turn', (page) => ({ things: [{ id: page }], nextToken: `${page % 3}` }), 4],
		['nothing and new tokens', (page) => ({ things: [], nextToken: `${page}` }), 3],
		['no list and new tokens', (page) => ({ nextToken: `${page}` }), 3],
		['the same page and new tokens', (page) => ({ things: [{ id: 1 }], nextToken: `${page}` }), 4],
		[
			'the same pages in turn and new tokens',
			(page) => ({ things: [{ id: page % 4 }], nextToken: `${page}` }),
			7,
		],
	])('that give %s end in an error that says so', async (_name, pageOf, requests) => {
		let asked = 0;
		const failure: unknown = await followPages(async () => pageOf(asked++), 'things').catch(
			(error: unknown) => error,
		);
		expect(failure).toBeInstanceOf(UnusableResponse);
		expect(String(failure)).toContain('a list that does not end');
		expect(asked).toBe(requests);
	});

	it('pass tokens on exactly, whatever they hold', async () => {
		const token = `a+b/c== &?#%20 "👋" ${'x'.repeat(500)}`;
		const asked: Page[] = [];
		await followPages(async (page) => {
			asked.push(page);
			return asked.length === 1 ? { things: [], nextToken: token } : {};
		}, 'things');
		expect(asked[1]).toEqual({ maxResults: 100, nextToken: token });
	});

	it('that fail in the middle fail as a whole', async () => {
		const { fetchPage } = listOf(1037);
		let pages = 0;
		const failing = followPages(async (page) => {
			if (++pages === 3) throw new Error('refused');
			return await fetchPage(page);
		}, 'things');
		await expect(failing).rejects.toThrow('refused');
		expect(pages).toBe(3);
	});
});
