import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { CredentialError } from '../../aws/errors/errors.ts';
import { customEndpointsOf } from '../../credentials/endpoints.ts';
import { formOf } from '../../credentials/readers.ts';
import { authenticated, fakeSts } from './support/fake-sts.mts';
import { asSaved, keyOf, REQUEST, SECRET, TOKEN, withRole } from './support/role.mts';

type Values = Record<string, unknown>;

const WITHOUT_ROLE = asSaved({ ...withRole(), roleArn: '' });

/** What an expression in a field gives, put where n8n puts it: after the fields were chosen. */
const evaluated = (changes: Values, saved = WITHOUT_ROLE) =>
	({ ...saved, ...changes }) as ICredentialDataDecryptedObject;

async function refused(credentials: ICredentialDataDecryptedObject): Promise<string> {
	const sts = fakeSts();
	const outcome: unknown = await authenticated(sts, credentials, REQUEST).catch(
		(error: unknown) => error,
	);
	if (!(outcome instanceof CredentialError)) throw new Error(`not refused: ${String(outcome)}`);
	expect(sts.requests).toEqual([]);
	expect(outcome.message.length).toBeLessThan(260);
	return outcome.message;
}

const hostOf = async (changes: Values) =>
	new URL((await authenticated(fakeSts(), evaluated(changes), REQUEST)).url).host;

const NOTHING = [undefined, null, '', '  ', '\n'];

describe("'Role ARN' by an expression", () => {
	const saved = asSaved({ ...withRole(), roleArn: '={{ $json.role }}' });

	it.each(NOTHING)(
		'that returns nothing is refused, and the keys are not used: %p',
		async (roleArn) => {
			expect(await refused(evaluated({ roleArn }, saved))).toMatch(
				/^'Role ARN' in the AWS credential is set by an expression that returns nothing/,
			);
		},
	);

	it.each(NOTHING)(
		'that returns nothing is refused, whatever is left in its fields: %p',
		async (roleArn) => {
			for (const name of ['externalId', 'roleSessionName', 'durationSeconds']) {
				const alone = { ...WITHOUT_ROLE, roleArn, [name]: '' };
				expect(await refused(evaluated(alone))).toMatch(/^'Role ARN'/);
			}
		},
	);

	it('that returns one is assumed', async () => {
		const { roleArn } = withRole();
		const signed = await authenticated(fakeSts(), evaluated({ roleArn }, saved), REQUEST);
		expect(keyOf(signed)).toBe('ASIA1');
	});

	it('that is empty as entered leaves the keys, which n8n shows by the fields it leaves out', async () => {
		expect(Object.keys(WITHOUT_ROLE)).not.toContain('roleSessionName');
		expect(keyOf(await authenticated(fakeSts(), WITHOUT_ROLE, REQUEST))).toBe(
			WITHOUT_ROLE.accessKeyId,
		);
	});
});

describe("'Custom Endpoints'", () => {
	const OWN = { socialMessagingEndpoint: 'http://127.0.0.1:4566' };

	it.each([true, 'true', 'TRUE', ' True\n', 1, '1', 'yes', 'on', 'Y'])(
		'are used in any spelling of "on": %p',
		async (customEndpoints) => {
			expect(await hostOf({ customEndpoints, ...OWN })).toBe('127.0.0.1:4566');
			expect(
				customEndpointsOf(formOf(evaluated({ customEndpoints, snsEndpoint: 'x' }))),
			).toMatchObject({
				sns: 'x',
			});
		},
	);

	it.each([false, 'false', 'FALSE', 0, '0', 'no', ' off '])(
		'are ignored in any spelling of "off": %p',
		async (customEndpoints) => {
			expect(await hostOf({ customEndpoints, ...OWN })).toBe(
				'social-messaging.eu-west-1.amazonaws.com',
			);
			expect(customEndpointsOf(formOf(evaluated({ customEndpoints })))).toBeUndefined();
		},
	);

	it.each(['maybe', 2, -1, NaN, [], [true], {}, 'null', 'https://example.com'])(
		'are refused if they are neither: %p',
		async (customEndpoints) => {
			expect(await refused(evaluated({ customEndpoints, ...OWN }))).toBe(
				"'Custom Endpoints' in the AWS credential is neither true nor false",
			);
		},
	);

	it.each(NOTHING)('are refused if an expression returns nothing: %p', async (customEndpoints) => {
		expect(await refused(evaluated({ customEndpoints, ...OWN }))).toMatch(
			/^'Custom Endpoints' in the AWS credential is set by an expression that returns nothing/,
		);
	});

	const ENDPOINTS: Array<[string, string]> = [
		['socialMessagingEndpoint', 'Social Messaging Endpoint'],
		['s3Endpoint', 'S3 Endpoint'],
		['snsEndpoint', 'SNS Endpoint'],
		['stsEndpoint', 'STS Endpoint'],
	];

	it.each(ENDPOINTS)(
		"do not fall back to AWS's if an expression returns nothing: %s",
		async (name, label) => {
			for (const value of [undefined, null]) {
				expect(await refused(evaluated({ customEndpoints: true, [name]: value }))).toMatch(
					`'${label}' in the AWS credential is set by an expression that returns nothing`,
				);
			}
			for (const value of [5, true, {}, [], ['https://example.com']]) {
				expect(await refused(evaluated({ customEndpoints: true, [name]: value }))).toBe(
					`'${label}' in the AWS credential is not text`,
				);
			}
		},
	);
});

