import type { Resource } from '../../request/operation';
import { send } from './send.operation';

export const message: Resource = {
	name: 'Message',
	value: 'message',
	operations: [send],
	startsWith: send,
};
