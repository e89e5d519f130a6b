import type { Named } from '../errors/errors';

/** What the members of the service's requests name: Meta's things first, as these come and go. */
const NOUNS: Array<[member: string, noun: string, version?: string]> = [
	['mediaId', 'media file'],
	['metaTemplateId', 'template'],
	['templateName', 'template', 'templateLanguageCode'],
	['flowId', 'Flow'],
	['cloneFlowId', 'Flow to clone'],
	['datasetId', 'dataset'],
];

/** Members that hold IDs of AWS's, which tell by themselves what they are of. */
const AWS_IDS = ['resourceArn', 'originationPhoneNumberId', 'id'];

/** What an action looks for although no member of its request names it. */
const UNNAMED = new Map([['social-messaging:GetWhatsAppBusinessPublicKey', 'public key']]);

const HINTS = new Map([
	['media file', 'WhatsApp keeps an uploaded file for 30 days, and a received one for 7.'],
	['public key', 'A phone number has none until you set one.'],
]);

/** The text of a member, which is looked up: a body may be a file with millions of keys. */
function textIn(parts: unknown[], member: string): string | undefined {
	for (const part of parts) {
		if (typeof part !== 'object' || part === null || !Object.hasOwn(part, member)) continue;
		const value: unknown = Reflect.get(part, member);
		if (typeof value === 'string' && value !== '') return value;
	}
	return undefined;
}

const kindOfId = (id: string) =>
	id.includes('phone-number-id') ? 'phone number' : 'business account';

/** The things that a request names in its query and its body; what names nothing may be of any kind. */
export function namedIn(...parts: unknown[]): Named[] {
	const ofMeta = NOUNS.flatMap(([member, noun, version]): Named[] => {
		const value = textIn(parts, member);
		if (value === undefined) return [];
		return [{ noun, member, value, version: version && textIn(parts, version) }];
	});
	const ofAws = AWS_IDS.flatMap((member): Named[] => {
		const value = textIn(parts, member);
		return value === undefined ? [] : [{ noun: kindOfId(value), member, value }];
	});
	return [...ofMeta, ...ofAws];
}

/** Those that AWS's words repeat, where they do. A name without a digit may be any word of theirs. */
function blamed(named: Named[], text: string): Named[] {
	const words = new Set(text.match(/[\w:/-]+/g));
	const found = named.filter(({ value }) => /\d/.test(value) && words.has(value));
	return found.length > 0 ? found : named;
}

const shown = ({ noun, value, version, label }: Named) =>
	`the ${noun} "${value}"${version ? ` in "${version}"` : ''}${label ? ` ('${label}')` : ''}`;

/** "a, b or c" */
const joined = (parts: string[], word: string) =>
	[parts.slice(0, -1).join(', '), ...parts.slice(-1)].filter(Boolean).join(` ${word} `);

/**
 * What it means that AWS does not find something: which of the things that the request names it can be.
 *
 * @param text AWS's words
 * @returns undefined where the request names nothing
 */
export function notFoundAdvice(
	named: Named[],
	text: string,
	action = '',
): { message: string; advice: string } | undefined {
	const things = blamed(named, text);
	if (things.length === 0) return undefined;
	const nouns = new Set([UNNAMED.get(action), ...things.map(({ noun }) => noun)]);
	const missing = [...nouns].filter((noun) => noun !== undefined);
	const hints = missing.map((noun) => HINTS.get(noun)).filter((hint) => hint !== undefined);
	return {
		message: `AWS cannot find ${joined(
			missing.map((noun) => `the ${noun}`),
			'or',
		)}`,
		advice: [
			`The request refers to ${joined(things.map(shown), 'and')}.`,
			`Check ${things.length === 1 ? 'it' : 'them'}. The credential's region must be the one where the WhatsApp Business Account was linked.`,
			...hints,
		].join(' '),
	};
}
