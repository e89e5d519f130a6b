import { requestsFor } from './recorded.mts';
import { useSetting } from './setting.mts';
import type { Json } from './engine.mts';

const setting = useSetting();
let person = 0;
beforeEach(async () => {
	person += 1;
});

const withRole = (more: Json): Json => ({
	...setting.credentials,
	roleSessionName: `n8n-${person}`,
	durationSeconds: 3600,
	...more,
});

/** Sends a text; by default to one recipient, with the role and everything else of the credential as given. */
async function send(credentials: Json) {
	const parameters = { messageType: 'text', textBody: 'Hello' };
	return await setting.send(parameters, { credentials, items: [{ json: { yes: 'TRUE' } }] });
}

/** The error of the run, and of the test button; neither may have reached AWS. */
async function refused(credentials: Json): Promise<string> {
	const { status, error } = await send(credentials);
	expect(status).toBe('error');
	const test = await setting.engine.testCredential({ credentials });
	expect(test.status).toBe('Error');
	expect(setting.aws.requests).toEqual([]);
	return error?.message ?? '';
}

const NOTHING = ['undefined', 'null', '""', '"  "', '$vars.role', '[][0]', '({}).role?.arn'];

describe("'Role ARN' by an expression", () => {
	it.each(NOTHING)('that returns nothing ends the run, unsent: %s', async (expression) => {
		const message = await refused(withRole({ roleArn: `={{ ${expression} }}` }));
		expect(message).toMatch(
			/^'Role ARN' in the AWS credential is set by an expression that returns/,
		);
	});

	it.each([
		'={{ 5 }}',
		'={{ true }}',
		'={{ ({}) }}',
		'={{ [] }}',
		'={{ "x" }}',
		'=x',
		'=undefined',
	])('that finds no role ends the run, unsent: %s', async (roleArn) => {
		expect(await refused(withRole({ roleArn }))).toMatch(
			/^'Role ARN' in the AWS credential is not/,
		);
	});

	it('that finds one signs as the role', async () => {
		const roleArn = `={{ "${setting.aws.roles.sender}" }}`;
		const { status } = await send(withRole({ roleArn }));
		expect(status).toBe('success');
		expect(requestsFor(setting.aws, 'AssumeRole')).toHaveLength(1);
		const test = await setting.engine.testCredential({ credentials: withRole({ roleArn }) });
		expect(test.status).toBe('OK');
	});

	it.each(['', undefined])('counts as absent if it is empty as entered: %p', async (roleArn) => {
		const { status } = await send(withRole({ roleArn, externalId: 'left-over' }));
		expect(status).toBe('success');
		expect(requestsFor(setting.aws, 'AssumeRole')).toEqual([]);
	});
});

describe("'Custom Endpoints' by an expression", () => {
	it.each(['true', '"true"', '"TRUE"', '1', '"yes"', '" on "'])(
		'are used if the switch is on: %s',
		async (expression) => {
			const { status } = await send({
				...setting.credentials,
				customEndpoints: `={{ ${expression} }}`,
			});
			expect(status).toBe('success');
		},
	);

	it.each(NOTHING)('end the run if the expression returns nothing: %s', async (expression) => {
		const message = await refused({
			...setting.credentials,
			customEndpoints: `={{ ${expression} }}`,
		});
		expect(message).toMatch(/^'Custom Endpoints' in the AWS credential is set by an expression/);
	});

	it.each(['"maybe"', '2', '[]', '({})'])(
		'end the run if the value is neither on nor off: %s',
		async (expression) => {
			const message = await refused({
				...setting.credentials,
				customEndpoints: `={{ ${expression} }}`,
			});
			expect(message).toBe("'Custom Endpoints' in the AWS credential is neither true nor false");
		},
	);

	it.each(['undefined', 'null', '$vars.none'])(
		"do not fall back to AWS's if an expression returns nothing: %s",
		async (expression) => {
			const message = await refused({
				...setting.credentials,
				socialMessagingEndpoint: `={{ ${expression} }}`,
			});
			expect(message).toMatch(/^'Social Messaging Endpoint' in the AWS credential is set by/);
		},
	);
});

