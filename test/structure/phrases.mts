/** A phrase to avoid, and what to write instead. */
export type Phrase = [wrong: RegExp, right: string];

/** What no native speaker would write, in comments, names of tests, documents and texts. */
export const UNIDIOMATIC: Phrase[] = [
	[/(?<!\bthere )\b(is|are|was|were) none\b/i, 'is not a …, does not exist'],
	[
		/(?<!\b(can|could|may|might|must|should|will|would|to|not) )\bbe (it|they)\b/i,
		'whether … or …, even if …',
	],
	[/\bblanks\b|\b(a|no) blank\b(?! [a-z])/i, 'spaces'],
	[/\bline ends?\b/i, 'line break'],
	[/\bsmall letters?\b/i, 'lowercase letters'],
	[/\b(some|any)body\b/i, 'someone, anyone'],
	[/\ball the same\b/i, 'anyway'],
	[/\banew\b/i, 'again'],
	[/\bmended?\b/i, 'fix, correct, repair'],
	[/\b(has|have|had) to have\b/i, 'must have, needs'],
	[/\bweb address(es)?\b/i, 'URL'],
	[/\bset-up\b/i, 'setup'],
	[/\bexpressions? (that )?(finds?|found) nothing\b/i, 'returns nothing'],
	[/\bfor ever\b/i, 'forever'],
	[/\bat the most\b/i, 'at most'],
	[/\bbears?\b/i, 'has, identifies, withstands'],
	[/\bamiss\b/i, 'wrong'],
	[/\bof which there\b/i, 'a sentence of its own'],
	[
		/\b(what|that|which|as) one (can|cannot|could|has|asks|needs|types|wants)\b/i,
		'you, the user, or the passive',
	],
	[/(?<!\bthere )\bis no (?!more\b|longer\b|different\b|better\b|match\b)[a-z]+/i, 'is not a …'],
	[
		/\b(exactly|after|over|for|with|of|until|only) so (many|much|long)\b(?! that\b)/i,
		'this many, a number of',
	],
	[/\b(a|an|the|all|every) [a-z]+ (that )there (is|are)\b/i, 'existing, or nothing'],
	[/\b(is|are|was|were) told as\b|\btold AWS's\b/i, 'is reported as, is attributed to'],
	[/\bown ones?\b/i, 'of its own, custom'],
	[/\bif (so )?wished\b/i, 'if wanted, optionally'],
	[/\bbehind (a|the) (slash|comma|number|name|label)\b/i, 'after'],
	[/\b(behaviour|cancelled|dialled|colour|centre|recognise)/i, 'the American spelling'],
];

/** What users are told in other words: n8n's, and the simplest. */
export const NOT_FOR_USERS: Phrase[] = [
	...UNIDIOMATIC,
	[/\bblanks?\b/i, 'space'],
	[/\bcapital(s| letters?)\b/i, 'uppercase letters'],
	[/\b(is|are) none\b/i, 'is not a …'],
	[/\bwhoever\b/i, 'who'],
	[/\bhand in\b/i, 'submit'],
	[/\bfor instance\b/i, 'such as, for example'],
	[/\bby way of\b/i, 'via'],
	[/\bin front of\b/i, 'before'],
	[/\bonce more\b/i, 'again'],
	[/\b(has|have|had) to be\b/i, 'must'],
	[/(?<!bucket that )\bholds?\b/i, 'contains'],
	[/\b(you gave|you asked for)\b/i, 'You entered'],
	[/\btakes? it out\b/i, 'remove it'],
	[/\bgo(es)? with\b/i, 'cannot be used with'],
	[/\b(is|are) there twice\b/i, 'appears twice'],
	[/\bis no (valid )?[a-z]+ (of|code)\b/i, 'is not a …'],
	[/\b(finds|found) nothing\b/i, 'returns nothing'],
];
