import { BUCKET, fileContent, fileItem, LOCKED_BUCKET, useSetting } from './setting.mts';

const setting = useSetting();

const pdf = { messageType: 'document', bucketName: BUCKET };
const pdfItems = [fileItem(fileContent('application/pdf'), 'a.pdf', 'application/pdf')];

describe('when a step after staging fails', () => {
	it.each([
		[
			'AWS does not take the file',
			{
				kind: 'error',
				action: 'PostWhatsAppMessageMedia',
				status: 400,
				errorName: 'InvalidParametersException',
				message: 'Unsupported media',
			} as const,
			/did not accept a value/,
			/Unsupported media/,
		],
		[
			'WhatsApp does not answer AWS',
			{
				kind: 'error',
				action: 'PostWhatsAppMessageMedia',
				status: 502,
				errorName: 'DependencyException',
				message: 'Meta',
			} as const,
			/did not answer AWS/,
			/DependencyException/,
		],
	])(
		'%s: the staged file is removed and that failure is shown',
		async (_name, fault, message, description) => {
			setting.aws.faults.add(fault);
			const { error } = await setting.send(pdf, { items: pdfItems });
			expect(error?.message).toMatch(message);
			expect(error?.description).toMatch(description);
			expect(setting.aws.phone.messages).toEqual([]);
			expect(await setting.aws.s3.list(BUCKET)).toEqual([]);
		},
	);

	it('shows the first failure even if removing the staged file fails too', async () => {
		setting.aws.faults.add({
			kind: 'error',
			action: 'PostWhatsAppMessageMedia',
			status: 400,
			errorName: 'ValidationException',
			message: 'first',
		});
		setting.aws.faults.add({
			kind: 'error',
			service: 's3',
			status: 403,
			errorName: 'AccessDenied',
			message: 'second',
			matches: ({ method }) => method === 'DELETE',
		});
		const { error } = await setting.send(pdf, { items: pdfItems });
		expect(error?.description).toContain('first');
		expect(error?.description).not.toContain('second');
	});

	it('sends the message even if the staged file cannot be removed, and says where it is', async () => {
		setting.aws.faults.add({
			kind: 'error',
			service: 's3',
			status: 403,
			errorName: 'AccessDenied',
			matches: ({ method }) => method === 'DELETE',
		});
		const { status, outputs } = await setting.send(pdf, { items: pdfItems });
		expect(status).toBe('success');
		expect(setting.aws.phone.messages).toHaveLength(1);
		const [staged] = await setting.aws.s3.list(BUCKET);
		expect(outputs[0]?.[0]?.json.s3Object).toEqual({ bucketName: BUCKET, key: staged?.key });
	});
});

describe('errors of read operations', () => {
	it('name the field and the rule without asking AWS', async () => {
		const { error } = await setting.run('media', 'get', { mediaId: 'not/an-id' });
		expect(error?.message).toBe("'Media ID' has an invalid format [item 0]");
		expect(setting.aws.requests).toEqual([]);
	});

	it('say that an unknown media ID is unknown', async () => {
		const { error } = await setting.run('media', 'download', {
			mediaId: '999',
			bucketName: BUCKET,
		});
		expect(error?.message).toMatch(/AWS cannot find the media file$/);
		expect(await setting.aws.s3.list(BUCKET)).toEqual([]);
	});

	it('say so, and leave nothing behind, if the bucket refuses a download', async () => {
		await setting.send(pdf, { items: pdfItems });
		const mediaId = [...setting.aws.account.media.keys()][0];
		const { error } = await setting.run('media', 'download', {
			mediaId,
			bucketName: LOCKED_BUCKET,
		});
		expect(error?.message).toMatch(/AWS denied access/);
	});
});
