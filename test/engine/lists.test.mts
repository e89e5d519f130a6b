import { useSetting } from './setting.mts';

const setting = useSetting();

describe('lists', () => {
	it('follow all pages, and ask for no more than the limit', async () => {
		setting.aws.account.addBusinessAccounts(234);
		const total = setting.aws.account.businessAccounts.length;
		const all = await setting.run('businessAccount', 'getAll', { returnAll: true });
		expect(new Set(all.outputs[0]?.map(({ json }) => json.id)).size).toBe(total);
		setting.aws.requests.length = 0;
		const some = await setting.run('businessAccount', 'getAll', { limit: 150 });
		expect(some.outputs[0]).toHaveLength(150);
		expect(
			some.outputs[0]?.every(({ pairedItem }) => (pairedItem as { item: number }).item === 0),
		).toBe(true);
		expect(
			setting.aws.requests.map(({ query }) => new URLSearchParams(query).get('maxResults')),
		).toEqual(['100', '50']);
	});

	it('show number, name and business account in a picker, and search all of them', async () => {
		const search = async (filter?: string) => {
			const found = await setting.engine.listSearch({
				method: 'searchPhoneNumbers',
				credentials: setting.credentials,
				filter,
			});
			return ('results' in found && found.results) || [];
		};
		const all = await search();
		expect(all).toHaveLength(setting.aws.account.phoneNumbers.length);
		expect(await search('nordwind ROAST')).toEqual([
			expect.objectContaining({
				name: expect.stringMatching(/^\+49 40 .* - Nordwind Roastery \(Nordwind Coffee\)$/),
			}),
		]);
		expect(await search(String(all[0]?.value))).toEqual([all[0]]);
		expect(await search('no such number')).toEqual([]);
	});

	it('say what to do if a picker has no permission', async () => {
		setting.aws.faults.add({
			kind: 'error',
			status: 403,
			errorName: 'AccessDeniedException',
			message: 'not authorized to perform social-messaging:ListLinkedWhatsAppBusinessAccounts',
		});
		const found = await setting.engine.listSearch({
			method: 'searchBusinessAccounts',
			credentials: setting.credentials,
		});
		expect(found).toMatchObject({
			error: {
				message: 'AWS denied access to social-messaging:ListLinkedWhatsAppBusinessAccounts',
				description: expect.stringContaining('IAM policy'),
			},
		});
	});
});
