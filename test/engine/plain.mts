import type * as N8nWorkflow from 'n8n-workflow';

import type { EngineError, Json } from './protocol.mts';

/** Plain data as n8n stores it with an execution: no functions, no cycles, nothing undefined. */
export function toPlain(workflow: typeof N8nWorkflow, value: unknown): unknown {
	if (value === undefined) return undefined;
	return JSON.parse(workflow.jsonStringify(value, { replaceCircularRefs: true }));
}

function text(value: unknown): string | undefined {
	return value === undefined || value === null ? undefined : String(value);
}

/** The parts of an n8n error that users see, plus its context. Errors of a finished run are plain objects already. */
export function toEngineError(workflow: typeof N8nWorkflow, thrown: unknown): EngineError {
	const error: Json = typeof thrown === 'object' && thrown !== null ? { ...thrown } : {};
	const { name, message, stack } =
		thrown instanceof Error || typeof thrown === 'object'
			? (thrown as Partial<Error>)
			: { message: thrown };
	const context = error.context as { itemIndex?: number } | undefined;
	return {
		name: text(name) ?? 'Error',
		message: text(message) ?? '',
		description: text(error.description),
		httpCode: text(error.httpCode),
		itemIndex: context?.itemIndex,
		context: toPlain(workflow, context),
		stack: text(stack),
	};
}
