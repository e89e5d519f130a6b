import type { Json } from './engine.mts';
import { locator, jsonOf, useSetting } from './setting.mts';
import { bodyOf, serviceRequests } from './recorded.mts';

const setting = useSetting();

/** What was asked for, page by page; one list carries it in the body. */
const pagesAsked = () =>
	serviceRequests(setting.aws).map((request) => {
		const { maxResults, nextToken } =
			request.method === 'POST' ? bodyOf(request) : { ...request.query };
		return { size: Number(maxResults), goesOn: nextToken !== undefined };
	});

const firstFlow = () => ({
	flowId: locator(setting.aws.account.flows(setting.businessAccountId).all()[1]?.id ?? ''),
});

interface LongList {
	name: string;
	place: [resource: string, operation: string];
	/** Makes the list long, and gives the number of its elements. */
	fill: (count: number) => number;
	id: string;
}

const lists: LongList[] = [
	{
		name: 'business accounts',
		place: ['businessAccount', 'getAll'],
		fill: (count) => {
			setting.aws.account.addBusinessAccounts(count);
			return setting.aws.account.businessAccounts.length;
		},
		id: 'id',
	},
	{
		name: 'Flows',
		place: ['flow', 'getAll'],
		fill: (count) => {
			setting.aws.account.addFlows(setting.businessAccountId, count);
			return setting.aws.account.flows(setting.businessAccountId).all().length;
		},
		id: 'flowId',
	},
	{
		name: 'templates',
		place: ['template', 'getAll'],
		fill: (count) => {
			setting.aws.account.addTemplates(setting.businessAccountId, count);
			return setting.aws.account.templates(setting.businessAccountId).all().length;
		},
		id: 'metaTemplateId',
	},
	{
		name: 'library templates',
		place: ['template', 'getLibrary'],
		fill: (count) => {
			setting.aws.account.addLibraryTemplates(count);
			return setting.aws.account.library.search().length;
		},
		id: 'templateId',
	},
];

describe.each(lists)('the list of $name', ({ place: [resource, operation], fill, id }) => {
	const ids = async (parameters: Json) => {
		const result = await setting.run(resource, operation, parameters);
		expect(result.error).toBeUndefined();
		return jsonOf(result).map((json) => json[id]);
	};

	it('has every element once with Return All, in pages of 100', async () => {
		const total = fill(230);
		const found = await ids({ returnAll: true });
		expect(found).toHaveLength(total);
		expect(new Set(found).size).toBe(total);
		expect(pagesAsked()).toEqual(
			Array.from({ length: Math.ceil(total / 100) }, (_, page) => ({
				size: 100,
				goesOn: page > 0,
			})),
		);
	});

	it('makes exactly two requests for a limit of 150, for 100 and for 50', async () => {
		fill(230);
		expect(new Set(await ids({ limit: 150 })).size).toBe(150);
		expect(pagesAsked()).toEqual([
			{ size: 100, goesOn: false },
			{ size: 50, goesOn: true },
		]);
	});

	it('makes one request for one element with a limit of 1', async () => {
		expect(await ids({ limit: 1 })).toHaveLength(1);
		expect(pagesAsked()).toEqual([{ size: 1, goesOn: false }]);
	});

	it.each(['={{ 0 }}', '={{ 1.5 }}', '={{ "many" }}', '={{ [5] }}', '={{ -1 }}'])(
		'is not requested with a limit of %s',
		async (limit) => {
			const { error } = await setting.run(resource, operation, { limit });
			expect(error?.message).toMatch(/^'Limit' is not a whole number/);
			expect(setting.aws.requests).toEqual([]);
		},
	);
});

describe('long lists', () => {
	it('of 1,037 templates come whole, each once', async () => {
		const { account } = setting.aws;
		const existing = account.templates(setting.businessAccountId).all().length;
		account.addTemplates(setting.businessAccountId, 1037 - existing);
		const found = jsonOf(await setting.run('template', 'getAll', { returnAll: true }));
		expect(new Set(found.map(({ metaTemplateId }) => metaTemplateId)).size).toBe(1037);
		expect(pagesAsked()).toHaveLength(11);
	});

	it('of the files of a Flow are requested in pages as well', async () => {
		const parameters = firstFlow();
		const all = await setting.run('flow', 'getAssets', { ...parameters, returnAll: true });
		expect(jsonOf(all)).toEqual([expect.objectContaining({ assetType: 'FLOW_JSON' })]);
		await setting.run('flow', 'getAssets', { ...parameters, limit: 7 });
		expect(pagesAsked().map(({ size }) => size)).toEqual([100, 7]);
	});

	it('continue after a page that failed for a moment', async () => {
		setting.aws.account.addFlows(setting.businessAccountId, 230);
		setting.aws.faults.add({
			kind: 'error',
			status: 502,
			errorName: 'DependencyException',
			times: 1,
			matches: ({ query }) => query.nextToken !== undefined,
		});
		const found = jsonOf(await setting.run('flow', 'getAll', { returnAll: true }));
		expect(new Set(found.map(({ flowId }) => flowId)).size).toBe(233);
	});

	it('end in an error, and not in half a list, if the pages expire', async () => {
		setting.aws.account.addFlows(setting.businessAccountId, 230);
		setting.aws.faults.add({
			kind: 'slow',
			delayMs: 0,
			matches: ({ query }) => {
				if (query.nextToken !== undefined) setting.aws.account.expirePageTokens();
				return false;
			},
		});
		const { status, error, outputs } = await setting.run('flow', 'getAll', { returnAll: true });
		expect(status).toBe('error');
		expect(error?.description).toContain('nextToken has expired');
		expect(outputs).toEqual([]);
	});

	it('of several accounts stay with the items that asked for them', async () => {
		const accounts = setting.aws.account.businessAccounts;
		const result = await setting.run(
			'flow',
			'getAll',
			{ businessAccountId: locator('={{ $json.id }}'), returnAll: true },
			{ items: accounts.map(({ id }) => ({ json: { id } })) },
		);
		expect(result.outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual(
			Array.from({ length: 3 }, () => ({ item: 0 })),
		);
	});
});
