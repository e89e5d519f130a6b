import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { eventKinds } from '../../whatsapp/events/eventKinds.ts';
import { messageTypes } from '../../whatsapp/events/messageTypes.ts';

const folder = join(import.meta.dirname, '../../whatsapp/events/kinds');

describe('the kinds of events', () => {
	it('have one file each, named after the kind', () => {
		expect(readdirSync(folder).sort()).toEqual(
			eventKinds.map(({ kind }) => `${kind}.event.ts`).sort(),
		);
	});

	it('share no webhook field', () => {
		const fields = eventKinds.flatMap(({ webhookFields = [] }) => webhookFields);
		expect(fields.length).toBeGreaterThan(30);
		expect(new Set(fields).size).toBe(fields.length);
	});

	it('have webhook fields if, and only if, they can read them', () => {
		const unread = eventKinds.filter(
			({ read, webhookFields }) => (read === undefined) !== (webhookFields === undefined),
		);
		expect(unread).toEqual([]);
	});

	it("use the same option wherever the option's value is the same", () => {
		const options = new Set(eventKinds.map(({ triggerOn }) => triggerOn));
		expect(new Set([...options].map(({ value }) => value)).size).toBe(options.size);
	});
});

it('the types of received messages are unique', () => {
	expect(new Set(messageTypes.map(({ value }) => value)).size).toBe(messageTypes.length);
});
