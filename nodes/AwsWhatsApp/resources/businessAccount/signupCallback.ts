import { updateDisplayOptions, type IDataObject } from 'n8n-workflow';
import type { Form } from '../../../../form/form';
import { link } from '../../../../form/link';

/** The first step of linking a business account. */
export const signupCallbackFields = updateDisplayOptions(
	{ show: { associateStep: ['signupCallback'] } },
	[
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: "Meta's token from the sign-up window",
		},
		{
			displayName: 'Callback URL',
			name: 'callbackUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://example.com/signed-up',
			description: 'The URL at which the sign-up ended, if there was one',
		},
	],
);

export function signupCallbackOf(form: Form): IDataObject {
	const callbackUrl = form.member('callbackUrl', link({ maxLength: 100, by: 'AWS' }));
	return {
		accessToken: form.id('accessToken', { maxLength: 1000, by: 'AWS' }),
		...(callbackUrl === undefined ? {} : { callbackUrl }),
	};
}