describe('keys by an expression', () => {
	it.each<[string, string, RegExp]>([
		['accessKeyId', '={{ undefined }}', /^'Access Key ID' in the AWS credential is empty/],
		['secretAccessKey', '={{ null }}', /^'Secret Access Key' in the AWS credential is empty/],
		['secretAccessKey', '={{ ({ key: 1 }) }}', /^'Secret Access Key' in .* is not text$/],
		['accessKeyId', '={{ 5 }}', /^'Access Key ID' in .* is not text$/],
		['sessionToken', '={{ ({}) }}', /^'Session Token' in .* is not text$/],
		['sessionToken', '={{ 17 }}', /^'Session Token' in .* is not text$/],
		['sessionToken', 'a\u200bb', /^'Session Token' in .* contains a zero-width space \(U\+200B\)/],
		['secretAccessKey', 'a\nb', /^'Secret Access Key' in .* contains a line break \(U\+000A\)/],
	])('that return no key end the run: %s by %j', async (name, value, message) => {
		expect(await refused({ ...setting.credentials, [name]: value })).toMatch(message);
	});
});

describe('the fields of a credential', () => {
	const UNKNOWN = 'AKIAUNKNOWN';
	const refusal = "AWS does not recognize the credential's access key";

	const ITEMS = 20;
	const everySecond = <T,>(even: T, odd: T) =>
		Array.from({ length: ITEMS }, (_, i) => (i % 2 ? odd : even));

	/** What became of each item, of which every second names another key. */
	async function errorsBy(accessKeyId: string, shape: Json) {
		const { outputs } = await setting.send(
			{ messageType: 'text', textBody: 'Hello' },
			{
				credentials: { ...setting.credentials, accessKeyId },
				items: everySecond(shape, { key: UNKNOWN }).map((json) => ({ json })),
				onError: 'continueRegularOutput',
			},
		);
		return outputs[0]?.map(({ json }) => json.error);
	}

	it('are evaluated for each item', async () => {
		const key = setting.aws.credentials.accessKeyId;
		const errors = await errorsBy('={{ $json.key }}', { key });
		expect(errors).toEqual(everySecond<string | undefined>(undefined, refusal));
	});

	it('that fail for an item cost that item, of which it is known that it was not sent', async () => {
		const region = `={{ $json.n === 3 ? $("No such node").item.json.y : "${setting.aws.region}" }}`;
		const run = {
			credentials: { ...setting.credentials, region },
			items: Array.from({ length: 5 }, (_, n) => ({ json: { n } })),
		};
		const message = { messageType: 'text', textBody: 'Hello' };
		const stopped = await setting.send(message, run);
		expect(stopped.error?.itemIndex).toBe(3);
		expect(stopped.error?.description).toContain('was not done for any of the 5 items');
		expect(setting.aws.phone.messages).toEqual([]);
		const { outputs } = await setting.send(message, { ...run, onError: 'continueRegularOutput' });
		const outcomes = outputs[0]?.map(({ json }) => (json.details as Json | undefined)?.outcome);
		expect(outcomes).toEqual([undefined, undefined, undefined, 'notDone', undefined]);
	});

	it.each([
		'$json.key || "KEY"',
		'$json?.key ?? "KEY"',
		'"key" in $json ? $json.key : "KEY"',
		'$input.item.json.key || "KEY"',
		'$data.key || "KEY"',
		'$itemIndex % 2 ? "AKIAUNKNOWN" : "KEY"',
		'$input.all()[$itemIndex].json.key || "KEY"',
		'$input.all()[$itemIndex]?.json.key ?? "KEY"',
		'$(\'Trigger\').all()[$itemIndex]?.json.key ?? "KEY"',
	])('are, even if the first item has nothing to say: %s', async (expression) => {
		const written = expression.replace('KEY"', `${setting.aws.credentials.accessKeyId}"`);
		const errors = await errorsBy(`={{ ${written} }}`, {});
		expect(errors).toEqual(everySecond<string | undefined>(undefined, refusal));
	});
});
