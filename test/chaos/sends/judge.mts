import type { RunResult } from '../../engine/engine.mts';
import { claimsOf, lies, type OnError } from '../claims.mts';
import type { Violation } from '../violation.mts';

/** What a run of sends was asked, what came out of it, and what is on the phones. */
export interface SendsOutcome {
	onError: OnError;
	/** Whom each item is for. */
	recipients: string[];
	result: Pick<RunResult, 'status' | 'outputs' | 'error'>;
	phone: Array<{ to: string; messageId: string }>;
	/** Whether nothing went wrong except that AWS was called too often. */
	isOnlyThrottled: boolean;
}

export interface Verdict {
	violations: Violation[];
	/** Items of which the run does not know whether they were done. */
	notKnown: number;
}

/** Whether a run of sends kept what the node promises. */
export function judgeSends(outcome: SendsOutcome): Verdict {
	const { onError, recipients, result, phone, isOnlyThrottled } = outcome;
	const received = new Map<string, string[]>();
	for (const { to, messageId } of phone) {
		received.set(to, [...(received.get(to) ?? []), messageId]);
	}
	const violations: Violation[] = [];
	for (const [to, { length }] of received) {
		if (length > 1)
			violations.push({
				rule: 'sent at most once',
				text: `${to} got ${length}`,
				item: recipients.indexOf(to),
			});
		if (!recipients.includes(to)) {
			violations.push({ rule: 'sent at most once', text: `${to}, whom nobody wrote to, got one` });
		}
	}
	const account = claimsOf(
		result,
		onError,
		recipients.length,
		({ json }) => typeof json.messageId === 'string',
	);
	const arrived = (item: number) => received.get(recipients[item] ?? '') ?? [];
	violations.push(
		...account.violations,
		...lies(account.claims, (item) => arrived(item).length > 0),
		...wrongIds(outcome, arrived),
	);
	if (isOnlyThrottled) violations.push(...failedUnderThrottling(outcome, received.size));
	return { violations, notKnown: account.claims.filter((claim) => claim === 'notKnown').length };
}

/** A message ID belongs to the message that the item's recipient got, and to no other. */
function wrongIds({ result }: SendsOutcome, arrived: (item: number) => string[]): Violation[] {
	return result.outputs.flat().flatMap(({ json, pairedItem }): Violation[] => {
		const item = (pairedItem as { item?: number } | undefined)?.item ?? -1;
		const ids = arrived(item);
		if (typeof json.messageId !== 'string' || ids.length === 0 || ids.includes(json.messageId))
			return [];
		return [
			{
				rule: '"done" never said of what was not done',
				text: `item ${item} names message ${json.messageId}, which is not the one that arrived`,
				item,
			},
		];
	});
}

function failedUnderThrottling(
	{ result, recipients }: SendsOutcome,
	received: number,
): Violation[] {
	const rule = 'throttled requests are all sent in the end';
	const failed = result.outputs.flat().filter(({ json }) => json.error !== undefined);
	const problems = [
		result.status === 'success' ? undefined : `the run failed: ${result.error?.message}`,
		failed.length === 0
			? undefined
			: `${failed.length} items failed: ${JSON.stringify(failed[0]?.json.error)}`,
		received === recipients.length ? undefined : `${received} of ${recipients.length} arrived`,
	];
	return problems.flatMap((text) => (text === undefined ? [] : [{ rule, text }]));
}
