import { eventsIn } from '../../../whatsapp/events/events.ts';
import { seededRandom } from '../../../local-aws/index.mts';
import { rounds } from '../support/rounds.mts';
import { META_NUMBER, published, WABA } from './published.mts';
import { SAMPLES } from './samples.mts';
import { isObject, jsonOf, nodesOf, shuffled, withAt, type Json, type Path } from './trees.mts';

const PAIRS = rounds(10_000);
const SEED = 14;

/**
 * What identifies an event, by Meta's names and where they stand in an entry: where these differ, it is another
 * event. Messages have WhatsApp's ID, whose they are, and all that says who and which. Statuses and calls
 * have an ID, and all that says what became of what for whom. Everything else is known by all of its
 * content, whose it is, and when Meta told it: a conversation of the history by all of its messages.
 */
const WHO_OR_WHICH = /(^|_)(id|from|to|input|phone_number|recipient|participant)$/;
const OWNER = /^(\.id|\.changes\.0\.(field|value\.metadata\..*))$/;
const KNOWN_BY_MESSAGE = /^\.changes\.0\.value\.(standby\.)?(messages|message_echoes)\./;
const TELLINGS_OF_STATUS =
	/\.statuses\.\d+\.(timestamp|conversation|pricing|biz_opaque_callback_data)(\.|$)/;
const WORDING_OF_ERROR = /\.statuses\.\d+\.errors\.\d+\.(title|message|error_data|href)/;
const TELLINGS_OF_CALL = /\.calls\.\d+\.timestamp$/;
const BESIDE_EVENTS =
	/\.value\.(messaging_product|conversation_context|(standby\.)?contacts)(\.|$)/;

const placeOf = (path: Path) => `.${path.join('.')}`;

const saysWhoOrWhich = (path: Path) =>
	WHO_OR_WHICH.test(String(path.findLast((part) => typeof part === 'string')));

const hasList = (entry: Json, names: RegExp) =>
	nodesOf(entry).some(([path, value]) => Array.isArray(value) && names.test(placeOf(path)));

function bearsIdentity(path: Path, entry: Json): boolean {
	const place = placeOf(path);
	if (BESIDE_EVENTS.test(place)) return false;
	if (nodesOf(entry).some(([other]) => KNOWN_BY_MESSAGE.test(placeOf(other))))
		return OWNER.test(place) || (KNOWN_BY_MESSAGE.test(place) && saysWhoOrWhich(path));
	if (hasList(entry, /\.(statuses|calls)$/) && place === '.time') return false;
	return ![TELLINGS_OF_STATUS, WORDING_OF_ERROR, TELLINGS_OF_CALL].some((known) =>
		known.test(place),
	);
}

const entries = SAMPLES.map(({ field, value }) =>
	jsonOf({ id: WABA, time: 1795509654, changes: [{ field, value }] }),
);
const random = seededRandom(SEED);
const below = (limit: number) => Math.floor(random() * limit);
function oneOf<T>(values: T[]): T {
	const value = values[below(values.length)];
	if (value === undefined) throw new Error('nothing to choose from');
	return value;
}

const keysOf = (content: string) =>
	eventsIn(content)
		.map(({ dedupeKey }) => dedupeKey)
		.sort();

/** Another value than this one, sometimes one that is told apart only by looking closely. */
function another(path: Path, value: Json): Json {
	const words = String(value);
	const texts = [
		`${words}:`,
		`${words}x`,
		`:${words}`,
		`${words} `,
		words.slice(1),
		`${words}:failed`,
	];
	// AWS names the account as well, so an entry without a valid ID has the same.
	return oneOf<Json>(path[0] === 'id' ? texts : [...texts, { id: value }, [value]]);
}

/** The keys of each entry when it is published by itself. */
const keysByEntry = new Map(entries.map((entry) => [entry, keysOf(published(entry))]));
const ownKeysOf = (entry: Json) => keysByEntry.get(entry) ?? [];

const allLeaves = entries.flatMap((entry) =>
	nodesOf(entry)
		.filter(([, value]) => typeof value !== 'object' || value === null)
		.map(([path, value]) => ({ entry, path, value })),
);

/** The leaves of all entries that identify an event. */
const leaves = allLeaves.filter(({ entry, path }) => bearsIdentity(path, entry));

