/** Random bodies of webhooks, built from everything that WhatsApp is known to send. */
import { FORMS, postOf } from './forms.mts';
import { WABA } from './published.mts';
import { SAMPLES } from './samples.mts';
import { isObject, jsonOf, type Json, type JsonObject } from './trees.mts';

const VALUES = SAMPLES.map(({ field, value }) => ({ field, value: jsonOf(value) }));

/** Lists of which a body may have any number of members, each of which is told by itself. */
const REPEATED = new Set([
	'calls',
	'groups',
	'history',
	'message_echoes',
	'messages',
	'state_sync',
	'statuses',
	'threads',
	'user_preferences',
]);

/** What says of which kind something is, or who someone is: with another value it would not fit together. */
const MEANT =
	/^(action|category|direction|display_phone_number|event|from|messaging_product|parent_user_id|status|to|(.*_)?type)$|(user|recipient|participant|wa|phone_number)_id$/;

/** What tells one thing from another of its kind. */
const KEPT = /^(.*_)?(id|timestamp|title)$/;

/**
 * What stands beside the events of a change, and in the original of each of them; so does the metadata of
 * a chunk of the history.
 */
const BESIDE = new Set(['contacts', 'conversation_context']);

/** A mark in a text: each stands in one place of all bodies. */
export const MARK = /#\d+#/g;

const isList = (name: string) => REPEATED.has(name) || name === 'standby';

export class Bodies {
	#marks = 0;

	constructor(private readonly random: () => number) {}

	/** What SNS posts, and the same as data. */
	next(): { post: string; body: Json } {
		const [, form] = this.#oneOf(FORMS);
		const body = form({
			id: this.#is(0.9) ? WABA : '999',
			...(this.#is(0.7) && { time: 1_790_000_000 + this.#below(10_000_000) }),
			changes: this.#several(3, () => this.#change()),
		});
		return { post: postOf(body), body };
	}

	#change(): Json {
		const { field, value } = this.#oneOf(VALUES);
		const varied = this.#varied(value, 'value');
		const inside = isObject(varied) && isObject(varied.standby) ? varied.standby : varied;
		const hasLists = isObject(inside) && Object.keys(inside).some((name) => REPEATED.has(name));
		// What is reported as a whole may have nothing that distinguishes two of them.
		return { field, value: hasLists ? varied : this.#marked(varied) };
	}

	#varied(value: Json, name: string): Json {
		if (Array.isArray(value)) return this.#list(value, name);
		if (isObject(value)) return this.#object(value, name);
		if (MEANT.test(name)) return value;
		if (name.endsWith('timestamp')) return String(1_700_000_000 + this.#marks++);
		return typeof value === 'string' ? `${value}${this.#mark()}` : value;
	}

	#list(members: Json[], name: string): Json[] {
		const varied = (member: Json) => this.#varied(member, '');
		return REPEATED.has(name)
			? members.flatMap((member) => this.#several(3, () => this.#marked(varied(member))))
			: members.map(varied);
	}

	#object(value: JsonObject, name: string): JsonObject {
		const isValue = name === 'value' || name === 'standby';
		const members = Object.entries(value)
			.filter(([each]) => MEANT.test(each) || KEPT.test(each) || isList(each) || this.#is(0.85))
			.map(([each, member]): [string, Json] => [
				each,
				each === 'metadata' || (isValue && BESIDE.has(each)) ? member : this.#varied(member, each),
			]);
		return Object.fromEntries(this.#is(0.05) ? [...members, ['news', this.#mark()]] : members);
	}

	#marked(value: Json): Json {
		return isObject(value) ? { ...value, trace: this.#mark() } : value;
	}

	#several<T>(most: number, make: () => T): T[] {
		return Array.from({ length: 1 + this.#below(most) }, make);
	}

	#mark(): string {
		return `#${this.#marks++}#`;
	}

	#is(probability: number): boolean {
		return this.random() < probability;
	}

	#below(limit: number): number {
		return Math.floor(this.random() * limit);
	}

	#oneOf<T>(values: T[]): T {
		const value = values[this.#below(values.length)];
		if (value === undefined) throw new Error('nothing to choose from');
		return value;
	}
}
