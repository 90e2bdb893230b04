import { RESAMPLES } from "./bootstrap.ts";
import { type Figure, type FigureGroup, figureIn } from "./figures.ts";
import type { Report } from "./report.ts";

/** A table of words: the first row is its head, the first column says what a row is about. */
export type Cells = readonly (readonly string[])[];

const DIGITS = 3;
const NOTHING = "-";

function shown({ value, interval }: Figure): string {
	if (value === null) return NOTHING;
	if (interval === null) return value.toFixed(DIGITS);
	return `${value.toFixed(DIGITS)} (${interval.low.toFixed(DIGITS)}-${interval.high.toFixed(DIGITS)})`;
}

function countOf({ right, of }: Figure): string {
	return `${Math.round(right)}/${of}`;
}

/** The values of a group, and what those of one column are made of. */
export function cellsOf({ title, detailed, rows }: FigureGroup): Cells {
	const columns = Object.keys(rows[0]?.figures ?? {});
	return [
		[title, ...columns.flatMap((column) => (column === detailed ? ["right", column] : [column]))],
		...rows.map(({ row, figures }) => [
			row,
			...Object.entries(figures).flatMap(([column, figure]) =>
				column === detailed ? [countOf(figure), shown(figure)] : [shown(figure)],
			),
		]),
	];
}

function counted(count: number, one: string, several = `${one}s`): string {
	return `${count} ${count === 1 ? one : several}`;
}

/** What a report is about, in sentences. */
export function aboutLines(report: Report): string[] {
	const { pages, statements, proposals, inTitles, unconfirmed } = report;
	const speed = report.articlesPerSecond;
	return [
		`${counted(pages, "page")}, ${counted(statements, "statement")}, ${counted(proposals, "proposal")}; in brackets the 95 % interval over pages, ${RESAMPLES} resamples`,
		...(inTitles === 0
			? []
			: [`left out: ${counted(inTitles, "statement")} of titles, which are not drafted`]),
		...(unconfirmed === 0
			? []
			: [`left out: ${counted(unconfirmed, "page")} with a draft that nobody has confirmed`]),
		...(speed === null
			? []
			: [`${Math.round(speed).toLocaleString("en")} articles a second of one core's time`]),
	];
}

/** A table for a terminal: the first column from the left, numbers from the right. */
export function plainTable(cells: Cells): string[] {
	const widths = (cells[0] ?? []).map((_, column) =>
		Math.max(...cells.map((row) => row[column]?.length ?? 0)),
	);
	return cells.map((row) =>
		row
			.map((cell, column) => {
				const width = widths[column] ?? 0;
				return column === 0 ? cell.padEnd(width) : cell.padStart(width);
			})
			.join("  ")
			.trimEnd(),
	);
}

/** A table in Markdown, numbers from the right. */
export function markdownTable(cells: Cells): string[] {
	const widths = (cells[0] ?? []).map((_, column) =>
		Math.max(4, ...cells.map((row) => row[column]?.length ?? 0)),
	);
	const line = (row: readonly string[]) =>
		`| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(" | ")} |`;
	const rule = `| ${widths.map((width, column) => (column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`)).join(" | ")} |`;
	const [head = [], ...rows] = cells;
	return [line(head), rule, ...rows.map(line)];
}

/** Whether anything was measured in a row: a gold has not everything. */
function hasFigures({ rows }: FigureGroup): FigureGroup["rows"] {
	return rows.filter(({ figures }) => Object.values(figures).some(({ value }) => value !== null));
}

function groupsOf(report: Report): FigureGroup[] {
	return report.groups.map((group) => ({ ...group, rows: hasFigures(group) }));
}

/** A report for a terminal. */
export function plainReport(report: Report): string[] {
	return [
		report.name,
		...aboutLines(report),
		...groupsOf(report).flatMap((group) => ["", ...plainTable(cellsOf(group))]),
	];
}

/** What a summary of several reports has of each. */
const SUMMARY: readonly (readonly [group: string, row: string, column: string, head: string])[] = [
	["statements", "ALL", "overlap F1", "overlap F1"],
	["statements", "ALL", "exact F1", "exact F1"],
	["statements", "ALL", "attributed F1", "attributed F1"],
	["speakers", "ALL", "share", "right speaker"],
];

/** Several reports in one Markdown table, a line each. */
export function markdownSummary(reports: readonly Report[]): string[] {
	return markdownTable([
		["Gold", "pages", "statements", ...SUMMARY.map(([, , , head]) => head)],
		...reports.map(({ name, pages, statements, groups }) => [
			name,
			String(pages),
			String(statements),
			...SUMMARY.map(([group, row, column]) => {
				const figure = figureIn(groups, group, row, column);
				return figure === undefined ? NOTHING : shown(figure);
			}),
		]),
	]);
}

/** A report in Markdown. */
export function markdownReport(report: Report): string[] {
	return [
		...aboutLines(report).flatMap((line, index) => [...(index > 0 ? [""] : []), `${line}.`]),
		...groupsOf(report).flatMap((group) => ["", ...markdownTable(cellsOf(group))]),
	];
}