describe('two events', () => {
	it('that differ in one identifying value have keys of their own', () => {
		const tested = new Set<string>();
		const keysByPost = new Map<string, string[]>();
		for (let pair = 0; pair < PAIRS; pair++) {
			const { entry, path, value } = leaves[pair] ?? oneOf(leaves);
			const other = withAt(entry, path, another(path, value));
			const post = published(other);
			const keys = keysByPost.get(post) ?? keysOf(post);
			keysByPost.set(post, keys);
			if (ownKeysOf(entry).some((key) => keys.includes(key)))
				throw new Error(`${path.join('.')}: ${JSON.stringify([entry, other])}`);
			tested.add(`${entries.indexOf(entry)} ${path.join('.')}`);
		}
		expect(tested.size).toBe(leaves.length);
		expect(leaves.length).toBeGreaterThan(400);
	});

	it('are distinguished by everything that says who or which, except what may differ next time', () => {
		const others = allLeaves.filter(
			({ entry, path }) => saysWhoOrWhich(path) && !bearsIdentity(path, entry),
		);
		expect([...new Set(others.map(({ path }) => placeOf(path)))].sort()).toEqual([
			'.changes.0.value.contacts.0.parent_user_id',
			'.changes.0.value.contacts.0.user_id',
			'.changes.0.value.contacts.0.wa_id',
			'.changes.0.value.standby.contacts.0.parent_user_id',
			'.changes.0.value.standby.contacts.0.user_id',
			'.changes.0.value.standby.contacts.0.wa_id',
			'.changes.0.value.statuses.0.conversation.id',
		]);
	});

	it('have the same key, whatever AWS says about passing them on', () => {
		const further = {
			aws_account_id: '444455556666',
			message_timestamp: '2026-11-25T08:40:54Z',
			messageId: 'another',
			context: {
				MetaWabaIds: [{ wabaId: WABA, arn: 'arn:aws:social-messaging:us-east-1:4:waba/a' }],
				MetaPhoneNumberIds: [{ metaPhoneNumberId: META_NUMBER, arn: 'arn:x:phone-number-id/b' }],
			},
		};
		for (const entry of entries)
			expect(keysOf(published(entry, further))).toEqual(ownKeysOf(entry));
	});

	it('that differ in none have the same key, whatever the order, the post and the time they were passed on', () => {
		for (let pair = 0; pair < PAIRS; pair++) {
			const [one, two] = [oneOf(entries), oneOf(entries)];
			const apart = [one, two].flatMap(ownKeysOf).sort();
			const together = keysOf(batched(shuffled(one, random), shuffled(two, random)));
			if (apart.join('\n') !== together.join('\n')) throw new Error(JSON.stringify([one, two]));
		}
	});

	it.each([
		['messages', 'id'],
		['statuses', 'id'],
		['calls', 'id'],
		['groups', 'group_id'],
		['user_preferences', 'wa_id'],
		['message_echoes', 'id'],
		['state_sync', 'type'],
	])('in one list of %s have the same keys as in changes of their own', (list, id) => {
		const place = ['changes', 0, 'value', list];
		const withList = entries.flatMap((entry) =>
			nodesOf(entry)
				.filter(([path]) => path.join() === [...place, 0].join())
				.map(([, member]) => ({ entry, member })),
		);
		expect(withList.length).toBeGreaterThan(0);
		for (const { entry, member } of withList) {
			// Contacts of whom nothing is told would be an event of their own.
			const alone = withAt(entry, ['changes', 0, 'value', 'contacts'], []);
			const members = ['a', 'b', 'c'].map((value) => withAt(member, [id], value));
			const apart = members.flatMap((each) => keysOf(published(withAt(alone, place, [each]))));
			expect(keysOf(published(withAt(alone, place, members)))).toEqual(apart.sort());
			expect(new Set(apart).size).toBe(3);
		}
	});

	it('have keys of limited length, whatever their IDs are', () => {
		const long = 'x'.repeat(100_000);
		for (const { entry, path } of leaves) {
			for (const key of keysOf(published(withAt(entry, path, long))))
				expect(key.length).toBeLessThan(512);
		}
	});
});

