import { seedBusinessAccounts } from '../../local-aws/index.mts';
import { locator } from '../engine/setting.mts';

export const PHONE_ID = 'phone-number-id-976c72a700aa43ff95ae376ee4c530d9';
export const PHONE_ARN =
	'arn:aws:social-messaging:eu-west-1:111122223333:phone-number-id/976c72a700aa43ff95ae376ee4c530d9';
export const WABA_ID = 'waba-fb2594b8a7974770b128a409e2f6f4f1';
export const WABA_ARN =
	'arn:aws:social-messaging:eu-west-1:111122223333:waba/fb2594b8a7974770b128a409e2f6f4f1';
/** Of another partition. */
export const GOV_WABA_ARN = 'arn:aws-us-gov:social-messaging:us-gov-west-1:111122223333:waba/0Az9';

/** One that the stand-in knows, for what sends its request only after an answer. */
const [seeded] = seedBusinessAccounts();
if (!seeded) throw new Error('The stand-in has no business account');
export const SEEDED = seeded;

/** Every kind of character that an encoding could get wrong, in one line. */
export const ODD =
	'ünïcödé 👩‍👩‍👧 مرحبا 日本語 \\ "q" \'s\' <b> & + % %25 %2B ? # = ; , / : @ $ {{1}} ~*!()';

/** The same as a name or a link can have it: without what parts folders and drives. */
export const ODD_NAME = ODD.replace(/[\\/:]/g, '');
export const ODD_LINES = `${ODD}\n\r\n\tend\u2028\u0007.`;

/** A JSON document as the SDK takes it for a blob. */
export const utf8 = (document: unknown): Uint8Array =>
	new TextEncoder().encode(JSON.stringify(document));

export const phone = (id: string) => ({ originationPhoneNumberId: locator(id) });
export const waba = (id: string) => ({ businessAccountId: locator(id) });

/** A resource locator of any mode; the value may be an expression. */
export const located = (mode: 'list' | 'id' | 'arn', value: string) => ({
	__rl: true,
	mode,
	value,
});
