import { useSetting } from '../engine/setting.mts';
import type { Case } from './case.mts';
import { cases } from './cases/index.mts';
import { runNode } from './run.mts';
import { wireRequest, type WireRequest } from './wire.mts';

const setting = useSetting();

/** What the node sends for a case with that method and path, whatever the stand-in answers. */
async function sentByNode(example: Case, { method, path }: WireRequest): Promise<WireRequest> {
	const { error } = await runNode(setting, example);
	const requests = setting.aws.requests.filter(({ service }) => service === 'socialMessaging');
	const sent = requests.filter((request) => request.method === method && request.path === path)[
		example.secondPage ? 1 : 0
	];
	if (!sent) {
		const others = requests.map((request) => `${request.method} ${request.path}`).join(', ');
		const because = error ? ` and failed: ${error.message} ${error.description ?? ''}` : '';
		throw new Error(`The node sent ${others || 'nothing'}, no ${method} ${path}${because}`);
	}
	return wireRequest(sent, sent.headers['content-type'], sent.body.toString('utf8'));
}

/** The token of a following page, which only the stand-in knows. */
function nextTokenOf({ query, body }: WireRequest): string {
	const { nextToken } = { ...(body as object), ...Object.fromEntries(query) } as {
		nextToken?: unknown;
	};
	if (typeof nextToken !== 'string') throw new Error('The node sent no nextToken');
	return nextToken;
}

describe("the node sends what AWS's own SDK, or its documentation, says", () => {
	it.each(cases.map((each) => [`${each.resource}.${each.operation}`, each.name, each] as const))(
		'%s: %s',
		async (_operation, _name, example) => {
			const expected = await example.expected();
			const sent = await sentByNode(example, expected);
			expect(sent).toStrictEqual(
				example.secondPage ? await example.expected(nextTokenOf(sent)) : expected,
			);
		},
	);
});