describe('the same message', () => {
	const message = { id: 'wamid.1', timestamp: '1795509654', type: 'text', text: { body: 'x' } };
	const status = { id: 'wamid.1', status: 'read', recipient_id: '4915112345678' };
	const KINDS: Array<[name: string, field: string, value: object]> = [
		['that was received', 'messages', { messages: [message] }],
		['that was sent on the phone', 'smb_message_echoes', { message_echoes: [message] }],
		['received, in the history', 'history', { messages: [message] }],
		['sent, in the history', 'history', { message_echoes: [message] }],
		['received, on standby', 'standby', { standby: { messages: [message] } }],
		['sent, on standby', 'standby', { standby: { message_echoes: [message] } }],
		['by its status', 'messages', { statuses: [status] }],
		['by its status, on standby', 'standby', { standby: { statuses: [status] } }],
		['in a conversation', 'history', { history: [{ threads: [{ messages: [message] }] }] }],
	];

	it('has a key of its own in each kind of event', () => {
		const keys = KINDS.flatMap(([, field, value]) =>
			keysOf(published({ id: WABA, changes: [{ field, value }] })),
		);
		expect(new Set(keys).size).toBe(KINDS.length);
	});

	it.each(KINDS)('has the same key whenever it is reported: %s', (_name, field, value) => {
		const [one, other] = ['2026-11-24T08:40:54Z', '2026-11-25T08:40:54Z'].map((passedOn) =>
			keysOf(published({ id: WABA, changes: [{ field, value }] }, { message_timestamp: passedOn })),
		);
		expect(one).toEqual(other);
	});
});

describe('two messages with one ID', () => {
	const metadata = { display_phone_number: '4930901820', phone_number_id: META_NUMBER };
	const message = {
		...{ from: '4915112345678', from_user_id: 'DE.1', id: 'wamid.ABC', timestamp: '1795509654' },
		...{ to: '353861234567', type: 'text', text: { body: 'Hello' } },
	};
	const NAMES: Array<[kind: string, field: string, list: string]> = [
		['received', 'messages', 'messages'],
		['sent on the phone', 'smb_message_echoes', 'message_echoes'],
		['of the history', 'history', 'messages'],
		['sent, of the history', 'history', 'message_echoes'],
		['on standby', 'standby', 'messages'],
		['sent, on standby', 'standby', 'message_echoes'],
	];

	describe.each(NAMES)('%s', (_kind, field, list) => {
		const keyOf = (members: object = {}, value: object = {}, id = WABA) =>
			keysOf(
				published({
					id,
					changes: [{ field, value: { metadata, [list]: [{ ...message, ...members }], ...value } }],
				}),
			).join();

		it.each([
			['number of yours', keyOf({}, { metadata: { ...metadata, phone_number_id: '1' } })],
			[
				'number as it is shown',
				keyOf({}, { metadata: { ...metadata, display_phone_number: '1' } }),
			],
			['account of yours', keyOf({}, {}, '999')],
			['sender', keyOf({ from: '353861234567' })],
			['sender’s user ID', keyOf({ from_user_id: 'DE.2' })],
			['sender’s parent account', keyOf({ from_parent_user_id: 'DE.ENT.2' })],
			['recipient', keyOf({ to: '4915112345679' })],
			['recipient’s user ID', keyOf({ to_user_id: 'DE.2' })],
			['group', keyOf({ group_id: 'Y2FwaQ==' })],
			['member of a group', keyOf({ participant_id: '1' })],
			['message that is answered', keyOf({ context: { id: 'wamid.B' } })],
			['file', keyOf({ image: { id: '1013' } })],
			['ID in a list', keyOf({ contacts: [{ phones: [{ wa_id: '1' }] }] })],
			['ID that JavaScript would round', keyOf({ message_id: '24009823012345679' })],
		])('have different keys if they differ in the %s', (_name, other) => {
			expect(other).not.toBe(keyOf());
		});

		it.each([
			['words', keyOf({ text: { body: 'Hello again' } })],
			['time', keyOf({ timestamp: '1795509655' })],
			['link', keyOf({ image: { url: 'https://lookaside.example/?ext=2' } })],
			['state of a file that a name such as "idle" describes', keyOf({ video: { idle: true } })],
			['contact', keyOf({}, { contacts: [{ wa_id: '4915112345678', profile: { name: 'B' } }] })],
		])('share a key if they differ in the %s only', (_name, other) => {
			expect(other.split(',').filter((key) => key.includes('wamid'))).toEqual([keyOf()]);
		});
	});
});

