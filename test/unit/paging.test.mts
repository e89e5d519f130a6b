import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import { listAll } from '../../aws/clients/socialMessaging.ts';
import { AwsClient } from '../../aws/transport/client.ts';
import { UnusableResponse } from '../../aws/errors/errors.ts';

interface Page {
	maxResults: number;
	nextToken?: string;
}

type FetchPage = (page: Page) => Promise<IDataObject>;

/** Lists Flows whose pages are given by this. */
async function listed(fetchPage: FetchPage, limit?: number): Promise<IDataObject[]> {
	const send = async (_credential: string, { qs }: IHttpRequestOptions) => ({
		statusCode: 200,
		headers: {},
		body: await fetchPage(qs as unknown as Page),
	});
	const context: unknown = { helpers: { httpRequestWithAuthentication: send } };
	const client = new AwsClient(context as AwsClient['context']);
	return await listAll(client, 'ListWhatsAppFlows', {}, { limit });
}

/** A list of AWS's: pages of the size that is asked for, up to 100, with opaque tokens. */
function listOf(total: number) {
	const asked: Page[] = [];
	const fetchPage = async (page: Page): Promise<IDataObject> => {
		asked.push(page);
		const start = page.nextToken ? Number(page.nextToken.replace('token-', '')) : 0;
		const end = Math.min(start + page.maxResults, total);
		const flows = Array.from({ length: end - start }, (_, index) => ({ id: start + index }));
		return end < total ? { flows, nextToken: `token-${end}` } : { flows };
	};
	return { asked, fetchPage };
}

const sizes = (asked: Page[]) => asked.map(({ maxResults }) => maxResults);
const ids = (elements: IDataObject[]) => elements.map(({ id }) => id);
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('the pages of a list', () => {
	it('of 1,037 elements return all of them once, in order', async () => {
		const { asked, fetchPage } = listOf(1037);
		expect(ids(await listed(fetchPage))).toEqual(upTo(1037));
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
	])('for a limit of %i are requested as %p', async (limit, expected) => {
		const { asked, fetchPage } = listOf(1037);
		const elements = await listed(fetchPage, limit);
		expect(ids(elements)).toEqual(upTo(Math.min(limit, 1037)));
		expect(sizes(asked)).toEqual(expected);
	});

	it('may be short: the limit is reached with more of them', async () => {
		const pages: IDataObject[] = [
			{ flows: [{ id: 0 }], nextToken: 'a' },
			{ flows: [{ id: 1 }], nextToken: 'b' },
			{ flows: [{ id: 2 }], nextToken: 'c' },
		];
		const asked: Page[] = [];
		const elements = await listed(async (page) => {
			asked.push(page);
			return pages.shift() ?? { flows: [] };
		}, 3);
		expect(ids(elements)).toEqual([0, 1, 2]);
		expect(sizes(asked)).toEqual([3, 2, 1]);
	});

	it('may be empty and still have a next one', async () => {
		const pages: IDataObject[] = [
			{ flows: [], nextToken: 'a' },
			{ flows: [], nextToken: 'b' },
			{ flows: [{ id: 1 }], nextToken: '' },
		];
		expect(await listed(async () => pages.shift() ?? { flows: [] })).toEqual([{ id: 1 }]);
		expect(pages).toEqual([]);
	});

	it('that contain more than requested are cut off at the limit', async () => {
		const flows = upTo(100).map((id) => ({ id }));
		expect(await listed(async () => ({ flows, nextToken: 'a' }), 5)).toHaveLength(5);
	});

	it.each([
		['an object', { flows: { id: 1 } }],
		['a text', { flows: 'none' }],
	])('without the list, but with %s, give no elements', async (_name, page) => {
		expect(await listed(async () => page)).toEqual([]);
	});

	it.each([null, 5, {}, [], false, ''])('end with an unusable token: %p', async (nextToken) => {
		let pages = 0;
		await listed(async () => {
			pages++;
			return { flows: [], nextToken } as IDataObject;
		});
		expect(pages).toBe(1);
	});

	it.each<[string, (page: number) => IDataObject, number]>([
		['the same token again', () => ({ flows: [{ id: 1 }], nextToken: 'a' }), 2],
		['tokens in turn', (page) => ({ flows: [{ id: page }], nextToken: `${page % 2}` }), 3],
		['three tokens in turn', (page) => ({ flows: [{ id: page }], nextToken: `${page % 3}` }), 4],
		['nothing and new tokens', (page) => ({ flows: [], nextToken: `${page}` }), 3],
		['the same page and new tokens', (page) => ({ flows: [{ id: 1 }], nextToken: `${page}` }), 4],
		[
			'the same pages in turn and new tokens',
			(page) => ({ flows: [{ id: page % 4 }], nextToken: `${page}` }),
			7,
		],
	])('that return %s end in an error that says so', async (_name, pageOf, requests) => {
		let asked = 0;
		const failure: unknown = await listed(async () => pageOf(asked++)).catch(
			(error: unknown) => error,
		);
		expect(failure).toBeInstanceOf(UnusableResponse);
		expect(String(failure)).toContain('a list without an end');
		expect(asked).toBe(requests);
	});

	it('pass tokens on exactly, whatever they contain', async () => {
		const token = `a+b/c== &?#%20 "👋" ${'x'.repeat(500)}`;
		const asked: Page[] = [];
		await listed(async (page) => {
			asked.push(page);
			return asked.length === 1 ? { flows: [], nextToken: token } : { flows: [] };
		});
		expect(asked[1]).toEqual({ maxResults: 100, nextToken: token });
	});

	it('that fail in the middle fail as a whole', async () => {
		const { fetchPage } = listOf(1037);
		let pages = 0;
		const failing = listed(async (page) => {
			if (++pages === 3) throw new Error('refused');
			return await fetchPage(page);
		});
		await expect(failing).rejects.toThrow('refused');
		expect(pages).toBe(3);
	});
});
