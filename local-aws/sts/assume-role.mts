import { AwsError } from '../http/aws-error.mts';
import type { Identity } from './identities.mts';
import { accountId } from './identities.mts';
import { assumableRoles } from './roles.mts';
import type { Role } from './roles.mts';
import type { IssuedKeys, Sessions } from './sessions.mts';
import { integer, readInput, required, text } from '../social-messaging/members.mts';
import type { InputOf } from '../social-messaging/members.mts';

const members = {
	roleArn: required(text({ min: 20, max: 2048 })),
	roleSessionName: required(text({ min: 2, max: 64, pattern: '[\\w+=,.@-]*' })),
	externalId: text({ min: 2, max: 1224, pattern: '[\\w+=,.@:\\/-]*' }),
	durationSeconds: integer({ min: 900, max: 43_200 }),
};

const hour = 3600;

/** STS has its own names for what is wrong with an input. */
const errorNames: Record<string, string> = {
	ValidationException: 'ValidationError',
	SerializationException: 'MalformedInput',
};

function read(parameter: (name: string) => string | undefined): InputOf<typeof members> {
	const values = Object.fromEntries(
		Object.keys(members).map((name) => [
			name,
			parameter(name.replace(/^./, (letter) => letter.toUpperCase())),
		]),
	);
	try {
		return readInput(members, values, 'query');
	} catch (error) {
		if (!(error instanceof AwsError)) throw error;
		throw new AwsError(400, errorNames[error.name] ?? error.name, error.message);
	}
}

function checkDuration(role: Role, caller: Identity, durationSeconds: number): void {
	const refuse = (text: string): AwsError => new AwsError(400, 'ValidationError', text);
	if (caller.arn.includes(':assumed-role/') && durationSeconds > hour)
		throw refuse(
			'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
		);
	if (durationSeconds > role.maxSessionSeconds)
		throw refuse('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.');
}

export interface AssumedRole {
	user: { Arn: string; AssumedRoleId: string };
	keys: IssuedKeys;
}

/** Gives the caller a session of a role, if the role's trust policy lets it. */
export function assumeRole(
	parameter: (name: string) => string | undefined,
	caller: Identity,
	sessions: Sessions,
): AssumedRole {
	const input = read(parameter);
	if (!/^arn:aws[a-z-]*:iam::\d{12}:role\/.+$/.test(input.roleArn))
		throw new AwsError(400, 'ValidationError', `${input.roleArn} is invalid`);
	const role = assumableRoles.find(({ arn }) => arn === input.roleArn);
	// Whether the role exists is nobody else's business, so both answers are the same.
	if (!role || (role.externalId !== undefined && role.externalId !== input.externalId))
		throw new AwsError(
			403,
			'AccessDenied',
			`User: ${caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${input.roleArn}`,
		);
	const durationSeconds = input.durationSeconds ?? hour;
	checkDuration(role, caller, durationSeconds);
	const user = {
		Arn: `arn:aws:sts::${accountId}:assumed-role/${role.name}/${input.roleSessionName}`,
		AssumedRoleId: `${role.uniqueId}:${input.roleSessionName}`,
	};
	const keys = sessions.issue({ arn: user.Arn, userId: user.AssumedRoleId }, durationSeconds);
	return { user, keys };
}
