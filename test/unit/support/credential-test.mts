import type { ICredentialTestRequest } from 'n8n-workflow';

/** "Error.Message[0]" and the like, as n8n looks them up in an answer. */
export function lookUp(answer: unknown, path: string): unknown {
	return path
		.split(/[.[\]]/)
		.filter((step) => step !== '')
		.reduce<unknown>((value, step) => {
			if (typeof value === 'string') return value[Number(step)];
			return typeof value === 'object' && value !== null
				? (value as Record<string, unknown>)[step]
				: undefined;
		}, answer);
}

/** The message of the first rule that the answer meets, which is what n8n shows; none is success. */
export function verdict(
	{ rules = [] }: ICredentialTestRequest,
	answer: unknown,
): string | undefined {
	for (const rule of rules) {
		if (rule.type !== 'responseSuccessBody') throw new Error(`unexpected rule ${rule.type}`);
		const { key, value, message } = rule.properties;
		if (lookUp(answer, key) === value) return message;
	}
	return undefined;
}
