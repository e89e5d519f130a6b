import { alphabetically } from '../../form/order';
import type { EventKind, TriggerOption } from './event';
import * as kinds from './kinds';

/** All kinds of events, but for "unknown", which is what none of them reads. */
export const eventKinds: EventKind[] = Object.values(kinds);

/** Asks for all kinds, the unknown one too. */
export const everything: TriggerOption = {
	name: 'Everything',
	value: 'everything',
	description: 'All events, including ones that WhatsApp adds in the future',
};

/** The options of 'Trigger On'. */
export const triggerOptions: TriggerOption[] = [
	everything,
	...new Set(eventKinds.map(({ triggerOn }) => triggerOn)),
].sort((a, b) => alphabetically(a.name, b.name));
