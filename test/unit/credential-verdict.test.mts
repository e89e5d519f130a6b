import { AwsSocialMessagingApi } from '../../credentials/AwsSocialMessagingApi.credentials.ts';
import { verdict } from './support/credential-test.mts';

const { test } = new AwsSocialMessagingApi();

const refused = (Code: string, Message: string) => ({
	Error: { Code, Message, Type: 'Sender' },
	RequestId: 'c6104cbe-af31-11e0-8154-cbc7ccf896c7',
});

const accepted = {
	GetCallerIdentityResponse: {
		GetCallerIdentityResult: {
			Account: '111122223333',
			Arn: 'arn:aws:iam::111122223333:user/n8n',
			UserId: 'AIDAEXAMPLE',
		},
		ResponseMetadata: { RequestId: 'c6104cbe-af31-11e0-8154-cbc7ccf896c7' },
	},
};

const CLOCK = /clock of this n8n server is wrong/;
const UNCONFIRMED = /AWS did not confirm these keys/;

describe('the test of the credential', () => {
	it('asks STS who this is, and treats refusals as answers', () => {
		expect(test.request).toMatchObject({
			method: 'POST',
			body: 'Action=GetCallerIdentity&Version=2011-06-15',
			ignoreHttpStatusErrors: true,
			headers: { accept: 'application/json' },
		});
	});

	it('succeeds when AWS says whose keys these are', () => {
		expect(verdict(test, accepted)).toBeUndefined();
	});

	it('recognizes an unknown access key', () => {
		const answer = refused(
			'InvalidClientTokenId',
			'The security token included in the request is invalid.',
		);
		expect(verdict(test, answer)).toMatch(/does not recognize this access key.*'Access Key ID'/);
	});

	it('recognizes a wrong secret', () => {
		const answer = refused(
			'SignatureDoesNotMatch',
			'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
		);
		expect(verdict(test, answer)).toMatch(/'Secret Access Key'/);
	});

	it('recognizes an expired session token', () => {
		const answer = refused('ExpiredToken', 'The security token included in the request is expired');
		expect(verdict(test, answer)).toMatch(/session token has expired/);
	});

	it('recognizes a clock that is slow', () => {
		const answer = refused(
			'SignatureDoesNotMatch',
			'Signature expired: 20260329T010000Z is now earlier than 20260329T015500Z (20260329T020000Z - 5 min.)',
		);
		expect(verdict(test, answer)).toMatch(CLOCK);
	});

	it('recognizes a clock that is fast', () => {
		const answer = refused(
			'SignatureDoesNotMatch',
			'Signature not yet current: 20260329T030000Z is still later than 20260329T020500Z (20260329T020000Z + 5 min.)',
		);
		expect(verdict(test, answer)).toMatch(CLOCK);
	});

	it.each<[string, unknown]>([
		['another refusal', refused('AccessDenied', 'Access denied')],
		['too many requests', refused('Throttling', 'Rate exceeded')],
		['an error document of another shape', { message: 'Forbidden' }],
		['an empty document', {}],
		['an empty text', ''],
		['nothing', undefined],
		['null', null],
		['a list', []],
		['a page of a proxy', '<html><body>Sign in to the network</body></html>'],
		['a page of a proxy, as data', { data: '<html><body>Welcome</body></html>' }],
		['an answer of a stranger', { GetCallerIdentityResponse: 'ok' }],
		['an answer without a name', { GetCallerIdentityResponse: { GetCallerIdentityResult: {} } }],
	])('does not treat %s as success', (_name, answer) => {
		expect(verdict(test, answer)).toMatch(UNCONFIRMED);
	});

	it.each([
		[
			'RegionDisabledException',
			'STS is not activated in this region for account:111122223333. Your account administrator can activate STS in this region using the IAM Console.',
		],
		['ServiceUnavailable', 'Service Unavailable'],
	])('does not blame the clock for %s', (code, text) => {
		expect(verdict(test, refused(code, text))).toMatch(UNCONFIRMED);
	});
});
