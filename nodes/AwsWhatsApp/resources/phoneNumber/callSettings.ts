import type { IDataObject } from 'n8n-workflow';
import { additionalFields } from '../../../../engine/fields';
import { flag, openChoice } from '../../../../form/choices';
import { filledIn } from '../../../../form/field';
import type { Form } from '../../../../form/form';
import type { TextRule } from '../../../../form/rule';
import { callHoursFields, callHoursOf } from './callHours';

/** AWS takes any word of this length; the words are Meta's. */
const WORD_RULE: TextRule = { minLength: 1, maxLength: 50, by: 'AWS' };

const callEnabled = flag('Calls Enabled', 'callEnabled', {
	default: true,
	strict: true,
	description: 'Whether customers can call this phone number in WhatsApp. Every update sets it.',
});

const callIconVisibility = openChoice(
	'Call Icon',
	'callIconVisibility',
	{ DISABLE_ALL: 'Hidden', DEFAULT: 'Shown' },
	{ rule: WORD_RULE, default: 'DEFAULT', description: 'The call button shown in the chat' },
);

const callbackPermissionStatus = openChoice(
	'Callback Permission',
	'callbackPermissionStatus',
	{ ENABLED: 'Ask', DISABLED: 'Do Not Ask' },
	{
		rule: WORD_RULE,
		default: 'ENABLED',
		description: 'Whether to ask customers who call for permission to call them back',
	},
);

const more = additionalFields(callIconVisibility, callbackPermissionStatus);

export const callSettingsFields = [callEnabled, ...callHoursFields, more];

/** The call settings of a phone number, as AWS takes them. */
export function callSettingsOf(form: Form): IDataObject {
	const callHours = callHoursOf(form);
	return {
		callEnabled: callEnabled.of(form),
		...filledIn(more.of(form), { callIconVisibility, callbackPermissionStatus }),
		...(callHours === undefined ? {} : { callHours }),
	};
}
