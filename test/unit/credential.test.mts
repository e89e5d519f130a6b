import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { CredentialError } from '../../aws/errors/errors.ts';
import { AwsSocialMessagingApi } from '../../credentials/AwsSocialMessagingApi.credentials.ts';
import { headersOf, signatureParts } from './support/aws4-oracle.mts';

const credential = new AwsSocialMessagingApi();

const GOOD: ICredentialDataDecryptedObject = {
	region: 'eu-west-1',
	accessKeyId: 'AKIDEXAMPLE',
	secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
	sessionToken: '',
	customEndpoints: false,
};

const REQUEST: IHttpRequestOptions = {
	method: 'GET',
	url: 'https://social-messaging.amazonaws.com/v1/whatsapp/waba/list',
};

async function sign(changes: ICredentialDataDecryptedObject, request = REQUEST) {
	return await credential.authenticate({ ...GOOD, ...changes }, request);
}

async function refusal(changes: ICredentialDataDecryptedObject): Promise<Error> {
	const outcome: unknown = await sign(changes).catch((error: unknown) => error);
	if (!(outcome instanceof Error)) throw new Error('was signed');
	return outcome;
}

describe('keys and region', () => {
	it('may have the spaces and line breaks of a copy from a console or an email', async () => {
		const signed = await sign({
			region: ' eu-west-1\n',
			accessKeyId: '\tAKIDEXAMPLE \r\n',
			secretAccessKey: `\n${String(GOOD.secretAccessKey)}\r\n `,
			sessionToken: ' token\n',
		});
		expect(signatureParts(signed)).toMatchObject({
			accessKeyId: 'AKIDEXAMPLE',
			region: 'eu-west-1',
		});
		expect(headersOf(signed)['x-amz-security-token']).toBe('token');
	});

	it('with and without spaces give the same signature', async () => {
		jest.useFakeTimers({ now: new Date('2026-01-01T00:00:00Z') });
		const plain = await sign({});
		const blanks = await sign({ secretAccessKey: ` ${String(GOOD.secretAccessKey)}\n` });
		jest.useRealTimers();
		expect(headersOf(blanks).authorization).toBe(headersOf(plain).authorization);
	});

	it.each(['', ' \n', undefined as unknown as string])(
		'of long-lived credentials need no session token (%p)',
		async (sessionToken) => {
			expect(headersOf(await sign({ sessionToken }))).not.toHaveProperty('x-amz-security-token');
		},
	);

	it.each([
		['accessKeyId', 'Access Key ID'],
		['secretAccessKey', 'Secret Access Key'],
		['region', 'Region'],
	])('are named when empty: %s as %p', async (field, label) => {
		for (const value of ['', '  ', '\n', null, undefined]) {
			const error = await refusal({ [field]: value as string });
			expect(error).toBeInstanceOf(CredentialError);
			expect(error.message).toBe(`'${label}' in the AWS credential is empty`);
		}
		for (const value of [5, {}, []]) {
			const error = await refusal({ [field]: value as string });
			expect(error).toBeInstanceOf(CredentialError);
			expect(error.message).toBe(`'${label}' in the AWS credential is not text`);
		}
	});
});

describe('a region typed by hand', () => {
	it.each(['eu-west-1', ' us-gov-west-1 ', 'ap-southeast-12', 'eusc-de-east-1', 'mx-central-1\n'])(
		'is accepted: %p',
		async (otherRegion) => {
			const signed = await sign({ region: 'other', otherRegion });
			expect(signatureParts(signed).region).toBe(otherRegion.trim());
		},
	);

	it('is named when it is missing', async () => {
		const error = await refusal({ region: 'other', otherRegion: ' ' });
		expect(error.message).toBe("'Region Code' in the AWS credential is empty");
	});

	it.each([
		'EU-WEST-1',
		'Ireland',
		'eu west 1',
		'eu-west',
		'eu-west-1a',
		'eu-west-1.evil.com/',
		'evil.com#',
		'eu-west-1@evil.com',
		'eu-west-1:8443',
		'../../eu-west-1',
		'{{ $json.region }}',
		'eu-west-1\neu-west-1',
		'еu-west-1',
		'e'.repeat(10_000),
	])('that is invalid is refused: %p', async (otherRegion) => {
		const error = await refusal({ region: 'other', otherRegion });
		expect(error).toBeInstanceOf(CredentialError);
		expect(error.message).toContain("'Region' in the AWS credential is not a region code");
	});

	it('is ignored while a region from the list is selected', async () => {
		const signed = await sign({ region: 'eu-west-3', otherRegion: 'us-east-1' });
		expect(signatureParts(signed).region).toBe('eu-west-3');
	});
});

describe('custom endpoints', () => {
	const endpoints = { socialMessagingEndpoint: ' http://127.0.0.1:4566 ' };

	it('are used when they are switched on', async () => {
		const signed = await sign({ customEndpoints: true, ...endpoints });
		expect(signed.url).toBe('http://127.0.0.1:4566/v1/whatsapp/waba/list');
		expect(signatureParts(signed).service).toBe('social-messaging');
	});

	it('are ignored when they are switched off', async () => {
		const signed = await sign({ customEndpoints: false, ...endpoints });
		expect(new URL(signed.url).host).toBe('social-messaging.eu-west-1.amazonaws.com');
	});

	it('that are left empty mean the default', async () => {
		const signed = await sign({ customEndpoints: true, s3Endpoint: 'http://127.0.0.1:9000' });
		expect(new URL(signed.url).host).toBe('social-messaging.eu-west-1.amazonaws.com');
	});
});

describe('secrets', () => {
	const secret = 'SECRET+value/that=never0appears';
	const token = 'TOKEN+value/that=never0appears';

	it.each<[string, ICredentialDataDecryptedObject, string]>([
		['a bad region', { region: 'nowhere' }, REQUEST.url],
		['an empty key', { accessKeyId: '' }, REQUEST.url],
		['a bad endpoint', { customEndpoints: true, socialMessagingEndpoint: 'x' }, REQUEST.url],
		['a foreign host', {}, 'https://evil.com/'],
		['a bad address', {}, 'nonsense'],
	])('are in no error text: %s', async (_name, changes, url) => {
		const secrets = { secretAccessKey: secret, sessionToken: token };
		const error: unknown = await sign({ ...secrets, ...changes }, { url }).catch(
			(failure: unknown) => failure,
		);
		expect(error).toBeInstanceOf(CredentialError);
		const texts = error instanceof Error ? `${error.message} ${error.stack}` : '';
		expect(texts + JSON.stringify(error)).not.toMatch(/SECRET|TOKEN/);
	});

	it('are entered in masked fields', () => {
		const masked = credential.properties.filter(({ typeOptions }) => typeOptions?.password);
		expect(masked.map(({ name }) => name)).toEqual(['secretAccessKey', 'sessionToken']);
	});
});
