import type { Operation, Resource } from '../../engine/operation.ts';

const START = '<!-- operations:start -->';
const END = '<!-- operations:end -->';

const INTRODUCTION =
	"The identity's policy must allow the AWS action, with the prefix `social-messaging:`. Actions after *also* are needed for a part of the operation.";

/** Texts go into cells: a bar would end the cell. */
const cell = (text: string) => text.replace(/\|/g, '\\|');

function actionsOf({ awsAction, furtherActions = [] }: Operation): string {
	const also = furtherActions.map((name) => `, also \`${name}\``);
	return `\`${awsAction}\`${also.join('')}`;
}

const rowOf = (operation: Operation) =>
	`| ${cell(operation.name)} | ${cell(operation.description)} | ${actionsOf(operation)} |`;

const sectionOf = ({ name, operations }: Resource) =>
	[
		`### ${name}`,
		'',
		'| Operation | What it does | AWS action |',
		'|---|---|---|',
		...operations.map(rowOf),
	].join('\n');

/** The operations of the node as Markdown, a table for each resource. */
export const operationsInMarkdown = (resources: Resource[]): string =>
	[INTRODUCTION, ...resources.map(sectionOf)].join('\n\n');

/** Where the operations are in the README: after the first marker, before the second. */
function placeIn(readme: string): [number, number] {
	const start = readme.indexOf(START);
	const end = readme.indexOf(END);
	if (start === -1 || end < start) throw new Error(`The README lacks ${START} and ${END}`);
	return [start + START.length, end];
}

export function operationsIn(readme: string): string {
	return readme.slice(...placeIn(readme)).trim();
}

export function withOperations(readme: string, markdown: string): string {
	const [start, end] = placeIn(readme);
	return `${readme.slice(0, start)}\n\n${markdown}\n\n${readme.slice(end)}`;
}
