import {
	excused,
	guilty,
	spanOf,
	STOPS,
	UNREGISTERED,
	type CaseFile,
	type Finding,
} from './case-file.mts';
import type { Attempt, Listener, Publication } from './evidence.mts';

/** n8n's own words, as the trigger never says them. */
const STARTING = /n8n is starting up/;
const NOT_REGISTERED =
	/is not registered|Cannot POST|(Published|Active) version not found|Could not find workflow/;

const NOT_SUBSCRIBED = 'not subscribed when it was published';
const LEFT = 'sent to an address that n8n had left';

/** The worst of what happened to its messages; that former addresses got them too explains nothing by itself. */
export function whyLost(
	file: CaseFile,
	{ path }: Listener,
	publications: Publication[],
	attempts: Attempt[],
): Finding {
	const findings = publications.flatMap((publication) => {
		const { messageId, endpoints, at } = publication;
		const own = endpoints.filter((endpoint) => endpoint.endsWith(path));
		if (own.length === 0) return [excused(NOT_SUBSCRIBED, { from: at, until: at })];
		return own.map((address) => {
			const posts = attempts.filter(
				(attempt) => attempt.messageId === messageId && attempt.endpoint === address,
			);
			return whyNotTaken(file, publication, address, posts);
		});
	});
	const worst =
		findings.find(({ isViolation }) => isViolation) ??
		findings.find(({ reason }) => reason !== LEFT && reason !== NOT_SUBSCRIBED) ??
		findings[0];
	return worst ?? guilty('never published', { from: 0, until: 0 });
}

/** Why a message started nothing at one address. */
function whyNotTaken(
	file: CaseFile,
	{ messageId, at }: Publication,
	address: string,
	attempts: Attempt[],
): Finding {
	const taken = attempts.filter(({ status }) => status >= 200 && status < 300);
	const wrongly = taken.find(({ answer }) => !STARTING.test(answer));
	if (wrongly)
		return guilty(
			`answered ${wrongly.status} "${wrongly.answer}", and nothing started`,
			spanOf(wrongly),
		);
	const [early] = taken;
	if (early) return whyTooEarly(file, early);
	// SNS may have delivered it twice at the same time, so the one that was refused need not be the last.
	const refused = attempts.findLast(
		({ status }) => status >= 300 && status < 500 && status !== 429,
	);
	if (refused) return whyRefused(file, refused);
	const span = { from: at, until: attempts.at(-1)?.endedAt ?? at };
	if (file.isLeft(address)) return excused(LEFT, { from: at, until: at });
	const hasEnded = file.evidence.undelivered.some(
		(each) => each.messageId === messageId && each.endpoint === address,
	);
	return hasEnded
		? excused("SNS gave up after its policy's last retry", span)
		: guilty('SNS was still trying at the end', span);
}

function whyTooEarly(file: CaseFile, early: Attempt): Finding {
	const span = spanOf(early);
	return file.incidentsIn(span, STOPS).length > 0
		? excused('n8n answered 200 while it was starting', span)
		: guilty('n8n answered 200 "starting up" although nobody had stopped it', span);
}

function whyRefused(file: CaseFile, refused: Attempt): Finding {
	const { status, answer } = refused;
	const span = spanOf(refused);
	if (status !== 404 || !NOT_REGISTERED.test(answer))
		return guilty(`refused for good: ${status} "${answer}"`, span);
	return file.incidentsIn(span, UNREGISTERED).length > 0
		? excused('n8n answered 404 while it was starting or publishing', span)
		: guilty('n8n answered 404 although nobody had touched it', span);
}
