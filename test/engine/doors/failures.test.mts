import type { RecordedRequest } from '../../../local-aws/index.mts';
import { resources } from '../../../nodes/AwsWhatsApp/resources/resources.ts';
import type { Json } from '../engine.mts';
import { chosen, useSetting } from '../setting.mts';
import { throughBothDoors, type DoorRun } from './both.mts';
import { byExpression } from './by-expression.mts';
import { goodParameters } from './world.mts';

/*
 * The same failures through both doors. They differ only where the workflow stops: to the declarative
 * door each item is a run of its own, and n8n itself makes of its first error what it throws.
 */

const setting = useSetting();

/** What it finds depends on what the other items have deleted by then. */
const NOT_COMPARED = ['media.cleanUp'];

const everyOperation = resources.flatMap(({ value, operations: all }) =>
	all.map(({ value: operation, effect, action }) => ({
		place: `${value}.${operation}`,
		isRead: effect === 'read',
		action,
	})),
);

const operations = everyOperation.filter(({ place }) => !NOT_COMPARED.includes(place));

/** One value that is refused before anything is sent, whichever operation it is. */
function spoiled(parameters: Json): Json {
	const bad = chosen('nonsense');
	const values: Json = {
		businessAccountId: bad,
		originationPhoneNumberId: bad,
		phoneNumberId: bad,
		resourceArn: bad,
		accessToken: '',
		limit: 0,
	};
	const entries = Object.entries(parameters);
	return Object.fromEntries(entries.map(([name, value]) => [name, values[name] ?? value]));
}

type Account = (typeof setting.aws.account.businessAccounts)[number];

/** Whether a request is about an account, or names what only the second item has. */
const isOf =
	({ id, arn, phoneNumbers: [number] }: Account) =>
	({ path, query, body }: RecordedRequest): boolean => {
		const sent = decodeURIComponent(path) + JSON.stringify(query) + body.toString();
		const marks = [id, arn, number?.id ?? id, '"EAAB1"', '"maxResults":"12"'];
		return marks.some((mark) => sent.includes(mark));
	};

/** Parameters of three items, the second of which AWS refuses. */
async function refusedSecond(place: string): Promise<Json[]> {
	const parameters = await goodParameters(setting, place);
	setting.aws.faults.add({
		kind: 'error',
		service: 'socialMessaging',
		status: 403,
		errorName: 'AccessDeniedException',
		message: 'Not allowed',
		matches: isOf(setting.aws.account.businessAccounts[1] as Account),
	});
	return parameters;
}

const both = async (place: string, onError: DoorRun['onError'], isSpoiled = true) =>
	await throughBothDoors(setting, place, async () => {
		const [first = {}, second = {}, third = {}] = await refusedSecond(place);
		const bad = isSpoiled ? [spoiled(second)] : [];
		return { ...byExpression([first, ...bad, second, third]), onError };
	});

describe.each(operations)('$place', ({ place, isRead, action }) => {
	it('gives the same items, failed ones among them, where the workflow continues', async () => {
		const { custom, declarative } = await both(place, 'continueRegularOutput');
		const failed = custom.outputs[0]?.filter(({ json }) => json.error !== undefined);
		expect(failed?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }, { item: 2 }]);
		expect(declarative).toEqual(custom);
	});

	it('gives the same failed items on the error output', async () => {
		const { custom, declarative } = await both(place, 'continueErrorOutput');
		expect(custom.outputs[1]).toHaveLength(2);
		expect(declarative).toEqual(custom);
	});

	it('stops at a bad value with the same error, before any request; the declarative door has sent the other items by then, and the error does not tell', async () => {
		const { custom, declarative } = await both(place, 'stopWorkflow');
		const report = isRead ? '' : `\n\n"${action}" was not done for any of the 4 items.`;
		expect(custom.error).toEqual({
			...declarative.error,
			name: 'NodeOperationError',
			httpCode: undefined,
			description: `${declarative.error?.description}${report}`,
		});
		expect(declarative.error).toMatchObject({
			itemIndex: 1,
			// As which n8n throws whatever a declarative node throws.
			name: 'NodeApiError',
			httpCode: 'none',
		});
		expect(custom.requests).toEqual([]);
		expect(declarative.requests.length).toBeGreaterThanOrEqual(3);
	});

	it('stops at a refusal with the same requests and the same error, to which only the custom door adds the account of all items', async () => {
		const { custom, declarative } = await both(place, 'stopWorkflow', false);
		const report = isRead
			? ''
			: `\n\n"${action}" was already done for 2 of the 3 items (items 0, 2). Leave these out when you run the node again.`;
		expect(custom.error?.itemIndex).toBe(1);
		expect(custom).toEqual({
			...declarative,
			error: {
				...declarative.error,
				description: `${declarative.error?.description}${report}`,
			},
		});
	});
});
