import ts from 'typescript';
import type { Source } from './house.mts';

/** A text in the sources, with where it is. */
export interface Wording {
	at: string;
	text: string;
}

export interface ErrorWording extends Wording {
	/** A message says what happened, and its advice what to do. */
	part: 'message' | 'advice';
}

export const treeOf = ({ path, text }: Pick<Source, 'path' | 'text'>) =>
	ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);

/** e.g. "form/dates.ts:20" */
export const placeIn = (tree: ts.SourceFile, position: number) =>
	`${tree.fileName}:${tree.getLineAndCharacterOfPosition(position).line + 1}`;

export function nodesIn(node: ts.Node): ts.Node[] {
	const children: ts.Node[] = [];
	ts.forEachChild(node, (child) => void children.push(child));
	return [node, ...children.flatMap(nodesIn)];
}

/** The text of a literal; what a template puts in is shown as "…". */
export function textOf(node: ts.Node): string | undefined {
	if (ts.isStringLiteralLike(node)) return node.text;
	if (!ts.isTemplateExpression(node)) return undefined;
	return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
}

/** The texts that an expression can have: both of "a ? b : c", and none of a variable. */
function choicesIn(node: ts.Node): string[] {
	if (ts.isParenthesizedExpression(node)) return choicesIn(node.expression);
	if (ts.isConditionalExpression(node)) {
		return [node.whenTrue, node.whenFalse].flatMap(choicesIn);
	}
	const text = textOf(node);
	return text === undefined ? [] : [text];
}

const isWording = (text: string) => /[a-z] [a-z']|^[a-z]+ $|^ [a-z]/i.test(text);

/** Every text of a source that a person may read: what has at least two words. */
export function wordingsIn(source: Source): Wording[] {
	const tree = treeOf(source);
	return nodesIn(tree).flatMap((node) => {
		const text = textOf(node);
		if (text === undefined || !isWording(text)) return [];
		return { at: placeIn(tree, node.getStart(tree)), text };
	});
}

const ERRORS = /^(FieldError|FileError|InvalidResult)$/;

/** What the errors of a source say: those that it makes, and the advice in its tables. */
export function errorsIn(source: Source): ErrorWording[] {
	const tree = treeOf(source);
	const worded = (part: ErrorWording['part'], node?: ts.Node): ErrorWording[] => {
		if (!node) return [];
		const at = placeIn(tree, node.getStart(tree));
		return choicesIn(node).map((text) => ({ at, text, part }));
	};
	return nodesIn(tree).flatMap((node) => {
		if (ts.isNewExpression(node) && ERRORS.test(node.expression.getText(tree))) {
			const [message, advice] = node.arguments ?? [];
			return [...worded('message', message), ...worded('advice', advice)];
		}
		if (!ts.isObjectLiteralExpression(node)) return [];
		const member = (name: string) =>
			node.properties
				.filter(ts.isPropertyAssignment)
				.find((property) => property.name.getText(tree) === name)?.initializer;
		const advice = member('advice');
		return advice ? [...worded('message', member('message')), ...worded('advice', advice)] : [];
	});
}
