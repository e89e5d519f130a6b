import { S3Client, GetObjectCommand } from '@aws-sdk/client-s3';
import {
	ListLinkedWhatsAppBusinessAccountsCommand,
	SocialMessagingClient,
} from '@aws-sdk/client-socialmessaging';
import { resolveDestination, serviceUrl } from '../../aws/endpoints/endpoints.ts';
import {
	ENDPOINT_VARIANTS,
	type AwsService,
	type EndpointVariant,
} from '../../aws/endpoints/hosts.ts';
import { CredentialError } from '../../aws/errors/errors.ts';
import { REGIONS } from '../../aws/endpoints/regions.ts';
import { IRELAND } from './support/keys.mts';

const ALL_REGIONS = [
	...REGIONS.map(({ value }) => value),
	'cn-north-1',
	'cn-northwest-1',
	'us-gov-west-1',
	'us-gov-east-1',
	'eusc-de-east-1',
	'us-iso-east-1',
	'us-isob-east-1',
	'eu-isoe-west-1',
	'us-isof-south-1',
	'sa-west-1',
];

const CASES = ALL_REGIONS.flatMap((region) =>
	ENDPOINT_VARIANTS.map((variant): [string, EndpointVariant] => [region, variant]),
);

class Captured extends Error {
	constructor(readonly hostname: string) {
		super('captured');
	}
}

/** The settings of AWS's own clients that stand for a variant, and no way to the network. */
function clientSettings(region: string, variant: EndpointVariant) {
	return {
		region,
		credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' },
		maxAttempts: 1,
		useDualstackEndpoint: variant === 'dualStack' || variant === 'fipsDualStack',
		useFipsEndpoint: variant === 'fips' || variant === 'fipsDualStack',
		requestHandler: {
			handle: async ({ hostname }: { hostname: string }) => {
				throw new Captured(hostname);
			},
		},
	};
}

/** Where AWS's own client sends a request; undefined where it says that the variant does not exist. */
async function hostOfSdk(sending: Promise<unknown>): Promise<string | undefined> {
	const outcome: unknown = await sending.catch((error: unknown) => error);
	if (outcome instanceof Captured) return outcome.hostname;
	if (outcome instanceof Error && /does not support|do not support/.test(outcome.message)) {
		return undefined;
	}
	throw outcome;
}

function ourHost(
	service: AwsService,
	region: string,
	variant: EndpointVariant,
): string | undefined {
	try {
		const requested = new URL(`${serviceUrl(service)}/a`);
		return resolveDestination(requested, { region, custom: {}, variant }).url.host;
	} catch (error) {
		if (error instanceof CredentialError && error.message.includes("'Endpoints'")) return undefined;
		throw error;
	}
}

describe('the host of a variant is the one that AWS itself calls', () => {
	it.each(CASES)('for Social Messaging in %s, %s', async (region, variant) => {
		const client = new SocialMessagingClient(clientSettings(region, variant));
		const sending = client.send(new ListLinkedWhatsAppBusinessAccountsCommand({}));
		expect(ourHost('social-messaging', region, variant)).toBe(await hostOfSdk(sending));
	});

	it.each(CASES)('for S3 in %s, %s', async (region, variant) => {
		const client = new S3Client({ ...clientSettings(region, variant), forcePathStyle: true });
		const sending = client.send(new GetObjectCommand({ Bucket: 'my-bucket', Key: 'k' }));
		expect(ourHost('s3', region, variant)).toBe(await hostOfSdk(sending));
	});
});

describe('STS and SNS', () => {
	it.each<[string, EndpointVariant, string, string]>([
		['eu-west-1', 'default', 'sts.eu-west-1.amazonaws.com', 'sns.eu-west-1.amazonaws.com'],
		['eu-west-1', 'dualStack', 'sts.eu-west-1.api.aws', 'sns.eu-west-1.api.aws'],
		['us-east-2', 'fips', 'sts-fips.us-east-2.amazonaws.com', 'sns-fips.us-east-2.amazonaws.com'],
		['us-west-2', 'fipsDualStack', 'sts-fips.us-west-2.api.aws', 'sns-fips.us-west-2.api.aws'],
		// The ordinary endpoints of GovCloud are validated ones.
		['us-gov-west-1', 'fips', 'sts.us-gov-west-1.amazonaws.com', 'sns.us-gov-west-1.amazonaws.com'],
		[
			'cn-north-1',
			'dualStack',
			'sts.cn-north-1.api.amazonwebservices.com.cn',
			'sns.cn-north-1.api.amazonwebservices.com.cn',
		],
	])('in %s, %s', (region, variant, sts, sns) => {
		expect(ourHost('sts', region, variant)).toBe(sts);
		expect(ourHost('sns', region, variant)).toBe(sns);
	});
});

