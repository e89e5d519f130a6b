import { isAuthentication, isCodeButton } from '../../../whatsapp/template/send/oneTimeCode.ts';

const CODE_BUTTONS = [
	{ type: 'OTP' },
	{ type: 'OTP', url: 'https://example.com' },
	{ type: 'URL', url: 'https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}' },
	{ type: 'URL', url: 'https://whatsapp.com/otp/code?code=otp{{1}}' },
	{ type: 'URL', url: 'HTTPS://WWW.WHATSAPP.COM/OTP/CODE' },
];
const OTHERS = [
	{},
	{ type: 'URL' },
	{ type: 'otp-like' },
	{ type: ['OTP'] },
	{ type: 'URL', url: 'https://example.com/?to=https://www.whatsapp.com/otp/code' },
	{ type: 'URL', url: 'https://www.whatsapp.com/catalog' },
	{ type: 'URL', url: 'http://www.whatsapp.com/otp/code' },
	{ type: 'COPY_CODE' },
];
const with_ = (category: string, ...buttons: object[]) => ({
	name: 'a',
	language: 'en',
	category,
	components: [{ type: 'BODY' }, { type: 'BUTTONS', buttons }],
});

describe('a button for a one-time code', () => {
	it.each(CODE_BUTTONS)('is %j', (button) => {
		expect(isCodeButton(button)).toBe(true);
		expect(isAuthentication(with_('UTILITY', { type: 'URL' }, button) as never)).toBe(true);
	});

	it.each(OTHERS)('is not %j', (button) => {
		expect(isCodeButton(button)).toBe(false);
		expect(isAuthentication(with_('UTILITY', button) as never)).toBe(false);
		expect(isAuthentication(with_('AUTHENTICATION', button) as never)).toBe(true);
	});
});
