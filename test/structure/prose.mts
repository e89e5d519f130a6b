import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root, ROOMS } from './house.mts';
import { nodesIn, placeIn, textOf, treeOf, type Wording } from './wording.mts';

const read = (path: string) => ({ path, text: readFileSync(join(root, path), 'utf8') });

/** Everything that is written for this repository, and can have comments. */
export const sources = [...Object.keys(ROOMS), 'test', 'local-aws']
	.flatMap((folder) =>
		readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
			join(folder, file),
		),
	)
	.concat(readdirSync(root))
	.filter((path) => /\.(m?ts|m?js)$/.test(path) && !path.includes('node_modules'))
	.map(read);

export const documents = readdirSync(root)
	.filter((path) => path.endsWith('.md'))
	.concat('local-aws/README.md')
	.map(read);

/** Code is not prose. */
const withoutCode = (text: string) => text.replace(/`[^`]*`/g, '…');

function rangesAround(node: ts.Node, tree: ts.SourceFile): ts.CommentRange[] {
	const { text } = tree;
	return [
		...(ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []),
		...(ts.getTrailingCommentRanges(text, node.getEnd()) ?? []),
	];
}

const tokensIn = (node: ts.Node, tree: ts.SourceFile): ts.Node[] => {
	const children = node.getChildren(tree);
	return children.length === 0 ? [node] : children.flatMap((child) => tokensIn(child, tree));
};

/** The comments of a source, each as one line; lines of "//" that follow each other are one. */
export function commentsIn(source: { path: string; text: string }): Wording[] {
	const tree = treeOf(source);
	const ranges = new Map(
		tokensIn(tree, tree)
			.flatMap((token) => rangesAround(token, tree))
			.map((range) => [range.pos, range]),
	);
	const comments: Array<Wording & { end: number }> = [];
	for (const { pos, end, kind } of [...ranges.values()].sort((a, b) => a.pos - b.pos)) {
		const text = source.text
			.slice(pos, end)
			.replace(/^\/\*+|\*\/$|^\/\//g, '')
			.replace(/\n\s*\*?/g, ' ')
			.replace(/\s+/g, ' ')
			.trim();
		const last = comments.at(-1);
		const isMore = kind === ts.SyntaxKind.SingleLineCommentTrivia && last;
		if (isMore && source.text.slice(last.end, pos).trim() === '') {
			Object.assign(last, { text: `${last.text} ${text}`, end });
		} else {
			comments.push({ at: placeIn(tree, pos), text, end });
		}
	}
	return comments.map(({ at, text }) => ({ at, text: withoutCode(text) }));
}

/** "it" for it(…), it.each(…)(…) and the like. */
function calleeOf(node: ts.Expression): string {
	if (ts.isCallExpression(node) || ts.isPropertyAccessExpression(node)) {
		return calleeOf(node.expression);
	}
	return ts.isTaggedTemplateExpression(node) ? calleeOf(node.tag) : node.getText();
}

/** The names that a source gives to its tests and groups of tests. */
export function testNamesIn(source: { path: string; text: string }): Wording[] {
	const tree = treeOf(source);
	return nodesIn(tree)
		.filter(ts.isCallExpression)
		.filter((call) => /^(it|test|describe)$/.test(calleeOf(call.expression)))
		.flatMap(({ arguments: [name] }) => {
			if (!name) return [];
			const text = textOf(name);
			return text === undefined ? [] : [{ at: placeIn(tree, name.getStart(tree)), text }];
		});
}

/** The paragraphs, list items and rows of a Markdown document, without code. */
export function linesIn({ path, text }: { path: string; text: string }): Wording[] {
	const prose = text.replace(/^( *)```[^]*?^\1```/gm, (code) => code.replace(/.+/g, ''));
	return prose.split('\n').map((line, i) => ({ at: `${path}:${i + 1}`, text: withoutCode(line) }));
}
