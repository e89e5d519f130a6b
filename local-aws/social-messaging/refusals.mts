import { AwsError } from '../http/aws-error.mts';

export function invalidParameters(text: string): AwsError {
	return new AwsError(400, 'InvalidParametersException', text);
}

export function notFound(what: string): AwsError {
	return new AwsError(404, 'ResourceNotFoundException', `${what} was not found.`);
}

export function conflict(text: string): AwsError {
	return new AwsError(409, 'ConflictException', text);
}

/** Meta's way to say what is wrong, which AWS passes on. */
export function metaRefusal(title: string, text: string): AwsError {
	return invalidParameters(`(#100) Invalid parameter: ${title}. ${text}`);
}
