import * as sdk from '@aws-sdk/client-socialmessaging';
import { ACTIONS, isPaged, type ActionName } from '../../aws/clients/actions.ts';
import { NEWER_ACTIONS } from '../../local-aws/index.mts';
import { sdkActions } from './sdk.mts';

/** What the SDK's model says of an action: [9, namespace, name, traits, input, output]. */
function modelOf(action: string) {
	const [, , , traits, , output] =
		(sdk as unknown as Record<string, unknown[]>)[`${action}$`] ?? [];
	const { http } = traits as { http: [method: string, path: string, status: number] };
	const [, , , , members] = (output as () => unknown[])();
	return { method: http[0], url: http[1], members: members as string[] };
}

const known = Object.keys(ACTIONS).filter((name) => !NEWER_ACTIONS.includes(name));

describe('the table of actions', () => {
	it('has every action of the SDK', () => {
		expect(known.sort()).toEqual([...sdkActions].sort());
	});

	it.each(known)('has the method, the path and the promised members of %s', (name) => {
		const action = ACTIONS[name as ActionName];
		const { method, url, members } = modelOf(name);
		expect(action).toMatchObject({ method, url: url.replace(/\?.*/, '') });
		expect(members).toEqual(expect.arrayContaining([...action.promises]));
		if (isPaged(name as ActionName)) {
			expect(action).toMatchObject({ promises: [expect.any(String)] });
			expect(members).toContain('nextToken');
		}
	});
});
