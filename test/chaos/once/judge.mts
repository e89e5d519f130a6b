import type { Violation } from '../violation.mts';

export const DECISIONS = ['fail', 'leaveOut', 'sendAgain'] as const;

/** What 'If Not Known' says. */
export type Decision = (typeof DECISIONS)[number];

/** How many messages a worker has under way at most: 'Max Requests at Once', and half as many that wait for S3. */
const IN_FLIGHT = 24;

/** What there is to say of a list of messages that were sent once, in several executions. */
export interface Evidence {
	decision: Decision;
	/** Whom the messages are for, in the order of the items. */
	recipients: string[];
	/** Who got one, each time. */
	arrived: string[];
	/** What the execution that came to its end put out, in the order of the items. */
	items: unknown[];
	/** How many workers were killed while they sent. */
	killed: number;
}

/** What an item says of its message. */
type Told = 'sent' | 'not known' | 'left out' | 'something else';

function toldBy(item: unknown): Told {
	const { messageId, isLeftOut, details, error } = Object(item) as Record<string, unknown>;
	if (typeof messageId === 'string') return 'sent';
	if (isLeftOut === true) return 'left out';
	const { outcome } = Object(details) as { outcome?: unknown };
	const isDoubt = error === 'The message may have been sent before' && outcome === 'notKnown';
	return isDoubt ? 'not known' : 'something else';
}

/** What was promised of messages with keys, and was not kept. */
export function judge(evidence: Evidence): Violation[] {
	const { decision, recipients, arrived, items, killed } = evidence;
	const times = (recipient: string) => arrived.filter((each) => each === recipient).length;
	const told = items.map(toldBy);
	const violations: Violation[] = [];
	if (items.length !== recipients.length) {
		const text = `${items.length} items for ${recipients.length}`;
		violations.push({ rule: 'every item accounted for', text });
	}
	const strangers = arrived.filter((each) => !recipients.includes(each));
	if (strangers.length > 0) {
		violations.push({ rule: 'sent at most once', text: `${strangers[0]} was not to get one` });
	}
	let again = 0;
	for (const [item, recipient] of recipients.entries()) {
		const what = told[item];
		const count = times(recipient);
		const text = `${recipient} got ${count}, and the item says: ${what ?? 'nothing'}`;
		if (count === 2 && decision === 'sendAgain') again++;
		else if (count > 1) violations.push({ rule: 'sent at most once', text, item });
		if (what === 'sent' && count === 0) {
			violations.push({ rule: '"done" never said of what was not done', text, item });
		}
		if (what === undefined || what === 'something else') {
			violations.push({ rule: 'every item accounted for', text, item });
		}
		const expected = { fail: 'not known', leaveOut: 'left out', sendAgain: 'sent' }[decision];
		if ((what === 'not known' || what === 'left out') && what !== expected) {
			violations.push({ rule: 'what is not known is treated as chosen', text, item });
		}
	}
	const notKnown = told.filter((what) => what === 'not known' || what === 'left out').length;
	if (notKnown + again > killed * IN_FLIGHT) {
		violations.push({
			rule: 'little is not known',
			text: `${notKnown} not known and ${again} sent again, after ${killed} workers were killed`,
		});
	}
	return violations;
}

/** In a line. */
export function figuresOf({ items, arrived, killed }: Evidence): string {
	const told = items.map(toldBy);
	const count = (what: Told) => told.filter((each) => each === what).length;
	const repeats = items.filter((item) => Object(item).isRepeat === true).length;
	return `${items.length} items, ${arrived.length} arrived, ${count('sent')} sent (${repeats} of them before), ${count('not known') + count('left out')} not known, ${killed} killed`;
}
