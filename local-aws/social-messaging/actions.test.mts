import * as sdk from '@aws-sdk/client-socialmessaging';
import { NEWER_ACTIONS } from './newer-actions.mts';
import { actions } from './actions/index.mts';

it('include every action of the SDK, the newer ones, and no others', () => {
	const ofSdk = Object.keys(sdk)
		.filter((name) => /^[A-Z]\w+Command$/.test(name))
		.map((name) => name.replace(/Command$/, ''));
	const names = actions.map(({ name }) => name);
	expect([...names].sort()).toEqual([...new Set([...ofSdk, ...NEWER_ACTIONS])].sort());
});

it('each have a method and path of their own', () => {
	expect(new Set(actions.map(({ method, path }) => `${method} ${path}`)).size).toBe(actions.length);
});
