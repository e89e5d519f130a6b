import type { AwsKeys } from '../aws/transport/signing';
import { firstMatching } from '../form/characters';
import type { Form } from '../form/form';
import type { Read } from '../form/readers';
import { line, needed, pasted, refuse } from './readers';

/** All that AWS makes keys and tokens of, and more: whatever can be seen and is neither a space nor a quote. */
const NOT_IN_KEYS = /[^!#-&(-_a-~]/u;

/**
 * A key or a token. A character that came along when it was pasted makes AWS say that the secret does
 * not belong to its access key, so it is named. Nothing else of the value is told.
 */
const key: Read<string> = (value, label) => {
	const text = pasted(value, label);
	const stranger = firstMatching(text, NOT_IN_KEYS);
	if (stranger) {
		refuse(
			label,
			`contains ${stranger.name} at position ${stranger.position} of ${[...text].length}, which no AWS key contains. Copy it again, or retype that character`,
		);
	}
	return text;
};

const accessKeyId = line('Access Key ID', 'accessKeyId', needed(key), {
	required: true,
	example: 'AKIA…',
});

const secretAccessKey = line('Secret Access Key', 'secretAccessKey', needed(key), {
	required: true,
	typeOptions: { password: true },
});

const sessionToken = line('Session Token', 'sessionToken', key, {
	typeOptions: { password: true },
	description: 'Only for temporary credentials, whose access key ID begins with ASIA',
});

/** The keys with which the credential signs. */
export const keyFields = [accessKeyId, secretAccessKey, sessionToken];

/** @throws CredentialError that names the key that is missing, or that AWS cannot have made */
export const keysOf = (form: Form): AwsKeys => ({
	accessKeyId: accessKeyId.of(form),
	secretAccessKey: secretAccessKey.of(form),
	sessionToken: sessionToken.of(form) || undefined,
});