describe("'Endpoints' by an expression", () => {
	it.each(NOTHING)(
		'that returns nothing does not mean the default, which is not FIPS: %p',
		async (endpointVariant) => {
			expect(await refused(evaluated({ endpointVariant }))).toMatch(
				/^'Endpoints' in the AWS credential is set by an expression that returns nothing/,
			);
		},
	);
});

describe.each([
	['Access Key ID', 'accessKeyId', 'AKIDEXAMPLE'],
	['Secret Access Key', 'secretAccessKey', SECRET],
	['Session Token', 'sessionToken', TOKEN],
])("'%s'", (label, name, good) => {
	const inside = (stranger: string, at: number) =>
		`${[...good].slice(0, at).join('')}${stranger}${[...good].slice(at).join('')}`;

	it.each<[string, string]>([
		['\n', 'a line break (U+000A)'],
		['\r\n', 'a line break (U+000D)'],
		['\t', 'a tab (U+0009)'],
		[' ', 'a space (U+0020)'],
		['\u00a0', 'a non-breaking space (U+00A0)'],
		['\u202f', 'a narrow non-breaking space (U+202F)'],
		['\u2003', 'a space (U+2003)'],
		['\u3000', 'a wide space (U+3000)'],
		['\u00ad', 'a soft hyphen (U+00AD)'],
		['\u200b', 'a zero-width space (U+200B)'],
		['\u200c', 'a zero-width non-joiner (U+200C)'],
		['\u200d', 'a zero-width joiner (U+200D)'],
		['\u2060', 'a word joiner (U+2060)'],
		['\ufeff', 'a byte order mark (U+FEFF)'],
		['\u200e', 'a left-to-right mark (U+200E)'],
		['\u202e', 'an invisible character (U+202E)'],
		['\u2028', 'a line separator (U+2028)'],
		['\u0000', 'a control character (U+0000)'],
		['\u001b', 'a control character (U+001B)'],
		['\u201c', 'a left double quotation mark (U+201C)'],
		['\u201d', 'a right double quotation mark (U+201D)'],
		['\u2019', 'a right single quotation mark (U+2019)'],
		['"', 'a quotation mark (U+0022)'],
		["'", 'an apostrophe (U+0027)'],
		['`', 'a backtick (U+0060)'],
		['\u2013', 'an en dash (U+2013)'],
		['é', 'a character (U+00E9)'],
		['А', 'a character (U+0410)'],
		['👍', 'a character (U+1F44D)'],
		['\ud83d', 'half of a character (U+D83D)'],
	])(
		'with %j inside is refused by name and position, and never shown',
		async (stranger, called) => {
			for (const at of [1, 7, good.length - 1]) {
				const message = await refused(evaluated({ [name]: inside(stranger, at) }));
				expect(message).toContain(`'${label}' in the AWS credential contains ${called}`);
				expect(message).toContain(`at position ${at + 1} of ${good.length + [...stranger].length}`);
				expect(message).not.toMatch(/SECRET|TOKEN|AKID|never0appears|value/);
			}
		},
	);

	it.each(['\n', '\r\n ', '\t', ' ', '\u00a0', '\ufeff', '\u3000', '\u2028'])(
		'is used without surrounding %j',
		async (blank) => {
			const signed = await authenticated(
				fakeSts(),
				evaluated({ [name]: `${blank}${good}${blank}` }),
				REQUEST,
			);
			expect(signed.headers).toHaveProperty('authorization');
		},
	);

	it.each([5, 0, true, false, {}, [], [good], { value: good }])(
		'that is not text is not treated as empty: %p',
		async (value) => {
			const message = await refused(evaluated({ [name]: value }));
			expect(message).toBe(`'${label}' in the AWS credential is not text`);
		},
	);
});

describe('an identifier made from a number', () => {
	const saved = withRole();

	it.each([
		['externalId', 'External ID'],
		['roleSessionName', 'Role Session Name'],
	])('is refused if the number is not exact: %s', async (name, label) => {
		for (const value of [123456789012345680, 2 ** 53, 1e21, NaN, Infinity]) {
			expect(await refused(evaluated({ [name]: value }, saved))).toContain(
				`'${label}' in the AWS credential is a number with too many digits to be exact`,
			);
		}
	});

	it('may contain what cannot be written as JSON, and is refused by its rule', async () => {
		const circular: Values = {};
		circular.self = circular;
		for (const name of ['externalId', 'roleSessionName', 'durationSeconds', 'roleArn']) {
			for (const value of [circular, { n: 1n }, Object.create(null)]) {
				expect(await refused(evaluated({ [name]: value }, saved))).toMatch(
					/^'.*' in the AWS credential/,
				);
			}
		}
	});
});
