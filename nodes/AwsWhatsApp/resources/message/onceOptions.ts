import { choice, number } from '../../../../form/choices';
import type { Field } from '../../../../form/field';
import { emptyField, FieldError } from '../../../../form/fieldError';
import { quoted } from '../../../../form/rule';
import { id } from '../../../../form/texts';

const key = id('Send Once For', 'onceKey', {
	rule: { maxLength: 500, by: 'this node' },
	example: 'order-1017-confirmation',
	description:
		"A key such as an order number. The recipient gets one message from your phone number for it, even if the workflow is restarted, retried or run twice at once. What was sent is remembered in the 'Bucket Name' of the AWS credential.",
});

/** What stands around the expressions in a field; undefined where it has none, or nothing around them. */
function fixedPart(written: unknown): string | undefined {
	if (typeof written !== 'string' || !/^=.*\{\{.*\}\}/s.test(written)) return undefined;
	return (
		written
			.slice(1)
			.replace(/\{\{.*?\}\}/gs, '')
			.trim() || undefined
	);
}

/** The key for which a message goes out once. What was to come from an expression must not be missing. */
export const onceKey: Field<string | undefined> = {
	...key,
	of: (form) => {
		const given = key.of(form);
		const { name } = key.property;
		if (given === undefined && form.isGiven(name)) {
			throw emptyField(
				form.label(key),
				'Without a key, the message could go out again. Enter one, check the expression, or remove the option.',
			);
		}
		if (given !== undefined && given === fixedPart(form.written(name))) {
			throw new FieldError(
				`'${form.label(key)}' has only its fixed part`,
				`It is ${quoted(given)}, the same for all items, because the expression in it returns nothing. Check the name of the field in the expression.`,
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
