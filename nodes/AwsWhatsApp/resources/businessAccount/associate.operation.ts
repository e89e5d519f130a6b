import type { IDataObject } from 'n8n-workflow';
import { filledIn } from '../../../../form/field';
import type { Form } from '../../../../form/form';
import { id, link } from '../../../../form/texts';
import { notice } from '../../../../form/notice';
import { choice } from '../../../../form/choices';
import type { Operation } from '../../../../engine/operation';
import { shownWhen } from '../../../../form/variants';
import { setupFinalizationFields, setupFinalizationOf } from './setupFinalization';

const accessToken = id('Access Token', 'accessToken', {
	rule: { maxLength: 1000, by: 'AWS' },
	typeOptions: { password: true },
	required: true,
	description: "Meta's token from the sign-up window",
});

const callbackUrl = link('Callback URL', 'callbackUrl', {
	rule: { maxLength: 100, by: 'AWS' },
	example: 'https://example.com/signed-up',
	description: 'Redirect URL of the sign-up, if any',
});

export const signupCallbackOf = (form: Form): IDataObject =>
	filledIn(form, { accessToken, callbackUrl });

const step = choice(
	'Step',
	'associateStep',
	{
		signupCallback: ['Exchange Access Token', "First step: submit Meta's access token"],
		setupFinalization: [
			'Finalize Setup',
			'Second step: register phone numbers with the token from the first step',
		],
	},
	{ default: 'signupCallback', needed: true },
);

export const associate: Operation = {
	name: 'Associate',
	value: 'associate',
	action: 'Associate business account',
	description: 'Link a WhatsApp Business Account to AWS, in two sign-up steps',
	awsAction: 'AssociateWhatsAppBusinessAccount',
	furtherActions: ['TagResource'],
	effect: 'once',
	fields: [
		notice(
			'associateNotice',
			"The access token for the first step comes only from Meta's sign-up window in the AWS console (AWS End User Messaging, Social messaging, Add WhatsApp phone number). For most people, finishing the sign-up there is the easier way.",
		),
		step,
		...shownWhen({ associateStep: ['signupCallback'] }, [accessToken, callbackUrl]),
		...shownWhen({ associateStep: ['setupFinalization'] }, setupFinalizationFields),
	],
	compose: (form) =>
		step.of(form) === 'signupCallback'
			? { signupCallback: signupCallbackOf(form) }
			: { setupFinalization: setupFinalizationOf(form) },
};
