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
	it('is looked up twice for all items if none of it comes from an item', async () => {
		const { credential, lookedUp } = credentialOf(100, () => 'eu-west-1');
		const all = await Promise.all(
			Array.from({ length: 100 }, async (_, i) => await credential.of(i)),
		);
		expect(new Set(all.map(({ region }) => region))).toEqual(new Set(['eu-west-1']));
		expect(lookedUp).toEqual([0, 100]);
	});

	it('is an object of its own for each item, since n8n adds to it', async () => {
		const { credential } = credentialOf(5, () => 'eu-west-1');
		Object.assign(await credential.of(1), { token: 'one' });
		expect(await credential.of(2)).toEqual({ region: 'eu-west-1' });
	});

	it('is looked up for each item if something of it comes from the item', async () => {
		const { credential, lookedUp } = credentialOf(5, ofItem(5));
		const all = await Promise.all([0, 1, 2, 3, 4].map(async (index) => await credential.of(index)));
		expect(all.map(({ region }) => region === 'eu-west-1')).toEqual([
			false,
			false,
			false,
			true,
			false,
		]);
		expect(lookedUp).toEqual([0, 5, 0, 1, 2, 3, 4]);
	});

	it('is looked up for each item if it differs by the number of the item', async () => {
		const { credential } = credentialOf(5, (index) => `r-${index}`);
		expect(await credential.of(3)).toEqual({ region: 'r-3' });
	});

	it('fails for those items alone for which n8n cannot find it', async () => {
		const { credential } = credentialOf(5, (index) => {
			if (index === 0) throw new Error('Nothing there');
			return 'eu-west-1';
		});
		await expect(credential.of(0)).rejects.toThrow('Nothing there');
		expect(await credential.of(4)).toEqual({ region: 'eu-west-1' });
	});

	it('is looked up for each of a few items, where sharing would save nothing', async () => {
		const { credential, lookedUp } = credentialOf(3, () => 'eu-west-1');
		for (const index of [0, 1, 2]) await credential.of(index);
		expect(lookedUp).toEqual([0, 1, 2]);
	});

	it('is looked up again after a minute, as it may have been changed', async () => {
		jest.useFakeTimers();
		try {
			let region = 'eu-west-1';
			const { credential } = credentialOf(50, () => region);
			await credential.of(0);
			region = 'us-east-1';
			jest.advanceTimersByTime(59_000);
			expect(await credential.of(1)).toEqual({ region: 'eu-west-1' });
			jest.advanceTimersByTime(2_000);
			expect(await credential.of(2)).toEqual({ region: 'us-east-1' });
		} finally {
			jest.useRealTimers();
		}
	});
});
