import { CONTENDER_LABELS } from "../contenders/names.ts";
import type { Conditions, QueryResult, Results, SizeResult } from "../results.ts";
import { type Summary, summarize } from "./summary.ts";
import { isReached, type Measured, TARGETS, type Target } from "./targets.ts";

const MEGABYTE = 1024 * 1024;
const GIGABYTE = 1024 * MEGABYTE;

/** A number with as many digits as it bears: three, whole from a hundred on. */
export function shown(value: number | null): string {
	if (value === null || Number.isNaN(value)) return "–";
	if (Math.abs(value) >= 100) return Math.round(value).toLocaleString("en");
	return String(Number(value.toPrecision(3)));
}

function row(cells: readonly string[]): string {
	return `| ${cells.join(" | ")} |`;
}

/** A table of Markdown; the first column is text, the others are numbers. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const rule = head.map((_cell, index) => (index === 0 ? "---" : "---:"));
	return [row(head), row(rule), ...rows.map(row)].join("\n");
}

function targetRow(target: Target, measured: Measured): string[] {
	const value = target.value(measured);
	const bound =
		target.least === undefined
			? `at most ${target.most?.toLocaleString("en")}`
			: `at least ${target.least.toLocaleString("en")}`;
	const verdict =
		value === null ? "not measured" : isReached(target, value) ? "reached" : "not reached";
	return [
		target.name,
		`${bound} ${target.unit}`,
		value === null ? "–" : `${shown(value)} ${target.unit}`,
		verdict,
	];
}

function conditionRows(conditions: Conditions): string[][] {
	const { settings, variant } = conditions;
	const list = (values: Readonly<Record<string, string>>) =>
		Object.entries(values)
			.map(([name, value]) => `${name} ${value}`)
			.join(", ");
	return [
		["when", conditions.date],
		["command", `\`${conditions.command}\``],
		["commit", conditions.commit],
		[
			"machine",
			`${conditions.processor}, ${conditions.cores} cores, ${shown(conditions.memory / GIGABYTE)} GB`,
		],
		["Node.js", conditions.node],
		["PostgreSQL", `${conditions.postgresql}; ${list(settings)}`],
		[
			"load",
			`${conditions.connections} connections, ${conditions.rounds} rounds of ${conditions.seconds} s`,
		],
		["connections to the database", `${conditions.poolSize} each`],
		[
			"settings of ours",
			Object.keys(variant).length === 0
				? "as served, keeping answers for the repeated requests only"
				: list(variant),
		],
	];
}

const HEAD = [
	"",
	"requests/s",
	"p50 ms",
	"p99 ms",
	"bytes",
	"SQL",
	"CPU ms: process",
	"database",
	"ours over it",
];

function summaryRow(label: string, summary: Summary): string[] {
	return [
		label,
		shown(summary.requestsPerSecond),
		shown(summary.p50),
		shown(summary.p99),
		shown(summary.meanBytes),
		shown(summary.statements),
		shown(summary.processMilliseconds),
		shown(summary.databaseMilliseconds),
		summary.contender === "ours" ? "" : shown(summary.oursOverThis),
	];
}

function queryPart(query: QueryResult): string {
	const rows = summarize(query).map((summary) =>
		summaryRow(CONTENDER_LABELS[summary.contender], summary),
	);
	return `### ${query.name}\n\n${query.title}.\n\n${table(HEAD, rows)}`;
}

/** All groupings in one table, as there are many. */
function statsPart(queries: readonly QueryResult[]): string {
	const rows = queries.flatMap((query) =>
		summarize(query).map((summary) =>
			summaryRow(`${query.name.replace(/^stats /, "")}: ${summary.contender}`, summary),
		),
	);
	return rows.length === 0 ? "" : `### statementStats\n\n${table(HEAD, rows)}`;
}

function processesPart({
	contenders,
	soak,
	export: exported,
	loadedPerSecond,
}: SizeResult): string {
	const rows = Object.entries(contenders).map(([name, { residentBytes, coldStart }]) => [
		name,
		shown(residentBytes / MEGABYTE),
		shown(coldStart),
	]);
	const lines = [
		soak.length === 0
			? null
			: `Memory of ours in a soak, every ten seconds, in MB: ${soak.map((bytes) => shown(bytes / MEGABYTE)).join(", ")}.`,
		exported === null
			? null
			: `Exported: ${shown(exported.rowsPerSecond)} statements a second (${exported.rows.map(shown).join(", ")} rows).`,
		loadedPerSecond === null
			? null
			: `Loaded: ${shown(loadedPerSecond)} statements a second, without the time of generating them.`,
	];
	return [
		"### Processes",
		table(["", "memory after the load, MB", "first answer, ms"], rows),
		...lines.filter((line) => line !== null),
	].join("\n\n");
}

function sizePart(size: SizeResult): string {
	const isStats = ({ name }: QueryResult) => name.startsWith("stats ");
	return [
		`## ${size.statements.toLocaleString("en")} statements`,
		...size.queries.filter((query) => !isStats(query)).map(queryPart),
		statsPart(size.queries.filter(isStats)),
		processesPart(size),
	]
		.filter((part) => part !== "")
		.join("\n\n");
}

/** What the targets are read from, of a run. */
function measuredOf({ sizes, growth, embeddedStart }: Results): Measured {
	const sorted = sizes.toSorted((one, other) => one.statements - other.statements);
	return { large: sorted.at(-1) ?? null, growth, embeddedStart };
}

/** The report of a run, in Markdown. */
export function toMarkdown(results: Results): string {
	const measured = measuredOf(results);
	return `${[
		"# Benchmark",
		"Medians over the rounds; ratios are paired inside each round, and of these the median. Every answer was compared with ours before anything was timed, and its bytes were checked under load. On a machine that others use too, read ratios, not absolutes, and small ones not at all.",
		table(["condition", ""], conditionRows(results.conditions)).replace("---:", "---"),
		"![requests a second](report.svg)",
		"## To reach",
		`The targets are for 1,000,000 statements; the largest corpus of this run has ${measured.large?.statements.toLocaleString("en") ?? "none"}.`,
		table(
			["target", "bound", "found", ""],
			TARGETS.map((target) => targetRow(target, measured)),
		),
		...results.sizes.map(sizePart),
	].join("\n\n")}\n`;
}
