import { stallBefore } from './gateway/answers.mts';
import type { Profile } from './gateway/fate.mts';
import { startWorld, type RunUnderChaos, type World } from './world.mts';

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
beforeEach(async () => await world.aws.reset());
afterAll(async () => await world.stop());

const quiet: Profile = { name: 'quiet', share: 0, chances: [] };
const silent: Profile = { name: 'silent', share: 1, chances: [{ weight: 1, fate: stallBefore }] };
const send = async (profile: Profile, more: Partial<RunUnderChaos> = {}) =>
	await world.run({
		profile,
		seed: 1,
		limitMs: 30_000,
		asRole: false,
		parameters: {
			resource: 'message',
			operation: 'send',
			to: '+4915112345678',
			messageType: 'text',
			textBody: 'Hello',
		},
		...more,
	});

describe('a run under chaos', () => {
	it('is clean if nothing goes wrong', async () => {
		const { result, violations, traffic } = await send(quiet);
		expect(violations).toEqual([]);
		expect(result?.status).toBe('success');
		expect([...traffic.fates.values()]).toEqual([['passed']]);
		expect(world.aws.phone.messages).toHaveLength(1);
	});

	it('is searched for signatures and session tokens, including those of an assumed role', async () => {
		const { traffic, log } = await send(quiet, { asRole: true });
		const [session] = world.aws.sessions.issued;
		expect(session?.sessionToken).toEqual(expect.stringMatching(/^[\w+/=]{500,}$/));
		expect([...traffic.secrets]).toEqual([
			expect.stringMatching(/^[0-9a-f]{64}$/),
			session?.sessionToken,
		]);
		expect(log).toMatch(/\| debug \| Running node "WhatsApp/);
	});

	it('that does not end is detected, ended, and does not disturb the next one', async () => {
		const { violations } = await send(silent, { limitMs: 1_000 });
		expect(violations.map(({ rule }) => rule)).toEqual(['ends in time']);
		const next = await send(quiet);
		expect(next.violations).toEqual([]);
		expect(next.result?.status).toBe('success');
	});

	it('that shows a secret is detected', async () => {
		const { violations } = await send(quiet, {
			onError: 'continueRegularOutput',
			items: [{ json: {} }],
			parameters: {
				resource: 'message',
				operation: 'send',
				to: '+4915112345678',
				messageType: 'text',
				textBody: `My token is ${world.aws.temporary.sessionToken}`,
				options: { returnMessage: true },
			},
		});
		expect(violations.map(({ rule }) => rule)).toEqual(['no secret shown']);
	});
});
