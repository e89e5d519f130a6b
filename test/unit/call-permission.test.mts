import {
	getPermission,
	simplePermission,
} from '../../nodes/AwsWhatsApp/resources/call/getPermission.operation.ts';
import { simpleFlow } from '../../nodes/AwsWhatsApp/resources/flow/get.operation.ts';
import { formWith } from './support/form.mts';
import { refusalOf } from './support/refusal.mts';

const compose = (values: Record<string, unknown>) => getPermission.compose?.(formWith(values));
const refusal = (values: Record<string, unknown>) => refusalOf(() => compose(values)).message;
const byNumber = (destinationPhoneNumber: unknown) => ({
	customerBy: 'destinationPhoneNumber',
	destinationPhoneNumber,
	endUserBsuid: 'DE.1',
});
const byId = (endUserBsuid: unknown) => ({ customerBy: 'endUserBsuid', endUserBsuid });

describe('the customer of a call permission', () => {
	it.each(['4915112345678', '0049 151 12345678', 4915112345678, '+49 (0) 151-12345678'])(
		'is a phone number, also written as %p',
		(number) => {
			expect(compose(byNumber(number))).toEqual({ destinationPhoneNumber: '+4915112345678' });
		},
	);

	it.each(['', '0151 12345678', 'Ada', '👍', '+1', null])(
		'is not a phone number if it is %p',
		(number) => {
			expect(refusal(byNumber(number))).toContain("'Destination Phone Number' is ");
		},
	);

	it('is a user ID of at most 100 characters', () => {
		expect(compose(byId(' DE.13491208655302741918 '))).toEqual({
			endUserBsuid: 'DE.13491208655302741918',
		});
		expect(compose(byId('x'.repeat(100)))).toEqual({ endUserBsuid: 'x'.repeat(100) });
		expect(refusal(byId('x'.repeat(101)))).toBe("'User ID' is too long");
		expect(refusal(byId(''))).toBe("'User ID' is empty");
		expect(refusal(byId(['DE.1']))).toBe("'User ID' is not text");
	});
});

describe('a simplified permission', () => {
	it('has its expiration as ISO 8601, and a yes or no for every action', () => {
		expect(
			simplePermission({
				permission: { status: 'temporary', expirationTime: 1_790_000_000 },
				actions: [
					{ actionName: 'start_call', canPerformAction: true, limits: [] },
					{ actionName: 'send_call_permission_request', canPerformAction: false },
				],
			}),
		).toEqual({
			status: 'temporary',
			expirationTime: '2026-09-21T14:13:20.000Z',
			canStartCall: true,
			canRequestPermission: false,
		});
	});

	it.each([[{}], [{ permission: { status: 'no_permission' } }], [{ actions: [] }]])(
		'of %j allows nothing',
		(answer) => {
			expect(simplePermission(answer)).toMatchObject({
				expirationTime: undefined,
				canStartCall: false,
				canRequestPermission: false,
			});
		},
	);
});

describe('a simplified Flow', () => {
	it('is flattened', () => {
		expect(
			simpleFlow({
				flowId: '1',
				flowName: 'A',
				flowStatus: 'DRAFT',
				preview: { previewUrl: 'https://x', expiresAt: '2026-07-01T23:46:55+0000' },
				healthStatus: { canSendMessage: 'BLOCKED', entities: [{}] },
				application: { id: '1' },
			}),
		).toEqual({
			flowId: '1',
			flowName: 'A',
			flowStatus: 'DRAFT',
			previewUrl: 'https://x',
			previewExpiresAt: '2026-07-01T23:46:55+0000',
			canSendMessage: 'BLOCKED',
		});
		expect(simpleFlow({})).toEqual({});
	});
});
