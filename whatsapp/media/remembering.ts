import { flag } from '../../form/choices';

/** Undefined where nobody has said anything: then uploads are remembered if there is a place for it. */
export const rememberForCleanUp = flag('Remember for Clean Up', 'rememberForCleanUp', {
	default: true,
	optional: true,
	description:
		"Whether to record the upload so that 'Clean Up' can delete it later. Defaults to true if the AWS credential names a bucket, which is where the records are kept.",
});
