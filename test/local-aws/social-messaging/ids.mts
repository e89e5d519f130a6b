import { required, text } from './members.mts';

/** The members that name something, with the service model's own constraints. */
export const businessAccountId = required(
	text({ min: 1, max: 115, pattern: '.*(^waba-.*$)|(^arn:.*:waba/[0-9a-zA-Z]+$).*' }),
);

export const phoneNumberId = required(
	text({
		min: 1,
		max: 115,
		pattern: '.*(^phone-number-id-.*$)|(^arn:.*:phone-number-id/[0-9a-zA-Z]+$).*',
	}),
);

export const mediaId = required(text({ min: 1, max: 100, pattern: '[A-Za-z0-9]+' }));