describe('two of a kind that name nobody', () => {
	const [ada, bob] = [{ wa_id: '4915112345678' }, { user_id: 'IE.2' }];
	const KINDS: Array<[name: string, field: string, list: string, part: object]> = [
		['messages', 'messages', 'messages', { id: 'wamid.1', type: 'text' }],
		['messages without an ID', 'messages', 'messages', { type: 'text' }],
		['statuses', 'messages', 'statuses', { id: 'wamid.1', status: 'read' }],
		['echoes', 'smb_message_echoes', 'message_echoes', { id: 'wamid.1' }],
		['calls', 'calls', 'calls', { id: 'wacid.1', event: 'terminate' }],
		['preferences', 'user_preferences', 'user_preferences', { value: 'stop' }],
		['contacts of the app', 'smb_app_state_sync', 'state_sync', { action: 'add' }],
		['groups', 'group_lifecycle_update', 'groups', { type: 'group_create' }],
	];

	it.each(KINDS)('are distinguished by the contacts with them: %s', (_name, field, list, part) => {
		const keysBeside = (contacts: object[], parts: object[]) =>
			keysOf(published({ id: WABA, changes: [{ field, value: { contacts, [list]: parts } }] }));
		expect(keysBeside([ada], [part])).not.toEqual(keysBeside([bob], [part]));
		expect(keysBeside([ada], [part])).toEqual(keysBeside([{ ...ada }], [{ ...part }]));
		const told = keysBeside([ada, bob], [part, { ...part }]);
		expect(new Set(told).size).toBe(told.length);
	});
});

describe('two conversations of the history', () => {
	const keysOfChunks = (...history: object[]) =>
		keysOf(published({ id: WABA, changes: [{ field: 'history', value: { history } }] }));
	const thread = { id: '4915112345678', messages: [{ id: 'wamid.1' }] };
	const chunk = { metadata: { phase: 0, chunk_order: 1 }, threads: [thread] };

	it.each([
		['the customer', { ...chunk, threads: [{ ...thread, id: '353861234567' }] }],
		['the phase', { ...chunk, metadata: { phase: 1, chunk_order: 1 } }],
		['the chunk', { ...chunk, metadata: { phase: 0, chunk_order: 2 } }],
		['a message', { ...chunk, threads: [{ ...thread, messages: [{ id: 'wamid.2' }] }] }],
		['the number of messages', { ...chunk, threads: [{ ...thread, messages: [] }] }],
	])('have different keys if they differ in %s', (_name, other) => {
		expect(keysOfChunks(chunk)).not.toEqual(keysOfChunks(other));
		expect(new Set(keysOfChunks(chunk, other)).size).toBe(2);
	});

	it('have the same keys in one chunk as in chunks of their own', () => {
		const second = { id: '353861234567', messages: [] };
		const { metadata } = chunk;
		expect(keysOfChunks({ metadata, threads: [thread, second] })).toEqual(
			keysOfChunks({ metadata, threads: [thread] }, { metadata, threads: [second] }),
		);
	});
});

