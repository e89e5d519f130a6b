import type { Field } from '../../form/field';
import type { TextRule } from '../../form/rule';
import { locator, type TypedMode } from '../../form/locator';

/**
 * A kind of thing of the service, by the word in its IDs and ARNs.
 *
 * @param notIds what else people take for its ID
 */
const idKind = (word: string, example: string, thing: string, notIds: string) => ({
	thing,
	notIds,
	id: `${word}-[0-9a-zA-Z]+`,
	arn: `arn:.+:${word}/[0-9a-zA-Z]+`,
	idExample: `${word}-${example}`,
	arnExample: `arn:aws:social-messaging:eu-west-1:111122223333:${word}/${example}`,
});

type IdKind = ReturnType<typeof idKind>;

const PHONE_NUMBER = idKind(
	'phone-number-id',
	'976c72a700aa43ff95ae376ee4c530d9',
	'phone number',
	"The number itself or Meta's ID",
);
const BUSINESS_ACCOUNT = idKind(
	'waba',
	'fb2594b8a7974770b128a409e2f6f4f1',
	'business account',
	"Meta's ID",
);

const modesOf = ({ id, arn, idExample, arnExample, thing, notIds }: IdKind): TypedMode[] => [
	{
		displayName: 'By ID',
		name: 'id',
		pattern: id,
		example: idExample,
		hint: `This is not the AWS ID of a ${thing}, which looks like ${idExample}. ${notIds} cannot be used here.`,
	},
	{
		displayName: 'By ARN',
		name: 'arn',
		pattern: arn,
		example: arnExample,
		hint: `This is not the ARN of a ${thing}, e.g. ${arnExample}.`,
	},
];

/** IDs as AWS's service model has them: the short form or the ARN, 1 to 115 characters. */
function idRule({ id, arn }: IdKind, format: string): TextRule {
	const pattern = new RegExp(`^(${id}|${arn})$`);
	return { required: true, maxLength: 115, by: 'AWS', pattern, format };
}

export const PHONE_NUMBER_RULE = idRule(
	PHONE_NUMBER,
	"the AWS ID of the phone number (phone-number-id-…) or its ARN, neither the number itself nor Meta's ID",
);

export const BUSINESS_ACCOUNT_RULE = idRule(
	BUSINESS_ACCOUNT,
	"the AWS ID of the business account (waba-…) or its ARN, not Meta's ID",
);

const phoneNumberField = (displayName: string, name: string, description: string) =>
	locator(
		{
			displayName,
			name,
			description,
			searchListMethod: 'searchPhoneNumbers',
			typed: modesOf(PHONE_NUMBER),
		},
		PHONE_NUMBER_RULE,
	);

/** The phone number that sends, and that media belong to. */
export const originationPhoneNumber = phoneNumberField(
	'Your Phone Number',
	'originationPhoneNumberId',
	'Your own WhatsApp phone number in AWS',
);

/** The same as a filter, where all are meant if it is empty. */
export const onlyOfPhoneNumber = locator(
	{
		displayName: 'Your Phone Number',
		name: 'originationPhoneNumberId',
		description: 'Only files that were uploaded for this WhatsApp phone number',
		searchListMethod: 'searchPhoneNumbers',
		typed: modesOf(PHONE_NUMBER),
		isOptional: true,
	},
	{ ...PHONE_NUMBER_RULE, required: false },
);

/** A phone number as the thing that is asked for. */
export const phoneNumber = phoneNumberField(
	'Phone Number',
	'phoneNumberId',
	'The WhatsApp phone number in AWS',
);

/** The choice of a business account, in the words of what it is chosen for. */
export const businessAccountField = (
	description: string,
	rule: TextRule = BUSINESS_ACCOUNT_RULE,
): Field<string> =>
	locator(
		{
			displayName: 'Business Account',
			name: 'businessAccountId',
			description,
			searchListMethod: 'searchBusinessAccounts',
			typed: modesOf(BUSINESS_ACCOUNT),
		},
		rule,
	);

export const businessAccount = businessAccountField(
	'The WhatsApp Business Account (WABA) that is linked to AWS',
);

/** What can have tags. AWS takes nothing but the ARN here. */
export const taggedResource = locator(
	{
		displayName: 'Tagged Resource',
		name: 'resourceArn',
		description: 'The business account or phone number that has the tags',
		searchListMethod: 'searchTaggedResources',
		typed: [
			{
				displayName: 'By ARN',
				name: 'arn',
				pattern: 'arn:.+:(waba|phone-number-id)/[0-9a-zA-Z]+',
				example: BUSINESS_ACCOUNT.arnExample,
				hint: 'This is not the ARN of a business account or of a phone number. The short ID is not enough here.',
			},
		],
	},
	{
		maxLength: 2048,
		by: 'AWS',
		pattern: /^arn:.+:(waba|phone-number-id)\/[0-9a-zA-Z]+$/,
		format: 'the ARN of a business account or of a phone number (arn:…), not the short ID',
	},
);
