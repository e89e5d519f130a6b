import { FieldError } from '../../form/fieldError';
import { quoted } from '../../form/rule';

/** What stands in double braces, whether WhatsApp knows the variable or not. */
const VARIABLE = /\{\{([^{}]*)\}\}/g;

/** The same as it was typed: in single braces, which n8n leaves alone, or in double ones. */
const TYPED = /\{\{([^{}]*)\}\}|\{([^{}]*)\}/g;

/** Whether a variable has a number for a name. */
export const isNumbered = (name: string) => /^[0-9]+$/.test(name);
const isName = (name: string) => /^[a-z][a-z0-9_]*$/.test(name);

/** A variable as a person writes it. */
export const braced = (name: string) => `{${name}}`;

/** The wide braces of Chinese and Japanese keyboards, where what they hold can only be a variable. */
const WIDE = /｛\s*([0-9０-９]+|[a-z][a-z0-9_]*)\s*｝/g;

const withoutWide = (typed: string) =>
	typed.replace(WIDE, (_variable, name: string) => braced(name.normalize('NFKC')));

/** A text as it was typed, with its variables in double braces, as WhatsApp wants them. */
export const asSent = (typed: string) =>
	withoutWide(typed).replace(
		TYPED,
		(_variable, double?: string, single?: string) => `{{${(double ?? single ?? '').trim()}}}`,
	);

/** Whether a text that was typed has a variable, or double braces that may have been meant for one. */
export const holdsVariable = (typed: string) =>
	/\{\{|\}\}|\{\s*([0-9]+|[a-z][a-z0-9_]*)\s*\}/.test(withoutWide(typed));

/** Whether variables are named; numbered and named ones never come together in a text. */
export const areNamed = (names: string[]) => names.some((name) => !isNumbered(name));

/** A text as it is sent, with its variables as a person writes them. */
const asTyped = (text: string) => text.replace(VARIABLE, (_variable, name: string) => braced(name));

const OTHER_BRACES = 'Text with other curly braces can only be entered as JSON.';

/** The variables of a text as it is sent, without their braces, each once, in the order of the text. */
export function namesIn(text: string): string[] {
	return [...new Set([...text.matchAll(VARIABLE)].map(([, name = '']) => name.trim()))];
}

function checkNumbering(numbers: string[], label: string): void {
	const gap = numbers.findIndex((number, i) => number !== String(i + 1));
	if (gap === -1) return;
	throw new FieldError(
		`'${label}' has a gap in its numbered variables`,
		`${braced(String(gap + 1))} is missing, but there is ${quoted(braced(numbers[gap] ?? ''))}. Number them from {1} without a gap.`,
	);
}

/**
 * The variables of a text as it is sent: numbered ones in the order of their numbers, named ones in
 * that of the text. Braces are for variables only, so that none that is mistyped passes for text.
 *
 * @throws FieldError for variables that WhatsApp does not take
 */
export function checkedVariables(text: string, label: string): string[] {
	if (/[{}]/.test(text.replace(VARIABLE, ' '))) {
		throw new FieldError(
			`'${label}' has unmatched curly braces`,
			`Write a variable as {1} or {first_name}. ${OTHER_BRACES}`,
		);
	}
	const names = namesIn(text);
	const unknown = names.find((name) => !isNumbered(name) && !isName(name));
	if (unknown !== undefined) {
		throw new FieldError(
			`'${label}' has a variable that WhatsApp does not accept`,
			`It is ${quoted(braced(unknown))}. Use a number, as in {1}, or a name of lowercase letters, digits and underscores that begins with a letter, as in {first_name}. ${OTHER_BRACES}`,
		);
	}
	if (areNamed(names) && names.some(isNumbered)) {
		throw new FieldError(
			`'${label}' mixes numbered and named variables`,
			'Write all variables of the template as {1}, {2} or all as {first_name}.',
		);
	}
	if (areNamed(names)) return names;
	const numbers = [...names].sort((a, b) => Number(a) - Number(b));
	checkNumbering(numbers, label);
	return numbers;
}

/** What nobody sees at the ends of a text. */
const UNSEEN_ENDS =
	/^[\s\p{Default_Ignorable_Code_Point}]+|[\s\p{Default_Ignorable_Code_Point}]+$/gu;

/** Refuses a variable at an end of the text or right after another one, as WhatsApp does (2388299). */
export function checkPlaces(text: string, label: string): void {
	const trimmed = text.replace(UNSEEN_ENDS, '');
	const refuse = (what: string, advice: string): never => {
		throw new FieldError(`'${label}' ${what}`, advice);
	};
	if (/^\{\{[^{}]*\}\}/.test(trimmed)) {
		refuse('begins with a variable', 'Put a word before it, e.g. "Hello".');
	}
	if (/\{\{[^{}]*\}\}$/.test(trimmed)) {
		refuse('ends with a variable', 'Put a word or a period after it.');
	}
	if (trimmed.includes('}}{{')) {
		refuse('has two variables with nothing between them', 'Put a word between them.');
	}
}

/** The variables of a link, which has at most one, at its end: a FieldError for others. */
export function linkVariables(link: string, label: string): string[] {
	const variables = checkedVariables(link, label);
	const isLast = link.indexOf('{{') === link.lastIndexOf('{{') && link.endsWith('}}');
	if (variables.length === 0 || isLast) return variables;
	throw new FieldError(
		`'${label}' has a variable that is not at its end`,
		`You entered ${quoted(asTyped(link))}. WhatsApp allows one variable, and nothing after it.`,
	);
}
