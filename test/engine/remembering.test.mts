import { requestsFor } from './recorded.mts';
import { ADA, BUCKET, jsonOf, useSetting } from './setting.mts';
import { pdfItem, RECORDS, remembering, summaryOf } from './uploads.mts';

const setting = useSetting({ logLevel: 'debug' });
const world = () => remembering(setting);

const document = { to: ADA, messageType: 'document' };
const send = async (options: object = {}, more: object = {}) =>
	await setting.send(
		{ ...document, options },
		{ credentials: world().credentials, items: [pdfItem()], ...more },
	);
const onlyRecord = async () => {
	const [key = '', ...others] = await world().records();
	expect(others).toEqual([]);
	return await world().record(key);
};
const recordWrites = () =>
	setting.aws.requests.filter(
		({ path, method }) => path.includes('/uploads/') && ['PUT', 'DELETE'].includes(method),
	);
const refuseRecords = (method: string, times?: number) =>
	setting.aws.faults.add({
		kind: 'error',
		service: 's3',
		status: 403,
		errorName: 'AccessDenied',
		times,
		matches: (request) => request.method === method && request.path.includes('/uploads/'),
	});

describe('an upload', () => {
	it('is recorded with its media ID, its type and size and who uploaded it, but no name', async () => {
		const { mediaId } = summaryOf(await world().upload());
		const record = await onlyRecord();
		expect(record).toEqual({
			v: 1,
			phoneNumberId: setting.phoneNumberId,
			mimeType: 'application/pdf',
			bytes: 10,
			by: { workflow: expect.any(String), execution: expect.any(String) },
			keep: false,
			mediaId,
			write: expect.any(String),
		});
		expect(await world().objects()).toEqual([]);
		expect(recordWrites()).toHaveLength(2);
	});

	it('is recorded with its copy if that stays in S3', async () => {
		const { mediaId, s3Object } = summaryOf(await world().upload({ keepS3Object: true }));
		expect(await onlyRecord()).toMatchObject({ mediaId, s3Object, keep: true });
		expect(recordWrites()).toHaveLength(2);
	});

	it("is recorded without the object if that is the user's own", async () => {
		await setting.aws.s3.put(BUCKET, 'mine.pdf', Buffer.from('%PDF-1.7'), 'application/pdf');
		const { mediaId } = summaryOf(
			await world().run('upload', { mediaSource: 's3Object', key: 'mine.pdf' }),
		);
		const record = await onlyRecord();
		expect(record).toMatchObject({ mediaId });
		expect(record).not.toHaveProperty('s3Object');
		expect(recordWrites()).toHaveLength(1);
	});

	it('is not recorded if the user does not want it, or without a bucket in the credential', async () => {
		summaryOf(await world().upload({ rememberForCleanUp: false }));
		summaryOf(await setting.run('media', 'upload', { bucketName: BUCKET }, { items: [pdfItem()] }));
		expect(await setting.aws.s3.list(BUCKET)).toEqual([]);
	});

	it('is not done if it is to be recorded and the credential names no bucket', async () => {
		const { error } = await setting.run(
			'media',
			'upload',
			{ bucketName: BUCKET, options: { rememberForCleanUp: true } },
			{ items: [pdfItem()] },
		);
		expect(error?.message).toBe('The AWS credential names no bucket [item 0]');
		expect(error?.description).toContain("'Remember for Clean Up' records uploads in an S3 bucket");
		expect(setting.aws.requests).toEqual([]);
	});

	it('is not done if it cannot be recorded, and the error names the bucket', async () => {
		refuseRecords('PUT');
		const { error } = await world().upload();
		expect(error?.message).toMatch(/AWS denied access to s3:PutObject/);
		expect(error?.description).toContain(`The bucket is ${BUCKET}.`);
		expect(requestsFor(setting.aws, 'PostWhatsAppMessageMedia')).toEqual([]);
		expect(await world().objects()).toEqual([]);
	});

	it('succeeds if only its end cannot be recorded, and the log says so', async () => {
		await setting.engine.takeLog();
		setting.aws.faults.add({
			kind: 'error',
			service: 's3',
			status: 403,
			errorName: 'AccessDenied',
			matches: ({ path, headers }) => path.includes('/uploads/') && 'if-match' in headers,
		});
		expect(summaryOf(await world().upload()).mediaId).toEqual(expect.any(String));
		expect(requestsFor(setting.aws, 'PostWhatsAppMessageMedia')).toHaveLength(1);
		expect(await setting.engine.takeLog()).toContain(
			`A file could not be recorded for Clean Up in the bucket ${BUCKET} (AccessDenied)`,
		);
	});

	it('that fails leaves no record', async () => {
		setting.aws.faults.add({
			kind: 'error',
			action: 'PostWhatsAppMessageMedia',
			status: 400,
			errorName: 'InvalidParametersException',
		});
		expect((await world().upload()).error).toBeDefined();
		expect(await world().records()).toEqual([]);
		expect(await world().objects()).toEqual([]);
	});

	it('that fails leaves its record if the copy cannot be removed', async () => {
		setting.aws.faults.add({
			kind: 'error',
			action: 'PostWhatsAppMessageMedia',
			status: 400,
			errorName: 'InvalidParametersException',
		});
		setting.aws.faults.add({
			kind: 'error',
			service: 's3',
			status: 403,
			errorName: 'AccessDenied',
			matches: ({ method }) => method === 'DELETE',
		});
		expect((await world().upload()).error).toBeDefined();
		const [key] = await world().objects();
		expect(await onlyRecord()).toMatchObject({ s3Object: { bucketName: BUCKET, key } });
	});
});

