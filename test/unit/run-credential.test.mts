import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { RunCredential } from '../../nodes/AwsWhatsApp/runCredential.ts';

/** Evaluates the field of a credential as n8n does, which refuses an item that does not exist. */
function credentialOf(total: number, field: (index: number) => string) {
	const lookedUp: number[] = [];
	const lookUp = async (index: number): Promise<ICredentialDataDecryptedObject> => {
		lookedUp.push(index);
		return { region: field(index) };
	};
	return { credential: new RunCredential(lookUp, total), lookedUp };
}

const ofItem = (total: number) => (index: number) => {
	if (index >= total) throw new Error(`There are only ${total} items`);
	return index === 3 ? 'eu-west-1' : 'us-east-1';
};

describe('the credential of a run', () => {
	it('is looked up a few times for all items if none of it comes from an item', async () => {
		const { credential, lookedUp } = credentialOf(100, () => 'eu-west-1');
		const all = await Promise.all(
			Array.from({ length: 100 }, async (_, i) => await credential.of(i)),
		);
		expect(new Set(all.map(({ region }) => region))).toEqual(new Set(['eu-west-1']));
		expect(lookedUp).toEqual([0, 1, 2, 3, 50, 99, 100, 101]);
	});

	it('is an object of its own for each item, since n8n adds to it', async () => {
		const { credential } = credentialOf(20, () => 'eu-west-1');
		Object.assign(await credential.of(1), { token: 'one' });
		expect(await credential.of(2)).toEqual({ region: 'eu-west-1' });
	});

	it('is looked up for each item if something of it comes from the item', async () => {
		const indexes = Array.from({ length: 20 }, (_, i) => i);
		const { credential, lookedUp } = credentialOf(20, ofItem(20));
		const all = await Promise.all(indexes.map(async (index) => await credential.of(index)));
		expect(all.map(({ region }) => region === 'eu-west-1')).toEqual(indexes.map((i) => i === 3));
		expect(lookedUp).toEqual([0, 1, 2, 3, ...indexes]);
	});

	it.each<[string, (index: number) => string]>([
		['by the number of the item', (index) => `r-${index}`],
		['for every second item', (index) => (index % 2 ? 'b' : 'a')],
		['for every third item', (index) => (index % 3 === 2 ? 'b' : 'a')],
		['from the middle on', (index) => (index < 10 ? 'a' : 'b')],
		['for the last item', (index) => (index === 19 ? 'b' : 'a')],
		['for all but the first', (index) => (index === 0 || index > 19 ? 'a' : 'b')],
	])('is looked up for each item if it differs %s', async (_name, region) => {
		const { credential } = credentialOf(20, region);
		for (let i = 0; i < 20; i++) expect(await credential.of(i)).toEqual({ region: region(i) });
	});

	it('fails for those items alone for which n8n cannot find it', async () => {
		const { credential } = credentialOf(20, (index) => {
			if (index === 0) throw new Error('Nothing there');
			return 'eu-west-1';
		});
		await expect(credential.of(0)).rejects.toThrow('Nothing there');
		expect(await credential.of(4)).toEqual({ region: 'eu-west-1' });
	});

	it('is looked up for each of a few items, where sharing would save nothing', async () => {
		const { credential, lookedUp } = credentialOf(15, () => 'eu-west-1');
		for (const index of [0, 1, 14]) await credential.of(index);
		expect(lookedUp).toEqual([0, 1, 14]);
	});

	it('is looked up again after a minute, as it may have been changed', async () => {
		let now = Date.now();
		const clock = jest.spyOn(Date, 'now').mockImplementation(() => now);
		try {
			let region = 'eu-west-1';
			const { credential } = credentialOf(50, () => region);
			await credential.of(0);
			region = 'us-east-1';
			now += 59_000;
			expect(await credential.of(1)).toEqual({ region: 'eu-west-1' });
			now += 2_000;
			expect(await credential.of(2)).toEqual({ region: 'us-east-1' });
		} finally {
			clock.mockRestore();
		}
	});
});
