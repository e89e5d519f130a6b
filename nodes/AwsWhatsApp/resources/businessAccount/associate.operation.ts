import { notice } from '../../../../form/notice';
import { optionsField } from '../../../../engine/fields/options';
import { FieldError } from '../../../../form/fieldError';
import type { Operation } from '../../../../engine/operation';
import { setupFinalizationFields, setupFinalizationOf } from './setupFinalization';
import { signupCallbackFields, signupCallbackOf } from './signupCallback';

export const associate: Operation = {
	name: 'Associate',
	value: 'associate',
	action: 'Associate business account',
	description: 'Link a WhatsApp Business Account to AWS, in the two steps of a sign-up',
	awsAction: 'AssociateWhatsAppBusinessAccount',
	furtherActions: ['TagResource'],
	effect: 'once',
	fields: [
		notice(
			'associateNotice',
			"The access token for the first step comes only from Meta's sign-up window in the AWS console (AWS End User Messaging, Social messaging, Add WhatsApp phone number). For most people, finishing the sign-up there is the easier way.",
		),
		{
			displayName: 'Step',
			name: 'associateStep',
			type: 'options',
			options: [
				{
					name: 'Finalize Setup',
					value: 'setupFinalization',
					description: 'Second step: register phone numbers with the token of the first step',
				},
				{
					name: 'Sign-Up Callback',
					value: 'signupCallback',
					description: "First step: hand over Meta's access token",
				},
			],
			default: 'signupCallback',
		},
		...signupCallbackFields,
		...setupFinalizationFields,
		optionsField(),
	],
	compose: (form) => {
		switch (form.text('associateStep')) {
			case 'signupCallback':
				return { signupCallback: signupCallbackOf(form) };
			case 'setupFinalization':
				return { setupFinalization: setupFinalizationOf(form) };
			default:
				throw new FieldError(
					"'Step' has an unknown value",
					'Use signupCallback or setupFinalization.',
				);
		}
	},
};
