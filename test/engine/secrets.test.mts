import { BUCKET, fileContent, fileItem, useSetting } from './setting.mts';

/*
 * AWS answers a wrong signature with the whole request, in its canonical form. The stand-in does so too.
 */

const setting = useSetting({ logLevel: 'debug' });

const SECRET = 'wJalrXUtnFEMIK7MDENGbPxRfiCYwrongSecret';

/** Everything that was shown to anyone: errors with all their parts, items, and n8n's debug log. */
async function shownIn(...results: unknown[]): Promise<string> {
	const log = await setting.engine.takeLog();
	expect(log).toContain('| debug |');
	return `${JSON.stringify(results)}\n${log}`;
}

function expectNoSecret(shown: string, ...secrets: Array<string | undefined>) {
	for (const secret of secrets) {
		expect(secret?.length).toBeGreaterThan(8);
		expect(shown).not.toContain(secret);
	}
	expect(shown).not.toMatch(/Signature=[0-9a-f]{64}/);
	expect(shown).not.toMatch(/x-amz-security-token:[^*\s]/i);
}

describe('with a wrong secret and a session token, no secret is shown', () => {
	const wrong = () => ({
		...setting.credentials,
		...setting.aws.temporary,
		secretAccessKey: SECRET,
	});
	const pdf = [fileItem(fileContent('application/pdf'), 'a.pdf', 'application/pdf')];

	it.each([
		['a send', 'message', 'send', { to: '+4915112345678', messageType: 'text', textBody: 'x' }],
		['an upload to S3', 'media', 'upload', { bucketName: BUCKET }],
		['a list', 'businessAccount', 'getAll', {}],
		['a removal', 'media', 'delete', { mediaId: '1013859600285441' }],
	])('by %s', async (_name, resource, operation, parameters) => {
		const stopped = await setting.run(resource, operation, parameters, {
			items: pdf,
			credentials: wrong(),
		});
		const gone = await setting.run(resource, operation, parameters, {
			items: pdf,
			credentials: wrong(),
			onError: 'continueRegularOutput',
		});
		expect(stopped.error?.message).toMatch(
			/secret access key of the AWS credential does not match/,
		);
		expect(stopped.error?.description).toMatch(/(InvalidSignature|SignatureDoesNotMatch)/);
		expectNoSecret(await shownIn(stopped, gone), SECRET, setting.aws.temporary.sessionToken);
	});

	it("by the searches of the editor, and by the credential's test", async () => {
		const found = await setting.engine.listSearch({
			method: 'searchPhoneNumbers',
			credentials: wrong(),
		});
		const fields = await setting.engine.mapperFields({
			method: 'getTemplateFields',
			parameters: { resource: 'message', operation: 'send' },
			credentials: wrong(),
		});
		const tested = await setting.engine.testCredential({ credentials: wrong() });
		expect(found.error?.message).toMatch(/secret access key of the AWS credential/);
		expectNoSecret(
			await shownIn(found, fields, tested),
			SECRET,
			setting.aws.temporary.sessionToken,
		);
	});
});

describe('a page of 5 MB in place of an answer', () => {
	it('does not become the description of an error', async () => {
		setting.aws.faults.add({
			kind: 'answerBefore',
			action: 'SendWhatsAppMessage',
			answer: {
				status: 400,
				headers: { 'x-amzn-errortype': 'ValidationException', 'content-type': 'application/json' },
				body: JSON.stringify({ message: 'x'.repeat(5_000_000) }),
			},
		});
		const { error } = await setting.send({ messageType: 'text', textBody: 'Hello' });
		expect(error?.message).toBe('AWS did not accept a value');
		expect(error?.description?.length).toBeLessThan(2_000);
	});
});
