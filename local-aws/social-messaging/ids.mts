import { list, required, structure, text } from './members.mts';

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

/** Templates and flows alike have a number of Meta's for a name. */
export const metaId = text({ min: 1, max: 100, pattern: '[0-9]+' });

export const flowId = required(metaId);

export const templateName = text({ min: 1, max: 512 });

export const templateLanguage = text({ min: 1, max: 6 });

export const eventDestinations = list(
	structure({
		eventDestinationArn: required(
			text({ min: 0, max: 2048, pattern: 'arn:.*:[a-z-]+([/:](.*))?' }),
		),
		roleArn: text({ pattern: 'arn:.*:iam::\\d{12}:role\\/[a-zA-Z0-9+=,.@\\-_]+' }),
	}),
	{ min: 0, max: 1 },
);
