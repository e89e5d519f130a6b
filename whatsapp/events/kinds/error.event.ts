import type { EventKind } from '../event';
import { message } from './message.event';

/** Errors that belong to no message, status or call. They come with what asks for messages. */
export const error: EventKind = { kind: 'error', triggerOn: message.triggerOn };
