import { choice, number } from '../../../../form/choices';
import type { Field } from '../../../../form/field';
import { emptyField } from '../../../../form/fieldError';
import { id } from '../../../../form/texts';

const key = id('Send Once For', 'onceKey', {
	rule: { maxLength: 500, by: 'this node' },
	example: 'order-1017-confirmation',
	description:
		"A key such as an order number. The recipient gets one message from your phone number for it, even if the workflow is restarted, retried or run twice at once. What was sent is remembered in the 'Bucket Name' of the AWS credential.",
});

/** The key for which a message goes out once. One that was to come from an expression must not be missing. */
export const onceKey: Field<string | undefined> = {
	...key,
	of: (form) => {
		const given = key.of(form);
		if (given === undefined && form.isGiven(key.property.name)) {
			throw emptyField(
				form.label(key),
				'Without a key, the message could go out again. Enter one, check the expression, or remove the option.',
			);
		}
		return given;
	},
};

export const ifNotKnown = choice(
	'If Not Known',
	'ifNotKnown',
	{
		fail: ['Fail', 'The item fails and says which execution tried it, and when'],
		leaveOut: ['Leave Out', 'Nothing is sent, and the output item says so'],
		sendAgain: ['Send Again', 'The recipient may get the message twice'],
	},
	{
		default: 'fail',
		description:
			"For 'Send Once For': what to do if an earlier execution was stopped while it sent the message, so that it may or may not have been sent",
	},
);

export const rememberForDays = number('Remember For (Days)', 'rememberForDays', {
	min: 1,
	max: 3_650,
	default: 30,
	strict: true,
	description: "For 'Send Once For': how long a key counts as used, {min} to {max} days",
});

/** What 'Options' offers for messages that are to go out once. */
export const onceOptions: Field[] = [onceKey, ifNotKnown, rememberForDays];
