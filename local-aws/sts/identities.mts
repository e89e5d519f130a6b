import { createHash } from 'node:crypto';

export const region = 'eu-west-1';
export const accountId = '111122223333';

export interface AwsKeys {
	accessKeyId: string;
	secretAccessKey: string;
	sessionToken?: string;
}

/** Who a key belongs to, in the words of STS GetCallerIdentity. */
export interface Identity extends AwsKeys {
	arn: string;
	userId: string;
	expired: boolean;
}

/** Session tokens of real roles are this long, which matters when one is put into a URL. */
const sessionToken = (name: string): string =>
	Buffer.concat(
		Array.from({ length: 12 }, (_, part) =>
			createHash('sha256').update(`${name} ${part}`).digest(),
		),
	).toString('base64');

export const credentials = {
	accessKeyId: 'AKIALOCALAWSUSER0001',
	secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYlocalgood1',
};

export const temporary = {
	accessKeyId: 'ASIALOCALAWSROLE0001',
	secretAccessKey: 'je7MtGbClwBF/2Zp9Utk/h3yCo8nvbLOCALrole1',
	sessionToken: sessionToken('temporary'),
};

export const expired = {
	accessKeyId: 'ASIALOCALAWSROLE0002',
	secretAccessKey: 'je7MtGbClwBF/2Zp9Utk/h3yCo8nvbLOCALrole2',
	sessionToken: sessionToken('expired'),
};

const role = {
	arn: `arn:aws:sts::${accountId}:assumed-role/whatsapp-sender/n8n`,
	userId: 'AROALOCALAWSROLE00001:n8n',
};

export const identities: Identity[] = [
	{
		...credentials,
		arn: `arn:aws:iam::${accountId}:user/whatsapp-sender`,
		userId: 'AIDALOCALAWSUSER00001',
		expired: false,
	},
	{ ...temporary, ...role, expired: false },
	{ ...expired, ...role, expired: true },
];
