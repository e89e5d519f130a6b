import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Form } from '../../../../form/form';
import type { TextRule } from '../../../../form/rule';
import { callHoursOf } from './callHours';

/** AWS takes any word of this length; the words are Meta's. */
const WORD_RULE: TextRule = { minLength: 1, maxLength: 50, by: 'AWS' };

export const callSettingsFields: INodeProperties[] = [
	{
		displayName: 'Calls Enabled',
		name: 'callEnabled',
		type: 'boolean',
		default: true,
		description:
			'Whether customers can call this phone number in WhatsApp. It is set with every update.',
	},
];

export const moreCallSettings: INodeProperties = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add field',
	default: {},
	options: [
		{
			displayName: 'Call Icon',
			name: 'callIconVisibility',
			type: 'options',
			options: [
				{ name: 'Hidden', value: 'DISABLE_ALL' },
				{ name: 'Shown', value: 'DEFAULT' },
			],
			default: 'DEFAULT',
			description: 'The button for calling in the chat',
		},
		{
			displayName: 'Callback Permission',
			name: 'callbackPermissionStatus',
			type: 'options',
			options: [
				{ name: 'Ask', value: 'ENABLED' },
				{ name: 'Do Not Ask', value: 'DISABLED' },
			],
			default: 'ENABLED',
			description: 'What happens when a customer calls: whether to ask to be allowed to call back',
		},
	],
};

/** The call settings of a phone number, as AWS takes them. */
export function callSettingsOf(form: Form): IDataObject {
	const more = form.group('additionalFields');
	const callIconVisibility = more.optionalId('callIconVisibility', WORD_RULE);
	const callbackPermissionStatus = more.optionalId('callbackPermissionStatus', WORD_RULE);
	const callHours = callHoursOf(form);
	return {
		callEnabled: form.strictFlag('callEnabled'),
		...(callIconVisibility === undefined ? {} : { callIconVisibility }),
		...(callbackPermissionStatus === undefined ? {} : { callbackPermissionStatus }),
		...(callHours === undefined ? {} : { callHours }),
	};
}
