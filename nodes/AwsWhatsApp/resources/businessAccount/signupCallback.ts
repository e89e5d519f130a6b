import type { IDataObject } from 'n8n-workflow';
import { filledIn } from '../../../../form/field';
import type { Form } from '../../../../form/form';
import { id, link } from '../../../../form/texts';

const accessToken = id('Access Token', 'accessToken', {
	rule: { maxLength: 1000, by: 'AWS' },
	typeOptions: { password: true },
	required: true,
	description: "Meta's token from the sign-up window",
});

const callbackUrl = link('Callback URL', 'callbackUrl', {
	rule: { maxLength: 100, by: 'AWS' },
	example: 'https://example.com/signed-up',
	description: 'The URL at which the sign-up ended, if any',
});

/** The first step of linking a business account. */
export const signupCallbackFields = [accessToken, callbackUrl];

export const signupCallbackOf = (form: Form): IDataObject =>
	filledIn(form, { accessToken, callbackUrl });
