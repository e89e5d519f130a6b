/** Columns of equal width. */
export function table(rows: readonly string[][]): string[] {
	const width = (column: number) => Math.max(...rows.map((cells) => (cells[column] ?? '').length));
	return rows.map((cells) =>
		`  ${cells.map((cell, column) => cell.padEnd(width(column))).join('  ')}`.trimEnd(),
	);
}
