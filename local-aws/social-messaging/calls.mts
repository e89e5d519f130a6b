import { randomBytes } from 'node:crypto';
import type { InputOf } from './members.mts';
import { boolean, integer, list, required, structure, text } from './members.mts';
import type { RawMessage } from './message.mts';
import { conflict, invalidParameters } from './refusals.mts';

const time = required(
	structure({
		hours: required(integer({ min: 0, max: 23 })),
		minutes: required(integer({ min: 0, max: 59 })),
	}),
);

const days = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

const settingsMembers = {
	callEnabled: required(boolean()),
	callIconVisibility: text({ min: 1, max: 50 }),
	callbackPermissionStatus: text({ min: 1, max: 50 }),
	callHours: structure({
		enabled: required(boolean()),
		timezone: required(text({ min: 1, max: 100 })),
		weeklyOperatingHours: required(
			list(
				structure({
					dayOfWeek: required(text({ oneOf: days })),
					openTime: time,
					closeTime: time,
				}),
				{ min: 0, max: 14 },
			),
		),
		holidaySchedule: list(
			structure({
				date: required(text({ pattern: '[0-9]{4}-[0-9]{2}-[0-9]{2}' })),
				startTime: time,
				endTime: time,
			}),
			{ min: 0, max: 20 },
		),
	}),
};

export const callSettings = structure(settingsMembers);
export type CallSettings = InputOf<typeof settingsMembers>;

function isTimeZone(name: string): boolean {
	try {
		return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
	} catch {
		return false;
	}
}

export function checkCallSettings({ callHours }: CallSettings): void {
	if (callHours && !isTimeZone(callHours.timezone))
		throw invalidParameters(`(#100) Invalid parameter: '${callHours.timezone}' is no time zone.`);
}

/** Calls by the id Meta gives them, as far as anyone has acted on them. */
export class Calls {
	readonly #over = new Set<string>();

	/** The id of the call an event is about; a call that is only being made gets one now. */
	apply({ action, call_id: callId, to }: RawMessage): string {
		if (action === 'connect') {
			if (typeof to !== 'string' || to === '')
				throw invalidParameters("A call event with the action 'connect' needs the member 'to'.");
			return `wacid.${randomBytes(24).toString('base64url')}`;
		}
		if (
			typeof action !== 'string' ||
			!['pre_accept', 'accept', 'reject', 'terminate'].includes(action)
		)
			throw invalidParameters(`'${String(action)}' is no action of a call.`);
		if (typeof callId !== 'string' || callId === '')
			throw invalidParameters(`A call event with the action '${action}' needs a call_id.`);
		if (this.#over.has(callId)) throw conflict(`The call ${callId} is over.`);
		if (action === 'reject' || action === 'terminate') this.#over.add(callId);
		return callId;
	}

	reset(): void {
		this.#over.clear();
	}
}
