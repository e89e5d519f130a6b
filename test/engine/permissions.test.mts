import { resources } from '../../nodes/AwsWhatsApp/resources/resources.ts';
import { exampleOf, EXAMPLES } from './examples.mts';
import { jsonOf, useSetting } from './setting.mts';
import { requestsFor, serviceRequests } from './recorded.mts';
import { oldUploads } from './uploads.mts';

const setting = useSetting();

const operations = resources.flatMap(({ value: resource, operations: all }) =>
	all.map(({ value: operation, awsAction, furtherActions = [], effect }) => ({
		resource,
		operation,
		permissions: [awsAction, ...furtherActions],
		effect,
	})),
);
const denied = {
	kind: 'error',
	service: 'socialMessaging',
	status: 403,
	errorName: 'AccessDeniedException',
	message: 'User is not authorized',
} as const;

it('every operation has an example, and every example an operation', () => {
	expect([...EXAMPLES.keys()].sort()).toEqual(
		operations.map(({ resource, operation }) => `${resource}.${operation}`).sort(),
	);
});

describe.each(operations)('$resource.$operation', (subject) => {
	const { resource, operation, permissions, effect } = subject;
	const run = async (more: object = {}) => {
		const scene = operation === 'cleanUp' ? await oldUploads(setting) : {};
		const parameters = exampleOf(resource, operation);
		return await setting.run(resource, operation, parameters, { ...scene, ...more });
	};

	it('names the action that AWS denied, and asks once', async () => {
		setting.aws.faults.add(denied);
		const { error } = await run();
		const requests = serviceRequests(setting.aws);
		expect(requests).toHaveLength(1);
		const action = requests[0]?.action ?? '';
		expect(permissions.map(String)).toContain(action);
		// The one that was denied, and none of the others that the operation may need.
		expect(error?.message).toBe(`AWS denied access to social-messaging:${action}`);
		expect(error?.description).toContain(`add social-messaging:${action} to its IAM policy`);
		expect(error?.description).toContain('User is not authorized');
	});

	it(`${effect === 'once' ? 'is not repeated' : 'is repeated'} after a lost connection`, async () => {
		setting.aws.faults.add({ kind: 'cutAfter', service: 'socialMessaging', times: 1 });
		const { error } = await run();
		const [first] = serviceRequests(setting.aws);
		const repeated = requestsFor(setting.aws, String(first?.action)).length > 1;
		expect(repeated).toBe(effect !== 'once');
		if (effect === 'once') expect(error?.description).toMatch(/may or may not/);
	});

	it('becomes a failed item with the reason if the workflow continues', async () => {
		setting.aws.faults.add(denied);
		const result = await run({ onError: 'continueRegularOutput' });
		expect(jsonOf(result)).toEqual([
			{
				error: expect.stringMatching(/^AWS denied access to social-messaging:\w+$/),
				details: expect.objectContaining({
					outcome: 'notDone',
					errorName: 'AccessDeniedException',
					httpStatusCode: 403,
					description: expect.stringContaining('IAM policy'),
				}),
			},
		]);
	});
});
