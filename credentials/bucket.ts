import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Bucket } from '../aws/store/store';
import { endpointsOf } from './endpoints';
import { keysOf } from './keys';
import { formOf, line, optionalId, unlessNothing } from './readers';
import { roleOf } from './role';

/** The bucket for files and for what has to be remembered; n8n gives null for an expression without a result. */
export const bucketName = unlessNothing(
	line(
		'Bucket Name',
		'bucketName',
		optionalId(
			/^(?=.{3,63}$)[a-z0-9][a-z0-9.-]*[a-z0-9]$/,
			'is not the name of an S3 bucket: 3 to 63 lowercase letters, digits, periods and hyphens',
		),
		{
			example: 'my-whatsapp-media',
			description:
				"S3 bucket in the same AWS account and region. The nodes use it for files where 'Bucket Name' is left empty, and to remember what has been sent, uploaded and received.",
		},
	),
	(value) => value === undefined || value === null,
);

/** The bucket that a credential names, if it does. @throws CredentialError */
export function bucketOf(credential: ICredentialDataDecryptedObject): Bucket | undefined {
	const form = formOf(credential);
	const name = bucketName.of(form);
	if (!name) return undefined;
	const { accessKeyId } = keysOf(form);
	const id = JSON.stringify([name, accessKeyId, roleOf(form)?.arn, endpointsOf(form)]);
	return { name, id };
}
