import { once, useOnce } from './once.mts';
import { BUCKET, fileContent, fileItem, jsonOf, LOCKED_BUCKET } from './setting.mts';

const { setting, withBucket, unknown, send, sends } = useOnce();

describe('what is wrong with a key or its bucket is told before anything is sent', () => {
	afterEach(() => expect(sends()).toBe(0));

	it('without a bucket in the credential', async () => {
		const { error } = await send(once('a'), { credentials: setting.credentials });
		expect(error?.message).toBe('The AWS credential names no bucket [item 0]');
		expect(error?.description).toContain("fill in 'Bucket Name'");
	});

	it.each(['', '   ', '={{ $json.missing }}', null])('an empty key: %p', async (key) => {
		const { error } = await send(once(key));
		expect(error?.message).toBe("'Send Once For' is empty [item 0]");
	});

	it.each(['={{ $json.missing }}-confirmation', '=order-{{ $json.missing }}{{ $json.no }}'])(
		'a key of which only the fixed part is there: %s',
		async (key) => {
			const { error } = await send(once(key));
			expect(error?.message).toBe("'Send Once For' has only its fixed part [item 0]");
		},
	);

	it.each([
		['an object', { id: 17 }, "'Send Once For' is not text [item 0]"],
		['a list', [17], "'Send Once For' is not text [item 0]"],
		['501 characters', 'x'.repeat(501), "'Send Once For' is too long [item 0]"],
	])('%s as a key', async (_, key, message) => {
		const json = { key };
		const { error } = await send(once('={{ $json.key }}'), { items: [{ json }] });
		expect(error?.message).toBe(message);
	});

	it('a bucket that does not exist', async () => {
		const { error } = await send(once('a'), { credentials: withBucket('no-such-bucket') });
		expect(error?.message).toBe('The S3 bucket does not exist');
		expect(error?.description).toContain('no-such-bucket');
	});

	it('a bucket without permission', async () => {
		const { error } = await send(once('a'), { credentials: withBucket(LOCKED_BUCKET) });
		expect(error?.message).toBe('AWS denied access to s3:PutObject');
		expect(error?.description).toContain(LOCKED_BUCKET);
	});

	it('permission to write, but not to read', async () => {
		setting.aws.faults.add({
			kind: 'error',
			service: 's3',
			action: 'GetObject',
			status: 403,
			errorName: 'AccessDenied',
			message: 'Access Denied',
		});
		const { error } = await send(once('a'), { credentials: unknown() });
		expect(error?.message).toBe('AWS denied access to s3:GetObject');
		expect(error?.description).toContain(BUCKET);
	});

	it.each([
		[
			'in another region',
			{ status: 301, errorName: 'PermanentRedirect' },
			/^The bucket or endpoint is in another region/,
		],
		[
			'with a KMS key that may not be used',
			{
				status: 403,
				errorName: 'AccessDenied',
				message:
					'User: arn:aws:iam::111122223333:user/n8n is not authorized to perform: kms:GenerateDataKey on this resource',
			},
			/^AWS denied access to kms:GenerateDataKey/,
		],
	])('a bucket %s', async (_, refusal, message) => {
		setting.aws.faults.add({ kind: 'error', service: 's3', action: 'PutObject', ...refusal });
		const { error } = await send(once('a'));
		expect(error?.message).toMatch(message);
		expect(error?.description).toContain(BUCKET);
	});

	it('a server that ignores the conditions of a write', async () => {
		setting.aws.faults.add({
			kind: 'answerBefore',
			service: 's3',
			action: 'PutObject',
			answer: { status: 200, headers: { ETag: '"1"' } },
		});
		setting.aws.faults.add({
			kind: 'answerBefore',
			service: 's3',
			action: 'GetObject',
			answer: {
				status: 200,
				headers: { ETag: '"1"', 'Last-Modified': new Date().toUTCString() },
				body: '{}',
			},
		});
		const { error } = await send(once('a'), { credentials: unknown() });
		expect(error?.message).toContain('ignores conditions');
		expect(error?.description).toContain('Amazon S3');
	});
});

describe('a bucket that is set up in a special way', () => {
	const lockedWithoutChecksum = {
		kind: 'error',
		service: 's3',
		action: 'PutObject',
		status: 400,
		errorName: 'InvalidRequest',
		message:
			'Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with Object Lock parameters',
		matches: ({ headers }: { headers: Record<string, string> }) =>
			!Object.keys(headers).some((name) => name.startsWith('x-amz-checksum-')),
	} as const;

	it('with Object Lock takes the records', async () => {
		setting.aws.faults.add(lockedWithoutChecksum);
		await send(once('a'), { credentials: unknown() });
		expect(jsonOf(await send(once('a')))[0]?.isRepeat).toBe(true);
	});

	it('with Object Lock takes no files, and the error says so, with its name', async () => {
		setting.aws.faults.add(lockedWithoutChecksum);
		const { error } = await send(once('a', {}, { messageType: 'document', bucketName: '' }), {
			items: [fileItem(fileContent('application/pdf'), 'invoice.pdf', 'application/pdf')],
		});
		expect(error?.message).toContain('Object Lock');
		expect(error?.description).toContain(BUCKET);
		expect(sends()).toBe(0);
		setting.aws.faults.clear();
		const again = await send(once('a'));
		expect(again.error?.message).toBeUndefined();
	});

	it('where requesters pay refuses without a word, and the error says what may be the reason', async () => {
		setting.aws.faults.add({
			kind: 'error',
			service: 's3',
			status: 403,
			errorName: 'AccessDenied',
			message: 'Access Denied',
			matches: ({ headers }) => headers['x-amz-request-payer'] === undefined,
		});
		const { error } = await send(once('a'), { credentials: unknown() });
		expect(error?.message).toBe('AWS denied access to s3:PutObject');
		expect(error?.description).toContain('Requester Pays');
		expect(error?.description).toContain(BUCKET);
		expect(sends()).toBe(0);
	});
});