describe('a message with a file', () => {
	it('leaves a record of its upload, also if the message itself fails', async () => {
		const [item] = jsonOf(await send());
		expect(await onlyRecord()).toMatchObject({ mediaId: item?.mediaId });
		await setting.reset();
		setting.aws.faults.add({
			kind: 'error',
			action: 'SendWhatsAppMessage',
			status: 403,
			errorName: 'AccessDeniedException',
		});
		expect((await send()).error).toBeDefined();
		expect(await onlyRecord()).toMatchObject({ mediaId: [...setting.aws.account.media.keys()][0] });
		expect(await world().objects()).toEqual([]);
	});

	it('that many share is recorded once', async () => {
		const file = pdfItem();
		const items = Array.from({ length: 20 }, (_, n) => ({
			...file,
			json: { to: `+49151${10_000_000 + n}` },
		}));
		const { error } = await setting.send(
			{ ...document, to: '={{ $json.to }}', options: { keepS3Object: true } },
			{ credentials: world().credentials, items },
		);
		expect(error).toBeUndefined();
		expect(setting.aws.phone.messages).toHaveLength(20);
		expect(recordWrites()).toHaveLength(2);
	});

	it('that is only previewed is not recorded, nor is a text', async () => {
		await send({ previewOnly: true });
		await setting.send({
			to: ADA,
			messageType: 'text',
			textBody: 'Hi',
			options: { rememberForCleanUp: true },
		});
		expect(setting.aws.phone.messages).toHaveLength(1);
		expect(await world().records()).toEqual([]);
	});
});

it('the sample of a template is recorded only with the copy that stays', async () => {
	const upload = async (options: object) =>
		await setting.run(
			'template',
			'uploadMedia',
			{ options },
			{ credentials: world().credentials, items: [pdfItem()] },
		);
	expect((await upload({})).error).toBeUndefined();
	expect(await world().records()).toEqual([]);
	const [item] = jsonOf(await upload({ keepS3Object: true }));
	const record = await onlyRecord();
	expect(record).toMatchObject({ s3Object: item?.s3Object, keep: true });
	expect(record).not.toHaveProperty('mediaId');
	expect(record).not.toHaveProperty('phoneNumberId');
});

describe('a download', () => {
	const download = async (more: object = {}) => {
		const { mediaId } = summaryOf(await world().upload({ rememberForCleanUp: false }));
		setting.aws.requests.length = 0;
		return await world().run('download', { mediaId, ...more });
	};

	it('is recorded until its object is removed', async () => {
		expect((await download()).error).toBeUndefined();
		expect(recordWrites().map(({ method }) => method)).toEqual(['PUT', 'DELETE']);
		expect(await world().records()).toEqual([]);
	});

	it('is not recorded if its object stays', async () => {
		expect((await download({ options: { keepS3Object: true } })).error).toBeUndefined();
		expect(recordWrites()).toEqual([]);
	});

	it('is done even if it cannot be recorded, which the log says once', async () => {
		refuseRecords('PUT');
		await setting.engine.takeLog();
		const { mediaId } = summaryOf(await world().upload({ rememberForCleanUp: false }));
		const items = Array.from({ length: 5 }, () => ({ json: {} }));
		const result = await world().run('download', { mediaId }, { items });
		const files = result.outputs[0]?.map(({ binary }) => binary?.data?.data.toString());
		expect(files).toEqual(Array(5).fill(expect.stringContaining('%PDF')));
		expect((await setting.engine.takeLog()).match(/could not be recorded/g)).toHaveLength(1);
	});

	it('leaves its record if its object cannot be removed', async () => {
		setting.aws.faults.add({
			kind: 'error',
			service: 's3',
			status: 403,
			errorName: 'AccessDenied',
			matches: ({ method, path }) => method === 'DELETE' && !path.includes(RECORDS),
		});
		expect((await download()).error).toBeUndefined();
		const { s3Object } = await onlyRecord();
		expect(s3Object).toMatchObject({ bucketName: BUCKET, isPrefix: true });
		expect(await world().objects()).toContain(`${(s3Object as { key: string }).key}.pdf`);
	});
});