describe('two statuses of one message', () => {
	const keyOf = (status: object, further: object = {}) =>
		keysOf(
			published(
				{
					id: WABA,
					changes: [
						{
							field: 'messages',
							value: { statuses: [{ id: 'wamid.1', status: 'failed', ...status }] },
						},
					],
				},
				further,
			),
		)[0];

	it.each([
		['the type', { type: 'payment' }, {}],
		['the payment', { payment: { reference_id: 'a' } }, { payment: { reference_id: 'b' } }],
		[
			'the transaction',
			{ payment: { transaction: { id: '1' } } },
			{ payment: { transaction: { id: '2' } } },
		],
		['the recipient', { recipient_id: '1' }, { recipient_id: '2' }],
		['the way in which a recipient is named', { recipient_id: '1' }, { recipient_user_id: '1' }],
		['the participant', { recipient_participant_id: '1' }, { recipient_participant_user_id: '1' }],
		['a participant in another spelling', { participant_recipient_id: '1' }, {}],
		['a member of the future', { recipient_device: '1' }, { recipient_device: '2' }],
		['the error', { errors: [{ code: 1 }] }, { errors: [{ code: 2 }] }],
		['what they say', { status: 'failed' }, { status: 'Message retries exhausted' }],
		['where a colon stands', { id: 'wamid.1:a', status: 'b' }, { id: 'wamid.1', status: 'a:b' }],
	])('have different keys if they differ in %s', (_name, one, other) => {
		expect(keyOf(one)).not.toBe(keyOf(other));
	});

	it.each([
		['the time', { timestamp: '1795509654' }, { timestamp: '1795509655' }],
		['the price', { pricing: { category: 'utility' } }, {}],
		['the conversation', { conversation: { id: 'c' } }, {}],
		['the correlation data', { biz_opaque_callback_data: 'x' }, {}],
		[
			'the wording of an error',
			{ errors: [{ code: 1, title: 'a' }] },
			{ errors: [{ code: 1, title: 'b' }] },
		],
	])('share a key if they differ in %s only', (_name, one, other) => {
		expect(keyOf(one)).toBe(keyOf(other));
	});

	/** In Meta's documents, in reference to them, and what the order of words may be tomorrow. */
	it.each([
		'recipient_participant_id',
		'participant_recipient_id',
		'recipient_participant_user_id',
		'participant_recipient_user_id',
		'recipient_participant_parent_user_id',
		'parent_recipient_participant_user_id',
		'recipient_id',
		'recipient_user_id',
		'recipient_parent_user_id',
		'parent_recipient_user_id',
		'recipient_logical_id',
		'participant_id',
		'participant_wa_id',
		'recipient_participant_bsuid',
		'group_id',
	])('have different keys if they differ in %s', (name) => {
		const [one, other] = ['4915112345678', '353861234567'].map((member) =>
			keyOf({ recipient_type: 'group', recipient_id: 'Y2FwaQ==', [name]: member }),
		);
		expect(one).not.toBe(other);
	});

	describe('that name nobody', () => {
		const ada = { wa_id: '4915112345678', user_id: 'DE.1', profile: { name: 'Ada' } };
		const bob = { user_id: 'IE.2', profile: { name: 'Bob', username: 'bob' } };
		const status = { id: 'wamid.1', status: 'delivered', recipient_type: 'group' };
		const inGroup = { ...status, recipient_id: 'Y2FwaQ==', timestamp: '1795509654' };
		const keysIn = (statuses: object[], contacts: object[]) =>
			eventsIn(
				published({ id: WABA, changes: [{ field: 'messages', value: { contacts, statuses } }] }),
			)
				.filter(({ kind }) => kind === 'status')
				.map(({ dedupeKey }) => dedupeKey);

		it('have different keys if another contact is with them', () => {
			const [one] = keysIn([inGroup], [ada]);
			const [other] = keysIn([inGroup], [bob]);
			expect(one).not.toBe(other);
			expect(keysIn([inGroup], [ada])).toEqual([one]);
		});

		it('have different keys if several are reported at once', () => {
			const keys = keysIn([inGroup, { ...inGroup }], [ada, bob]);
			expect(new Set(keys).size).toBe(2);
			expect(keysIn([inGroup, { ...inGroup }], [ada, bob])).toEqual(keys);
		});

		it('share a key if no contact is with them, and their content is the same', () => {
			expect(new Set(keysIn([inGroup, { ...inGroup }], [])).size).toBe(1);
			expect(keysIn([inGroup], [])).toEqual(keysIn([{ ...inGroup }], []));
		});

		it.each([
			['the time', { timestamp: '1795509655' }],
			['the price', { pricing: { category: 'group_service' } }],
			['the conversation', { conversation: { id: 'c' } }],
		])('have different keys in a group if they differ in %s', (_name, other) => {
			expect(new Set(keysIn([inGroup, { ...inGroup, ...other }], [])).size).toBe(2);
		});
	});

	it('are identified by AWS’s ID if WhatsApp has none', () => {
		const [one, other] = ['a', 'b'].map((messageId) => keyOf({ id: undefined }, { messageId }));
		expect(one).not.toBe(other);
	});
});

/** Two entries in one post, in one of the forms in which that is possible, passed on at any time. */
function batched(one: Json, two: Json): string {
	const further = {
		message_timestamp: new Date(Date.UTC(2026, below(12), below(28), below(24))).toISOString(),
	};
	const both = oneOf([
		[one, two],
		[two, one],
	]);
	const changes = both.flatMap((entry) =>
		isObject(entry) && Array.isArray(entry.changes) ? entry.changes : [],
	);
	return oneOf([
		() => published(both, further),
		() => published({ object: 'whatsapp_business_account', entry: both }, further),
		() => published({ ...(isObject(one) ? one : {}), changes }, further),
		() => published(JSON.stringify(JSON.stringify(both)), further),
	])();
}
