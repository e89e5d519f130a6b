import { bodyOf, requestsFor } from './recorded.mts';
import { BUCKET, chosen, fileContent, jsonOf, pairsOf, useSetting } from './setting.mts';
import type { InputBinary, Json } from './protocol.mts';

const pdf = (content: string): InputBinary => ({
	data: fileContent('application/pdf', content),
	fileName: 'invoice.pdf',
	mimeType: 'application/pdf',
});

/** An item for each person, all with the same file, as where a workflow merges a file with a list. */
const withFile = (data: InputBinary, count: number, more: Json = {}) =>
	Array.from({ length: count }, (_, n) => ({
		json: { to: `+49151${10_000_000 + n}`, n, ...more },
		binary: { data },
	}));

const document = {
	to: '={{ $json.to }}',
	messageType: 'document',
	bucketName: BUCKET,
};

describe.each(['filesystem', 'default'] as const)(
	'one file for many people, with n8n keeping files in %s mode',
	(binaryDataMode) => {
		const setting = useSetting({ binaryDataMode });
		const s3 = (method: string) =>
			setting.aws.requests.filter(
				(request) => request.service === 's3' && request.method === method,
			);
		const uploads = () => requestsFor(setting.aws, 'PostWhatsAppMessageMedia');
		const refuse = (action: string, times?: number) =>
			setting.aws.faults.add({
				kind: 'error',
				action,
				status: 403,
				errorName: 'AccessDeniedException',
				times,
			});
		const mediaIds = () =>
			setting.aws.phone.messages.map(({ message }) => (message.document as Json).id);

		it('is uploaded once, and sent to each', async () => {
			const items = withFile(pdf('a'), 100);
			const result = await setting.send(document, { items });
			expect(result.error).toBeUndefined();
			expect(pairsOf(result)).toEqual(items.map((_, i) => i));
			expect([s3('PUT').length, uploads().length, s3('DELETE').length]).toEqual([1, 1, 1]);
			expect(setting.aws.phone.messages).toHaveLength(100);
			expect(new Set(mediaIds()).size).toBe(1);
			expect(jsonOf(result).map(({ mediaId }) => mediaId)).toEqual(mediaIds());
			expect(await setting.aws.s3.list(BUCKET)).toEqual([]);
		});

		it('is uploaded once for each phone number', async () => {
			const [one, two] = setting.aws.account.phoneNumbers;
			const items = withFile(pdf('a'), 10).map((item, n) => ({
				...item,
				json: { ...item.json, from: n % 2 ? one?.id : two?.id },
			}));
			const result = await setting.send(
				{ ...document, originationPhoneNumberId: chosen('={{ $json.from }}') },
				{ items },
			);
			expect(result.error).toBeUndefined();
			expect(
				uploads()
					.map((request) => bodyOf(request).originationPhoneNumberId)
					.sort(),
			).toEqual([one?.id, two?.id].sort());
			expect(new Set(mediaIds()).size).toBe(2);
		});

		it('is not taken for another of the same name and size', async () => {
			const items = [...withFile(pdf('a'), 4), ...withFile(pdf('b'), 4)];
			await setting.send(document, { items });
			expect(uploads()).toHaveLength(2);
			expect(new Set(mediaIds()).size).toBe(2);
		});

		it('is uploaded again in the next run', async () => {
			const file = pdf('a');
			await setting.send(document, { items: withFile(file, 2) });
			await setting.send(document, { items: withFile(file, 2) });
			expect(uploads()).toHaveLength(2);
		});

		it('stays in S3 if that is wanted, and every item says where', async () => {
			const result = await setting.send(
				{ ...document, options: { keepS3Object: true } },
				{ items: withFile(pdf('a'), 5) },
			);
			const objects = await setting.aws.s3.list(BUCKET);
			expect(objects).toHaveLength(1);
			const found = jsonOf(result).map(({ s3Object }) => s3Object);
			expect(found).toHaveLength(5);
			expect(new Set(found.map((each) => JSON.stringify(each))).size).toBe(1);
			expect(found[0]).toMatchObject({ bucketName: BUCKET });
		});

		it('goes to each place in S3 where it is to stay', async () => {
			const items = withFile(pdf('a'), 6).map((item, n) => ({
				...item,
				json: { ...item.json, prefix: n % 2 ? 'a/' : 'b/' },
			}));
			const options = { keepS3Object: true, keyPrefix: '={{ $json.prefix }}' };
			await setting.send({ ...document, options }, { items });
			expect(await setting.aws.s3.list(BUCKET)).toHaveLength(2);
		});

		it('that WhatsApp refuses once is tried again for those that follow', async () => {
			refuse('PostWhatsAppMessageMedia', 1);
			const result = await setting.send(
				{ ...document, options: { maxRequestsAtOnce: 1 } },
				{ items: withFile(pdf('a'), 4), onError: 'continueRegularOutput' },
			);
			expect(jsonOf(result).map(({ error }) => error !== undefined)).toEqual([
				true,
				false,
				false,
				false,
			]);
			expect(uploads()).toHaveLength(2);
			expect(await setting.aws.s3.list(BUCKET)).toEqual([]);
		});

		it('accounts for every item where the upload fails for all of them', async () => {
			refuse('PostWhatsAppMessageMedia');
			const items = withFile(pdf('a'), 40);
			const result = await setting.send(document, { items, onError: 'continueRegularOutput' });
			expect(pairsOf(result)).toEqual(items.map((_, i) => i));
			expect(jsonOf(result).filter(({ error }) => error === undefined)).toEqual([]);
			expect(setting.aws.phone.messages).toEqual([]);
			expect(await setting.aws.s3.list(BUCKET)).toEqual([]);
		});

		it('that stays in S3 is not told as a leftover, whatever has been tried before', async () => {
			refuse('SendWhatsAppMessage', 1);
			const result = await setting.send(
				{ ...document, options: { keepS3Object: true } },
				{ items: withFile(pdf('a'), 3), retryOnFail: { maxTries: 2, waitBetweenTries: 10 } },
			);
			expect(await setting.aws.s3.list(BUCKET)).toHaveLength(1);
			expect(jsonOf(result).map(({ leftInS3 }) => leftInS3)).toEqual(Array(3).fill(undefined));
			expect(jsonOf(result).every(({ s3Object }) => s3Object !== undefined)).toBe(true);
		});

		it('that stays in S3 is named once where the run stops', async () => {
			setting.aws.faults.add({
				kind: 'error',
				action: 'SendWhatsAppMessage',
				status: 403,
				errorName: 'AccessDeniedException',
				matches: () => setting.aws.phone.messages.length >= 19,
			});
			const { error } = await setting.send(
				{ ...document, options: { keepS3Object: true, maxRequestsAtOnce: 1 } },
				{ items: withFile(pdf('a'), 20) },
			);
			const [object] = await setting.aws.s3.list(BUCKET);
			expect(error?.description?.split(object?.key ?? '-')).toHaveLength(2);
		});

		it('is not uploaded again by Retry On Fail', async () => {
			refuse('SendWhatsAppMessage', 1);
			const result = await setting.send(document, {
				items: withFile(pdf('a'), 3),
				retryOnFail: { maxTries: 2, waitBetweenTries: 10 },
			});
			expect(result.status).toBe('success');
			expect(uploads()).toHaveLength(1);
			expect(setting.aws.phone.messages).toHaveLength(3);
		});
	},
);
