import type { Resource } from '../../request/operation';
import { markAsRead } from './markAsRead.operation';
import { send } from './send.operation';

export const message: Resource = {
	name: 'Message',
	value: 'message',
	operations: [markAsRead, send],
	startsWith: send,
};
