import {
	NodeHelpers,
	type ICredentialDataDecryptedObject,
	type INodeProperties,
} from 'n8n-workflow';
import { CredentialError } from '../../aws/errors/errors.ts';
import { AwsSocialMessagingApi } from '../../credentials/AwsSocialMessagingApi.credentials.ts';
import { authenticated, fakeSts } from './support/fake-sts.mts';

const { properties } = new AwsSocialMessagingApi();

const ARN = 'arn:aws:iam::111122223333:role/whatsapp-sender';
const SECRET = 'SECRET+value/that=never0appears';

const GOOD: ICredentialDataDecryptedObject = {
	region: 'eu-west-1',
	accessKeyId: 'AKIDFIELDS',
	secretAccessKey: SECRET,
	sessionToken: '',
	roleArn: ARN,
	customEndpoints: false,
};

/** The form that STS got. */
async function asked(changes: Record<string, unknown>): Promise<Record<string, string>> {
	const sts = fakeSts();
	// Ends at once, so that every test asks again.
	sts.lifetime = 0;
	const credentials = { ...GOOD, ...changes } as ICredentialDataDecryptedObject;
	await authenticated(sts, credentials, { url: 'https://sts.amazonaws.com/' });
	return Object.fromEntries(new URLSearchParams(String(sts.requests[0]?.body)));
}

async function refused(changes: Record<string, unknown>): Promise<string> {
	const sts = fakeSts();
	const credentials = { ...GOOD, ...changes } as ICredentialDataDecryptedObject;
	const outcome: unknown = await authenticated(sts, credentials, {
		url: 'https://sts.amazonaws.com/',
	}).catch((error: unknown) => error);
	if (!(outcome instanceof CredentialError)) throw new Error(`not refused: ${String(outcome)}`);
	expect(sts.requests).toEqual([]);
	expect(`${outcome.message} ${outcome.stack}`).not.toContain('SECRET');
	expect(outcome.message.length).toBeLessThan(200);
	return outcome.message;
}

describe('the role', () => {
	it.each([
		ARN,
		` ${ARN}\r\n`,
		'arn:aws:iam::111122223333:role/a/path/of/names/role+=,.@-_',
		'arn:aws-cn:iam::111122223333:role/x',
		'arn:aws-us-gov:iam::111122223333:role/service-role/x',
		'arn:aws-iso-b:iam::111122223333:role/x',
		`arn:aws:iam::111122223333:role/${'x'.repeat(2017)}`,
	])('is accepted: %p', async (roleArn) => {
		expect((await asked({ roleArn })).RoleArn).toBe(roleArn.trim());
	});

	it.each<[unknown]>([
		['whatsapp-sender'],
		['role/whatsapp-sender'],
		['arn:aws:iam::111122223333:user/n8n'],
		['arn:aws:iam::111122223333:instance-profile/n8n'],
		['arn:aws:iam::111122223333:policy/n8n'],
		['arn:aws:iam::111122223333:root'],
		['arn:aws:sts::111122223333:assumed-role/whatsapp-sender/n8n'],
		['arn:aws:s3:::bucket/role/x'],
		['arn:aws:iam::1111-2222-3333:role/x'],
		['arn:aws:iam::11112222333:role/whatsapp-sender'],
		['arn:aws:iam:eu-west-1:111122223333:role/x'],
		['arn:aws:iam::111122223333:role/'],
		['arn:aws:iam::111122223333:role/two words'],
		['arn:aws:iam::111122223333:role/Käse'],
		[`${ARN}\n${ARN}`],
		[`x${ARN}`],
		['ARN:AWS:IAM::111122223333:ROLE/X'],
		[`arn:aws:iam::111122223333:role/${'x'.repeat(2018)}`],
		[`${ARN}${'x'.repeat(10_000)}`],
		['={{ $json.role }}'],
		[111122223333],
		[0],
		[true],
		[false],
		[{}],
		[[]],
		[[ARN]],
		[{ __rl: true, value: ARN }],
	])('that is not the ARN of a role is refused before any call: %p', async (roleArn) => {
		expect(await refused({ roleArn })).toBe(
			"'Role ARN' in the AWS credential is not the ARN of a role such as arn:aws:iam::111122223333:role/whatsapp-sender",
		);
	});
});

describe('the external ID', () => {
	it.each<[unknown, string]>([
		['ab', 'ab'],
		[' 7f3c-example\n', '7f3c-example'],
		['a+b=c,d.e@f:g/h-i_j', 'a+b=c,d.e@f:g/h-i_j'],
		[123456, '123456'],
		['x'.repeat(1224), 'x'.repeat(1224)],
	])('is sent: %p', async (externalId, sent) => {
		expect((await asked({ externalId })).ExternalId).toBe(sent);
	});

	it.each<[unknown]>([[''], ['  \n'], [undefined], [null]])(
		'is left out if it is empty: %p',
		async (externalId) => {
			expect(await asked({ externalId })).not.toHaveProperty('ExternalId');
		},
	);

	it.each<[unknown]>([
		['a'],
		['two words'],
		['a\nb'],
		['ä€'],
		['a#b'],
		['<script>'],
		['x'.repeat(1225)],
		['x'.repeat(10_000)],
		[7],
		[{ a: 1 }],
		[['ab', 'cd']],
	])('that STS would not accept is refused before any call: %p', async (externalId) => {
		expect(await refused({ externalId })).toMatch(/^'External ID' in the AWS credential must be/);
	});
});

