import { eventsIn } from '../../../whatsapp/events/events.ts';
import { HOSTILE_TEXTS } from '../support/hostile.mts';
import { FORMS, postOf, withEntry } from './forms.mts';
import { contact, entryOf, metadata, partOf, published, webhookOf } from './published.mts';
import { SAMPLES } from './samples.mts';
import { jsonOf, nodesOf, withAdded, withAt, type Json, type Path } from './trees.mts';

const MARKER = 'marker §';

/** Every way in which a marker can stand at a place, or beside what is there. */
const markedAt = (whole: Json, path: Path, value: Json): Json[] =>
	[
		MARKER,
		[MARKER],
		[[MARKER]],
		{ news: MARKER },
		{ [MARKER]: [] },
		...[MARKER, [MARKER], { news: MARKER }].flatMap((added) => withAdded(value, added)),
	].map((replacement) => withAt(whole, path, replacement));

const originalsIn = (post: string) =>
	JSON.stringify(eventsIn(post).map(({ original }) => original));

/** The places at which a marker gets lost, each with what was published. */
function lostIn(whole: Json): string[] {
	const lost: string[] = [];
	for (const [path, part] of nodesOf(whole)) {
		for (const marked of markedAt(whole, path, part)) {
			const post = postOf(marked);
			if (!originalsIn(post).includes(MARKER)) lost.push(`${path.join('.')}: ${post}`);
		}
	}
	return lost;
}

const entryOfSample = ({ field, value }: (typeof SAMPLES)[number]) =>
	jsonOf({ ...entryOf(field, value), time: 1795509654 });

describe('every part of a payload is in an original', () => {
	it.each(SAMPLES)('if it reports $name', (sample) => {
		expect(lostIn(withEntry(entryOfSample(sample)))).toEqual([]);
	});

	it.each(FORMS)('if its entry comes %s', (_name, form) => {
		for (const sample of SAMPLES.slice(0, 2))
			expect(lostIn(form(entryOfSample(sample)))).toEqual([]);
	});
});

describe('what comes with the events of a change', () => {
	const message = { id: 'wamid.1', from: contact.wa_id, type: 'text', text: { body: 'x' } };
	const told = (field: string, value: object) =>
		eventsIn(published(entryOf(field, { messaging_product: 'whatsapp', metadata, ...value }))).map(
			({ kind, original }) => [kind, partOf(original)],
		);

	it('is nothing if there are only the usual members', () => {
		const value = { contacts: [contact], messages: [message], statuses: [], errors: null };
		expect(told('messages', value)).toEqual([['message', message]]);
	});

	it('comes in an item of kind unknown', () => {
		const polls = [{ id: 7 }];
		expect(told('messages', { messages: [message], polls })).toEqual([
			['message', message],
			['unknown', { polls }],
		]);
		expect(told('calls', { calls: [{ id: 'wacid.1' }], transcripts: [] })).toEqual([
			['call', { id: 'wacid.1' }],
			['unknown', { transcripts: [] }],
		]);
	});

	it('is in the original of each of them if it is about all of them', () => {
		const usual = { messaging_product: 'whatsapp', metadata };
		const value = {
			...usual,
			messages: [message, { ...message, id: 'wamid.2' }],
			errors: [{ code: 1 }],
		};
		const [first, second, error] = eventsIn(published(entryOf('messages', value)));
		expect(first?.original).toEqual({ ...message, webhook: webhookOf('messages', usual) });
		expect(second?.original).toMatchObject({ id: 'wamid.2', webhook: { value: usual } });
		expect(error?.original).toEqual({
			...usual,
			errors: [{ code: 1 }],
			webhook: webhookOf('messages'),
		});
	});

	it('is reported with the same number and account as the events', () => {
		const value = { metadata, messages: [message], polls: [7] };
		const [first, second] = eventsIn(published(entryOf('messages', value)));
		expect(second).toMatchObject({
			kind: 'unknown',
			field: 'messages',
			originationPhoneNumberId: first?.originationPhoneNumberId,
			phoneNumber: first?.phoneNumber,
			businessAccountId: first?.businessAccountId,
		});
	});

	it('is an event like any other if it is an object instead of a list', () => {
		const status = { id: 'wamid.2', status: 'sent' };
		expect(told('messages', { messages: message, statuses: [status] })).toEqual([
			['message', message],
			['status', status],
		]);
		expect(told('calls', { calls: { id: 'wacid.1' }, statuses: [{ id: 'wacid.2' }] })).toEqual([
			['call', { id: 'wacid.1' }],
			['call', { id: 'wacid.2' }],
		]);
	});

	it('says what went wrong if errors are texts', () => {
		const value = { messages: [message], errors: ['It broke', { code: 1 }] };
		expect(eventsIn(published(entryOf('messages', value)))[1]).toMatchObject({
			kind: 'error',
			errors: [{ title: 'It broke' }, { code: 1 }],
			original: { errors: value.errors },
		});
	});
});

