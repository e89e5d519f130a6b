import type { INodeProperties } from 'n8n-workflow';

/** A sentence in the panel that one has to have read before running the operation. */
export function notice(name: string, sentence: string): INodeProperties {
	const displayName = sentence;
	return { displayName, name, type: 'notice', default: '' };
}
