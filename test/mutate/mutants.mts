/** Small mistakes that someone could have made in a source, each of which the tests ought to notice. */
import ts from 'typescript';

export interface Mutant {
	/** Path from the project's folder. */
	file: string;
	/** From 1. */
	line: number;
	/** Where the original stands, in characters. */
	start: number;
	original: string;
	replacement: string;
}

const { SyntaxKind } = ts;

/** Bounds, comparisons, arithmetic and logic: what each is mistaken for. */
const OPERATORS = new Map<ts.SyntaxKind, string>([
	[SyntaxKind.GreaterThanToken, '>='],
	[SyntaxKind.GreaterThanEqualsToken, '>'],
	[SyntaxKind.LessThanToken, '<='],
	[SyntaxKind.LessThanEqualsToken, '<'],
	[SyntaxKind.EqualsEqualsEqualsToken, '!=='],
	[SyntaxKind.ExclamationEqualsEqualsToken, '==='],
	[SyntaxKind.AmpersandAmpersandToken, '||'],
	[SyntaxKind.BarBarToken, '&&'],
	[SyntaxKind.QuestionQuestionToken, '&&'],
	[SyntaxKind.PlusToken, '-'],
	[SyntaxKind.MinusToken, '+'],
	[SyntaxKind.AsteriskToken, '/'],
	[SyntaxKind.SlashToken, '*'],
	[SyntaxKind.PercentToken, '*'],
]);

/** Words for people: whether those are good is for people to say. */
const SENTENCE = /[a-z)] [a-z({]/i;
const WORDS = new Set(['action', 'description', 'displayName', 'hint', 'placeholder', 'subtitle']);

type Change = [replaced: ts.Node, replacement: string];

const isEquality = (node: ts.Expression) =>
	ts.isBinaryExpression(node) &&
	[SyntaxKind.EqualsEqualsEqualsToken, SyntaxKind.ExclamationEqualsEqualsToken].includes(
		node.operatorToken.kind,
	);

/** The other way round, unless another change of its parts says the same. */
const negated = (condition: ts.Expression): Change[] =>
	ts.isPrefixUnaryExpression(condition) || isEquality(condition)
		? []
		: [[condition, `!(${condition.getText()})`]];

/** Without what makes an expression match at the beginning or at the end only. */
function withoutAnchors(node: ts.RegularExpressionLiteral): Change[] {
	const [, pattern = '', flags = ''] = /^\/(.*)\/(\w*)$/s.exec(node.text) ?? [];
	const variants = [
		...(/^\^./.test(pattern) ? [pattern.slice(1)] : []),
		...(/(^|[^\\])\$$/.test(pattern) && pattern.length > 1 ? [pattern.slice(0, -1)] : []),
	];
	return variants.map((variant) => [node, `/${variant}/${flags}`]);
}

function ofBinary({ left, operatorToken, right }: ts.BinaryExpression): Change[] {
	const replacement = OPERATORS.get(operatorToken.kind);
	const joinsTexts =
		operatorToken.kind === SyntaxKind.PlusToken && [left, right].some(ts.isStringLiteralLike);
	return replacement === undefined || joinsTexts ? [] : [[operatorToken, replacement]];
}

function ofStatement(node: ts.ExpressionStatement): Change[] {
	const { expression } = node;
	const called =
		ts.isAwaitExpression(expression) || ts.isVoidExpression(expression)
			? expression.expression
			: expression;
	const isSuper = ts.isCallExpression(called) && called.expression.kind === SyntaxKind.SuperKeyword;
	return ts.isCallExpression(called) && !isSuper ? [[node, ';']] : [];
}

/** A spread member, with the comma after it. */
function ofSpread(node: ts.SpreadElement | ts.SpreadAssignment): Change[] {
	if (ts.isObjectLiteralExpression(node.parent)) return [[node, '...{}']];
	return [[node, '...[]']];
}

function changesOf(node: ts.Node): Change[] {
	if (ts.isBinaryExpression(node)) return ofBinary(node);
	if (ts.isIfStatement(node) || ts.isWhileStatement(node)) return negated(node.expression);
	if (ts.isConditionalExpression(node)) return negated(node.condition);
	if (ts.isPrefixUnaryExpression(node) && node.operator === SyntaxKind.ExclamationToken)
		return [[node, `(${node.operand.getText()})`]];
	if (ts.isNumericLiteral(node)) return [[node, String(Number(node.text.replaceAll('_', '')) + 1)]];
	if (node.kind === SyntaxKind.TrueKeyword) return [[node, 'false']];
	if (node.kind === SyntaxKind.FalseKeyword) return [[node, 'true']];
	if (ts.isStringLiteralLike(node) && !SENTENCE.test(node.text))
		return [[node, node.text === '' ? "'mutant'" : "''"]];
	if (ts.isRegularExpressionLiteral(node)) return withoutAnchors(node);
	if (ts.isExpressionStatement(node)) return ofStatement(node);
	if (ts.isSpreadElement(node) || ts.isSpreadAssignment(node)) return ofSpread(node);
	return [];
}

/** What is not code at runtime, or has words for people only. */
const isLeftOut = (node: ts.Node) =>
	ts.isTypeNode(node) ||
	ts.isInterfaceDeclaration(node) ||
	ts.isTypeAliasDeclaration(node) ||
	ts.isImportDeclaration(node) ||
	ts.isExportDeclaration(node) ||
	(ts.isPropertyAssignment(node) &&
		WORDS.has(node.name.getText()) &&
		ts.isStringLiteralLike(node.initializer));

/** All mutants of a source, in the order in which they stand in it. */
export function mutantsOf(file: string, source: string): Mutant[] {
	const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
	const mutants: Mutant[] = [];
	const visit = (node: ts.Node) => {
		if (isLeftOut(node)) return;
		for (const [replaced, replacement] of changesOf(node)) {
			const start = replaced.getStart();
			const line = tree.getLineAndCharacterOfPosition(start).line + 1;
			mutants.push({ file, line, start, original: replaced.getText(), replacement });
		}
		ts.forEachChild(node, (child) => {
			const isName = 'name' in node && node.name === child && ts.isPropertyName(child as ts.Node);
			if (!isName || ts.isComputedPropertyName(child)) visit(child);
		});
	};
	visit(tree);
	return mutants.sort((one, other) => one.start - other.start);
}

export const mutated = (source: string, { start, original, replacement }: Mutant): string =>
	source.slice(0, start) + replacement + source.slice(start + original.length);
