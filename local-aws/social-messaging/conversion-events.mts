import { isObject } from './message.mts';
import { invalidParameters } from './refusals.mts';

const most = 1000;
const oldest = 7 * 24 * 3600;

function parse(bytes: Buffer): unknown {
	try {
		return JSON.parse(bytes.toString());
	} catch {
		throw invalidParameters('The eventData is not valid JSON.');
	}
}

function problemOf(event: unknown): string | undefined {
	if (!isObject(event)) return 'it must be an object';
	if (typeof event.event_name !== 'string' || event.event_name === '')
		return 'event_name is missing';
	const age = Date.now() / 1000 - Number(event.event_time);
	// A minute for clocks that do not agree.
	if (typeof event.event_time !== 'number' || age > oldest || age < -60)
		return 'event_time must be within the last seven days';
	if (event.action_source !== 'business_messaging')
		return "action_source must be 'business_messaging'";
	if (event.messaging_channel !== 'whatsapp') return "messaging_channel must be 'whatsapp'";
	if (!isObject(event.user_data)) return 'user_data is missing';
	return undefined;
}

/** Refuses what Meta's Conversions API would. */
export function checkConversionEvents(bytes: Buffer): void {
	const json = parse(bytes);
	const events = isObject(json) ? json.data : undefined;
	if (!Array.isArray(events) || events.length < 1 || events.length > most)
		throw invalidParameters(`The eventData must have a list 'data' of 1 to ${most} events.`);
	for (const [index, event] of events.entries()) {
		const problem = problemOf(event);
		if (problem !== undefined)
			throw invalidParameters(`(#100) Invalid parameter: data[${index}]: ${problem}.`);
	}
}
