import type { INodeProperties } from 'n8n-workflow';
import type { MemberField } from '../request/operation';
import type { TextRule } from '../request/rule';

/** The same field in the query or the body of different operations. */
type Placement = Pick<MemberField, 'location'> & Partial<Pick<MemberField, 'member'>>;

interface Locator {
	displayName: string;
	name: string;
	description: string;
	searchListMethod: string;
	idPattern: string;
	idPlaceholder: string;
	arnPattern: string;
	arnPlaceholder: string;
}

function locator(field: Locator): INodeProperties {
	return {
		displayName: field.displayName,
		name: field.name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		description: field.description,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: field.searchListMethod, searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: `e.g. ${field.idPlaceholder}`,
				validation: [
					{
						type: 'regex',
						properties: {
							regex: `^${field.idPattern}$`,
							errorMessage: `This is not an AWS ID. It looks like ${field.idPlaceholder} and is neither the number itself nor Meta's ID.`,
						},
					},
				],
			},
			{
				displayName: 'By ARN',
				name: 'arn',
				type: 'string',
				placeholder: `e.g. ${field.arnPlaceholder}`,
				validation: [
					{
						type: 'regex',
						properties: {
							regex: `^${field.arnPattern}$`,
							errorMessage: `This is not an ARN of this kind. It looks like ${field.arnPlaceholder}.`,
						},
					},
				],
			},
		],
	};
}

const PHONE_NUMBER_PATTERN = {
	id: 'phone-number-id-[0-9a-zA-Z]+',
	arn: 'arn:.+:phone-number-id/[0-9a-zA-Z-]+',
};

const BUSINESS_ACCOUNT_PATTERN = {
	id: 'waba-[0-9a-zA-Z]+',
	arn: 'arn:.+:waba/[0-9a-zA-Z-]+',
};

/** IDs as AWS's service model has them: the short form or the ARN, 1 to 115 characters. */
function idRule({ id, arn }: { id: string; arn: string }, format: string): TextRule {
	return { required: true, maxLength: 115, pattern: new RegExp(`^(${id}|${arn})$`), format };
}

export const PHONE_NUMBER_RULE = idRule(
	PHONE_NUMBER_PATTERN,
	"the AWS ID of the phone number (phone-number-id-…) or its ARN, neither the number itself nor Meta's ID",
);

export const BUSINESS_ACCOUNT_RULE = idRule(
	BUSINESS_ACCOUNT_PATTERN,
	"the AWS ID of the business account (waba-…) or its ARN, not Meta's ID",
);

const phoneNumberLocator = {
	searchListMethod: 'searchPhoneNumbers',
	idPattern: PHONE_NUMBER_PATTERN.id,
	idPlaceholder: 'phone-number-id-976c72a700aa43ff95ae376ee4c530d9',
	arnPattern: PHONE_NUMBER_PATTERN.arn,
	arnPlaceholder:
		'arn:aws:social-messaging:eu-west-1:111122223333:phone-number-id/976c72a700aa43ff95ae376ee4c530d9',
};

/** The phone number that sends, and that media belong to. */
export function originationPhoneNumber({
	location,
	member = 'originationPhoneNumberId',
}: Placement): MemberField {
	return {
		location,
		member,
		rule: PHONE_NUMBER_RULE,
		property: locator({
			...phoneNumberLocator,
			displayName: 'Your Phone Number',
			name: 'originationPhoneNumberId',
			description: 'Your WhatsApp phone number in AWS that sends, or that the media belong to',
		}),
	};
}

/** A phone number as the thing that is asked for. */
export function phoneNumber({ location, member = 'id' }: Placement): MemberField {
	return {
		location,
		member,
		rule: PHONE_NUMBER_RULE,
		property: locator({
			...phoneNumberLocator,
			displayName: 'Phone Number',
			name: 'phoneNumberId',
			description: 'The WhatsApp phone number in AWS',
		}),
	};
}

export function businessAccount({ location, member = 'id' }: Placement): MemberField {
	return {
		location,
		member,
		rule: BUSINESS_ACCOUNT_RULE,
		property: locator({
			displayName: 'Business Account',
			name: 'businessAccountId',
			description: 'The WhatsApp Business Account (WABA) that is linked to AWS',
			searchListMethod: 'searchBusinessAccounts',
			idPattern: BUSINESS_ACCOUNT_PATTERN.id,
			idPlaceholder: 'waba-fb2594b8a7974770b128a409e2f6f4f1',
			arnPattern: BUSINESS_ACCOUNT_PATTERN.arn,
			arnPlaceholder:
				'arn:aws:social-messaging:eu-west-1:111122223333:waba/fb2594b8a7974770b128a409e2f6f4f1',
		}),
	};
}
