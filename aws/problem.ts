/**
 * The credential, or the request itself, does not allow signing. Recognised by its name, since the
 * credential and the node are separate bundles with a copy of this class each.
 */
export class CredentialProblem extends Error {
	static readonly NAME = 'AwsCredentialProblem';

	override readonly name = CredentialProblem.NAME;
}
