import { useSetting } from './setting.mts';

const setting = useSetting();

const people = (count: number) =>
	Array.from({ length: count }, (_, i) => ({ json: { to: `+49151${10_000_000 + i}`, n: i } }));
const toEach = { to: '={{ $json.to }}', messageType: 'text', textBody: '=Hello {{ $json.n }}' };
const action = 'SendWhatsAppMessage';
const isMessageTo =
	(...people: number[]) =>
	({ body }: { body: Buffer }) => {
		const message = Buffer.from(JSON.parse(body.toString()).message, 'base64').toString();
		return people.some((n) => message.includes(`Hello ${n}"`));
	};

describe('the error of a run that failed accounts for its other items', () => {
	it('names every item that may have been sent, not only the first', async () => {
		setting.aws.faults.add({ kind: 'cutAfter', action, matches: isMessageTo(2, 3) });
		const { error } = await setting.send(toEach, { items: people(6) });
		expect(error?.itemIndex).toBe(2);
		expect(error?.description).toMatch(/may have been done for items 2-3, so check them first\./);
		expect(error?.description).toMatch(/already done for 4 of the 6 items \(items 0-1, 4-5\)\./);
	});

	it("names what was done in n8n's earlier tries as well", async () => {
		const refuse = {
			kind: 'error',
			action,
			status: 403,
			errorName: 'AccessDeniedException',
		} as const;
		setting.aws.faults.add({ ...refuse, matches: isMessageTo(3) });
		const { error } = await setting.send(
			{ ...toEach, options: { maxRequestsAtOnce: 1 } },
			{ items: people(6), retryOnFail: { maxTries: 3, waitBetweenTries: 10 } },
		);
		expect(error?.description).toMatch(/already done for 3 of the 6 items \(items 0-2\)\./);
		expect(setting.aws.phone.messages).toHaveLength(3);
	});
});
