import type { Json } from './engine.mts';
import { locator, useSetting } from './setting.mts';
import { bodyOf, serviceRequests } from './recorded.mts';

const setting = useSetting();

interface Asked {
	filter?: string;
	paginationToken?: string;
	parameters?: Json;
}

/** Where the panel stands when the list is opened. */
const PLACES: Record<string, Json> = {
	searchEventDestinations: { resource: 'businessAccount', operation: 'setEventDestinations' },
	searchFlows: { resource: 'flow', operation: 'get' },
	searchTaggedResources: { resource: 'tag', operation: 'add' },
	searchTemplateLibrary: { resource: 'template', operation: 'createFromLibrary' },
	searchTemplates: { resource: 'template', operation: 'get' },
};

async function ask(method: string, { parameters, ...asked }: Asked = {}) {
	const chosen = parameters ?? { businessAccountId: locator(setting.businessAccountId) };
	return await setting.engine.listSearch({
		method,
		credentials: setting.credentials,
		parameters: { ...PLACES[method], ...chosen },
		...asked,
	});
}

async function found(method: string, asked?: Asked) {
	const answer = await ask(method, asked);
	if (answer.error) throw new Error(answer.error.message);
	return answer;
}

/** Scrolls to the end, as the user does. */
async function scrolled(method: string) {
	const pages = [await found(method)];
	for (let token = pages[0]?.paginationToken; token !== undefined; ) {
		const next = await found(method, { paginationToken: token });
		pages.push(next);
		token = next.paginationToken;
	}
	return pages;
}

const longLists = [
	{
		method: 'searchFlows',
		fill: () => void setting.aws.account.addFlows(setting.businessAccountId, 230),
		total: 233,
		filter: 'form 00120',
		match: { name: 'Form 00120 (DRAFT)', value: expect.stringMatching(/^\d+$/) },
	},
	{
		method: 'searchTemplates',
		fill: () => void setting.aws.account.addTemplates(setting.businessAccountId, 230),
		total: 238,
		filter: 'notice_00120',
		match: {
			name: 'notice_00120 (en_US) - UTILITY, APPROVED',
			value: expect.stringMatching(/^\d+$/),
		},
	},
	{
		method: 'searchTemplateLibrary',
		fill: () => void setting.aws.account.addLibraryTemplates(230),
		total: 242,
		filter: 'PARCEL_NOTICE_00120',
		match: { name: 'parcel_notice_00120 (en_US) - UTILITY', value: 'parcel_notice_00120' },
	},
];

describe.each(longLists)('$method', ({ method, fill, total, filter, match }) => {
	it('shows the list page by page', async () => {
		fill();
		const pages = await scrolled(method);
		expect(pages.map(({ results }) => results.length)).toEqual([100, 100, total - 200]);
		const names = pages.flatMap(({ results }) => results.map(({ name }) => name));
		expect(new Set(names).size).toBe(total);
		expect(serviceRequests(setting.aws)).toHaveLength(3);
	});

	it('searches the whole list', async () => {
		fill();
		expect(await found(method, { filter })).toEqual({ results: [match] });
		expect(serviceRequests(setting.aws)).toHaveLength(3);
		expect(await found(method, { filter: 'no such thing' })).toEqual({ results: [] });
	});

	it('treats spaces as no search', async () => {
		fill();
		expect((await found(method, { filter: '  ' })).results).toHaveLength(100);
	});

	it('lists what the selected business account has', async () => {
		const other = setting.aws.account.businessAccounts[1]?.id ?? '';
		await found(method, { parameters: { businessAccountId: locator(other) } });
		expect(serviceRequests(setting.aws).map(({ query }) => query.id)).toEqual([other]);
	});

	it.each<[string, Json]>([
		['nothing is chosen', {}],
		['the choice is empty', { businessAccountId: { __rl: true, mode: 'list', value: '' } }],
		['an expression has no value yet', { businessAccountId: locator('={{ $json.id }}') }],
	])('asks to choose the business account first when %s', async (_name, parameters) => {
		const { error } = await ask(method, { parameters });
		expect(error?.message).toBe("'Business Account' is not chosen yet");
		expect(error?.description).toContain('Choose the business account first');
		expect(setting.aws.requests).toEqual([]);
	});

	it('says what to do when AWS refuses', async () => {
		setting.aws.faults.add({ kind: 'error', status: 403, errorName: 'AccessDeniedException' });
		const { error } = await ask(method);
		expect(error?.message).toMatch(/^AWS denied access to social-messaging:ListWhatsApp\w+$/);
		expect(error?.description).toContain('IAM policy');
	});
});

describe('the library picker', () => {
	it('asks with the account in the query and the page in the body', async () => {
		setting.aws.account.addLibraryTemplates(230);
		await scrolled('searchTemplateLibrary');
		const [first, second] = serviceRequests(setting.aws);
		expect(bodyOf(first)).toEqual({ maxResults: 100 });
		expect(bodyOf(second)).toEqual({ maxResults: 100, nextToken: expect.any(String) });
	});
});

describe('the picker of tagged resources', () => {
	it('lists business accounts and phone numbers by ARN, and searches all of their words', async () => {
		const { results } = await found('searchTaggedResources', { parameters: {} });
		const { businessAccounts, phoneNumbers } = setting.aws.account;
		expect(results.map(({ value }) => value).sort()).toEqual(
			[...businessAccounts, ...phoneNumbers].map(({ arn }) => arn).sort(),
		);
		const dental = await found('searchTaggedResources', { filter: 'harbour' });
		expect(dental.results.map(({ name }) => name)).toEqual([
			expect.stringMatching(/^Business account: Harbour Dental \(\d+\)$/),
			'Phone number: +353 1 6778899 - Harbour Dental (Harbour Dental)',
		]);
		const [{ value } = { value: '' }] = dental.results;
		expect((await found('searchTaggedResources', { filter: value })).results).toHaveLength(1);
	});
});

describe('the picker of event destinations', () => {
	const topic = 'arn:aws:sns:eu-west-1:111122223333:whatsapp-events';

	it('offers the ones that the account has now', async () => {
		expect(await found('searchEventDestinations')).toEqual({
			results: [{ name: topic, value: topic }],
		});
		expect(await found('searchEventDestinations', { filter: 'other' })).toEqual({ results: [] });
		const none = setting.aws.account.businessAccounts[2]?.id ?? '';
		expect(
			await found('searchEventDestinations', { parameters: { businessAccountId: locator(none) } }),
		).toEqual({ results: [] });
	});

	it('asks to choose the business account first', async () => {
		const { error } = await ask('searchEventDestinations', { parameters: {} });
		expect(error?.message).toBe("'Business Account' is not chosen yet");
	});
});