describe('a variant', () => {
	it('that S3 does not have in China is refused by the name of the field', () => {
		for (const variant of ['fips', 'fipsDualStack'] as const) {
			expect(() =>
				resolveDestination(new URL(`${serviceUrl('s3')}/b/k`), {
					region: 'cn-north-1',
					custom: {},
					variant,
				}),
			).toThrow("Amazon S3 has no FIPS endpoints in China. Choose another value for 'Endpoints'");
		}
	});

	it('gives way to a custom endpoint, for that service only', () => {
		const settings = {
			region: 'us-east-1',
			custom: { s3: 'https://files.example.com' },
			variant: 'fips' as const,
		};
		const hostOf = (service: AwsService) =>
			resolveDestination(new URL(`${serviceUrl(service)}/`), settings).url.host;
		expect(hostOf('s3')).toBe('files.example.com');
		expect(hostOf('sns')).toBe('sns-fips.us-east-1.amazonaws.com');
	});
});

describe('hosts of all variants', () => {
	it.each(['social-messaging', 's3', 'sns', 'sts'] as const)(
		'are signed for %s in their own region if they are addressed directly',
		(service) => {
			for (const [region, variant] of CASES) {
				const host = ourHost(service, region, variant);
				if (host === undefined) continue;
				expect(resolveDestination(new URL(`https://${host}/x`), IRELAND)).toMatchObject({
					service,
					region,
				});
			}
		},
	);

	it.each([
		['https://my.bucket.s3-fips.dualstack.us-gov-west-1.amazonaws.com/k', 's3', 'us-gov-west-1'],
		['https://sts.eu-west-1.s3.us-iso-east-1.c2s.ic.gov/k', 's3', 'us-iso-east-1'],
		['https://vpce-1.sts.cn-north-1.vpce.amazonaws.com.cn/', 'sts', 'cn-north-1'],
	])('are recognized with any prefix: %s', (url, service, region) => {
		expect(resolveDestination(new URL(url), IRELAND)).toMatchObject({ service, region });
	});

	it.each([
		'https://social-messaging.us-east-1.api.aws.evil.com/',
		'https://social-messaging.us-east-1.evil-api.aws/',
		'https://social-messaging.us-east-1.api-aws/',
		'https://social-messaging.us-east-1.aws/',
		'https://social-messaging-fips-fips.us-east-1.api.aws/',
		'https://social-messaging-evil.us-east-1.api.aws/',
		'https://s3.dualstack.dualstack.us-east-1.amazonaws.com/',
		'https://s3.us-east-1.c2sxic.gov/',
		// The domain of another partition than the region's.
		'https://s3.us-east-1.amazonaws.com.cn/',
		'https://s3.cn-north-1.amazonaws.com/',
		'https://sts.eu-west-1.amazonaws.eu/',
		'https://social-messaging.us-iso-east-1.api.aws/',
	])('are distinguished from similar ones: %s', (url) => {
		expect(() => resolveDestination(new URL(url), IRELAND)).toThrow(CredentialError);
	});

	it('are quickly distinguished from similar ones of any length', () => {
		const started = performance.now();
		for (const part of ['s3.', 's3.us-east-1.', 'a-', 's3.a-a-', '-1.']) {
			const host = `s3.${part.repeat(5000)}x.com`.replace(/-\./g, 'x.');
			if (!URL.canParse(`https://${host}/`)) continue;
			expect(() => resolveDestination(new URL(`https://${host}/`), IRELAND)).toThrow(
				CredentialError,
			);
		}
		expect(performance.now() - started).toBeLessThan(1000);
	});
});
