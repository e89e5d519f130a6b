import { accountId } from './identities.mts';

export interface Role {
	arn: string;
	name: string;
	uniqueId: string;
	/** What the role's trust policy asks for, if anything. */
	externalId?: string;
	maxSessionSeconds: number;
}

function role(path: string, facts: Omit<Role, 'arn' | 'name'>): Role {
	return {
		...facts,
		arn: `arn:aws:iam::${accountId}:role/${path}`,
		name: path.slice(path.lastIndexOf('/') + 1),
	};
}

const hour = 3600;

export const assumableRoles: Role[] = [
	role('whatsapp-sender', { uniqueId: 'AROALOCALAWSROLE00001', maxSessionSeconds: 12 * hour }),
	role('partner', {
		uniqueId: 'AROALOCALAWSROLE00002',
		externalId: 'partner-4711',
		maxSessionSeconds: 12 * hour,
	}),
	role('messaging/eu/notifier', { uniqueId: 'AROALOCALAWSROLE00003', maxSessionSeconds: hour }),
];

export const roles = {
	/** Anyone in the account may assume it. */
	sender: `arn:aws:iam::${accountId}:role/whatsapp-sender`,
	/** Only for those who know the external id. */
	partner: { arn: `arn:aws:iam::${accountId}:role/partner`, externalId: 'partner-4711' },
	/** Has a path in its ARN, and sessions of an hour at most. */
	withPath: `arn:aws:iam::${accountId}:role/messaging/eu/notifier`,
};