describe('the original of something that is not an object, or has a reserved member', () => {
	it.each([
		['a text', 'x'],
		['a number', 7],
		['a list', [1, 2]],
		['a member of that name', { webhook: 'x', id: 7 }],
		['nothing', null],
	])('contains it with its surroundings: %s', (_name, part) => {
		const [event] = eventsIn(published(entryOf('messages', { metadata, messages: [part] })));
		expect(event?.original).toEqual({
			value: part,
			webhook: webhookOf('messages', { metadata }),
		});
	});

	it('is unchanged without surroundings', () => {
		expect(eventsIn('Hello')[0]?.original).toBe('Hello');
		expect(eventsIn('{"a":1}')[0]?.original).toEqual({ a: 1 });
	});
});

describe('a hostile payload', () => {
	const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
	const inEvent = (entry: string) => JSON.stringify({ whatsAppWebhookEntry: entry });
	const inMessage = (json: string) =>
		inEvent(
			`{"changes":[{"field":"messages","value":{"messages":[{"id":"wamid.1","type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"response_json":${JSON.stringify(json)}}}}]}}]}`,
		);
	const value = (json: string) => inEvent(`{"changes":[{"field":"messages","value":${json}}]}`);

	it.each([
		['no JSON', '{'],
		['numbers', '1e400'],
		['200,000 levels', deep(200_000)],
		['200,000 levels in an entry', inEvent(deep(200_000))],
		['200,000 levels in an answer of a Flow', inMessage(deep(200_000))],
		['more levels than n8n keeps, as a value', value(deep(5_000))],
		['a million members', value(`[${'0,'.repeat(1_000_000)}0]`)],
		['ten thousand messages', value(`{"messages":[${'{},'.repeat(10_000)}{}]}`)],
		['a name of a megabyte', value(`{"${'x'.repeat(1_000_000)}":1,"messages":[{}]}`)],
		['prototypes', value('{"__proto__":{"messages":[{}]},"constructor":{"prototype":{"x":1}}}')],
		['a field of a megabyte', `{"changes":[{"field":"${'x'.repeat(1_000_000)}","value":1}]}`],
		['values that serialize themselves', value('{"toJSON":1,"messages":[{"toJSON":{}}]}')],
		...HOSTILE_TEXTS.map(([name, text]): [string, string] => [name, text]),
	])('becomes items that can be kept: %s', (_name, post) => {
		const events = eventsIn(post);
		expect(events.length).toBeGreaterThan(0);
		expect(() => JSON.stringify(events)).not.toThrow();
		expect(Object.keys(Object.prototype)).toEqual([]);
		expect(events.filter(({ dedupeKey }) => dedupeKey.length > 512)).toEqual([]);
	});

	const NONSENSE: Json[] = [null, true, 0, -1, 1e308, '', 'x', [], [null], {}, { x: {} }];

	it.each(SAMPLES)('is read wherever there is nonsense in $name', ({ field, value: sample }) => {
		const whole = withEntry(jsonOf(entryOf(field, sample)));
		for (const [path] of nodesOf(whole)) {
			for (const nonsense of NONSENSE) {
				const events = eventsIn(postOf(withAt(whole, path, nonsense)));
				if (events.length === 0 || events.some((each) => !('original' in each)))
					throw new Error(`${path.join('.')}: ${JSON.stringify(nonsense)}`);
			}
		}
	});
});
