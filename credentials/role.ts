import type { Role } from '../aws/clients/assumeRole';
import { number } from '../form/choices';
import { fieldOf } from '../form/field';
import type { Form } from '../form/form';
import { shownWhen } from '../form/variants';
import { line, optional, optionalId, refuse } from './readers';

/** Seconds; what STS allows. Source: AWS STS API Reference, AssumeRole. */
const SESSION_SECONDS = { min: 900, max: 43_200, default: 3600 };

const DEFAULT_SESSION_NAME = 'n8n';

const roleArn = line(
	'Role ARN',
	'roleArn',
	optionalId(
		/^(?=.{20,2048}$)arn:aws[a-z-]*:iam::\d{12}:role\/[\x21-\x7e]+$/,
		'is not the ARN of a role such as arn:aws:iam::111122223333:role/whatsapp-sender',
	),
	{
		example: 'arn:aws:iam::111122223333:role/whatsapp-sender',
		description:
			'The role to assume with these keys, in this or another AWS account. Leave empty to use the keys directly.',
	},
);

const externalId = line(
	'External ID',
	'externalId',
	optionalId(/^[\w+=,.@:/-]{2,1224}$/, 'must be 2 to 1,224 letters, digits or any of _+=,.@:/-'),
	{ example: '7f3c-example', description: "Only needed if the role's trust policy requires one" },
);

const sessionName = line(
	'Role Session Name',
	'roleSessionName',
	optionalId(/^[\w+=,.@-]{2,64}$/, 'must be 2 to 64 letters, digits or any of _+=,.@-'),
	{
		default: DEFAULT_SESSION_NAME,
		description: 'Session name shown in AWS CloudTrail for actions taken with the role',
	},
);

const { property: duration } = number('Session Duration (Seconds)', 'durationSeconds', {
	...SESSION_SECONDS,
	typeOptions: { numberPrecision: 0 },
	description:
		'How long a session lasts before n8n requests a new one, {min} to {max}. It cannot be longer than the role allows, or longer than 3,600 if the keys themselves come from a role.',
});

const durationSeconds = fieldOf(duration, (value, label) => {
	const { min, max, default: usual } = SESSION_SECONDS;
	const given = optional(value) || String(usual);
	const seconds = /^\d{1,6}$/.test(given) ? Number(given) : 0;
	return seconds >= min && seconds <= max
		? seconds
		: refuse(label, 'is not a whole number from 900 to 43,200');
});

/** Always empty: an empty field of this kind makes n8n call `preAuthentication` before every request. */
const assumedRole = fieldOf(
	{
		displayName: 'Assumed Role',
		name: 'assumedRole',
		type: 'hidden',
		typeOptions: { expirable: true },
		default: '',
	},
	() => undefined,
);

/**
 * Fields that n8n leaves out while 'Role ARN' is empty as it was typed. It does so before it
 * evaluates expressions: where they are there, the ARN was typed or was to come from an expression.
 */
const ofRole = shownWhen({ roleArn: [{ _cnd: { not: '' } }] }, [
	externalId,
	sessionName,
	durationSeconds,
]);

/** Signing with a role instead of with the keys themselves. */
export const roleFields = [roleArn, ...ofRole, assumedRole];

/**
 * The role to assume, if one is named. The rules are those of the AWS STS API Reference.
 *
 * @throws CredentialError that names the field that AWS would not accept, and where the role was to
 * come from an expression that returned nothing
 */
export function roleOf(form: Form): Role | undefined {
	const arn = roleArn.of(form);
	if (!arn && ofRole.some(({ property }) => form.isGiven(property.name))) {
		refuse(
			form.label(roleArn),
			'is set by an expression that returns nothing. The keys are not used instead of the role. Correct the expression, or clear the field',
		);
	}
	if (!arn) return undefined;
	return {
		arn,
		externalId: externalId.of(form),
		sessionName: sessionName.of(form) || DEFAULT_SESSION_NAME,
		durationSeconds: durationSeconds.of(form),
	};
}