describe('the name of the session', () => {
	it.each<[unknown, string]>([
		['n8n', 'n8n'],
		[' billing.team@n8n \n', 'billing.team@n8n'],
		[42, '42'],
		['x'.repeat(64), 'x'.repeat(64)],
		['', 'n8n'],
		[undefined, 'n8n'],
		[null, 'n8n'],
	])('%p is sent as %p', async (roleSessionName, sent) => {
		expect((await asked({ roleSessionName })).RoleSessionName).toBe(sent);
	});

	it.each<[unknown]>([
		['n'],
		['my session'],
		['a/b'],
		['a:b'],
		['größe'],
		['x'.repeat(65)],
		['x'.repeat(10_000)],
		[8],
		[{}],
	])('that STS would not accept is refused before any call: %p', async (roleSessionName) => {
		expect(await refused({ roleSessionName })).toMatch(
			/^'Role Session Name' in the AWS credential/,
		);
	});
});

describe('the duration', () => {
	it.each<[unknown, string]>([
		[900, '900'],
		[43_200, '43200'],
		[' 1800\n', '1800'],
		['', '3600'],
		[undefined, '3600'],
		[null, '3600'],
	])('%p is sent as %p', async (durationSeconds, sent) => {
		expect((await asked({ durationSeconds })).DurationSeconds).toBe(sent);
	});

	it.each<[unknown]>([
		[899],
		[43_201],
		[0],
		[-900],
		[1000.5],
		[NaN],
		[Infinity],
		[1e99],
		['1 hour'],
		['0x400'],
		['1e3'],
		['9'.repeat(10_000)],
		[true],
		[[]],
	])('that STS would not accept is refused before any call: %p', async (durationSeconds) => {
		expect(await refused({ durationSeconds })).toBe(
			"'Session Duration (Seconds)' in the AWS credential is not a whole number from 900 to 43,200",
		);
	});
});

describe('the endpoints', () => {
	it.each<ICredentialDataDecryptedObject>([{ endpointVariant: 'default' }, {}])(
		'are the default (%p)',
		async (chosen) => {
			const signed = await authenticated(
				fakeSts(),
				{ ...GOOD, roleArn: '', ...chosen },
				{ url: 'https://s3.amazonaws.com/b/k' },
			);
			expect(new URL(signed.url).host).toBe('s3.eu-west-1.amazonaws.com');
		},
	);

	it('are those of the variant', async () => {
		const signed = await authenticated(
			fakeSts(),
			{ ...GOOD, roleArn: '', endpointVariant: ' dualStack\n' },
			{ url: 'https://s3.amazonaws.com/b/k' },
		);
		expect(new URL(signed.url).host).toBe('s3.dualstack.eu-west-1.amazonaws.com');
	});

	it('are the custom ones, or the default, while custom endpoints are on', async () => {
		for (const endpointVariant of ['fips', 'nonsense']) {
			const signed = await authenticated(
				fakeSts(),
				{ ...GOOD, roleArn: '', customEndpoints: true, endpointVariant },
				{ url: 'https://s3.amazonaws.com/b/k' },
			);
			expect(new URL(signed.url).host).toBe('s3.eu-west-1.amazonaws.com');
		}
	});

	it.each<[unknown]>([['FIPS'], ['dual'], [5], [true], [{}], [['fips']], ['x'.repeat(10_000)]])(
		'of an unknown variant are refused: %p',
		async (endpointVariant) => {
			expect(await refused({ roleArn: '', endpointVariant })).toBe(
				"'Endpoints' in the AWS credential is not one of default, dualStack, fips, fipsDualStack",
			);
		},
	);
});

describe('the form', () => {
	const shown = (values: Record<string, string | number | boolean>) =>
		properties
			.filter((field: INodeProperties) => NodeHelpers.displayParameter(values, field, null, null))
			.map(({ name }) => name);
	const OF_ROLE = ['externalId', 'roleSessionName', 'durationSeconds'];

	it('asks for the details of a role only if one is named', () => {
		for (const roleArn of [ARN, '={{ $vars.role }}'])
			expect(shown({ roleArn, customEndpoints: false })).toEqual(expect.arrayContaining(OF_ROLE));
		for (const name of shown({ roleArn: '', customEndpoints: false }))
			expect(OF_ROLE).not.toContain(name);
	});

	it('offers the variants only without custom endpoints', () => {
		expect(shown({ roleArn: '', customEndpoints: false })).toContain('endpointVariant');
		expect(shown({ roleArn: '', customEndpoints: true })).not.toContain('endpointVariant');
	});

	it('has one field that n8n finds empty before every request, and fills with nothing', () => {
		expect(properties.filter(({ typeOptions }) => typeOptions?.expirable)).toEqual([
			expect.objectContaining({ name: 'assumedRole', type: 'hidden', default: '' }),
		]);
		const filled = NodeHelpers.getNodeParameters(
			properties,
			{ region: 'eu-west-1', roleArn: ARN },
			true,
			false,
			null,
			null,
		);
		expect(filled).toMatchObject({
			assumedRole: '',
			externalId: '',
			roleSessionName: 'n8n',
			durationSeconds: 3600,
			endpointVariant: 'default',
		});
	});
});
