import { readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { errorLines, errorsIn } from "../drafting/evaluate/errors.ts";
import { figureIn } from "../drafting/evaluate/figures.ts";
import { confidenceLines } from "../drafting/evaluate/fit-confidence.ts";
import { hasSection, renewSection } from "../drafting/evaluate/markdown.ts";
import { type JudgedGold, judgeGold, type Report, reportOf } from "../drafting/evaluate/report.ts";
import { markdownReport, markdownSummary, plainReport } from "../drafting/evaluate/tables.ts";
import { didYouMean } from "../text/nearest.ts";
import { readAuthorities } from "./authorities.ts";
import {
	BOTH_PARTS,
	type NamedGold,
	PARTS,
	type Part,
	readGold,
	type Split,
	USUAL_THIRD,
} from "./evaluate-golds.ts";
import { BadArguments, type Given, runCommand } from "./run-command.ts";
import { linesTo } from "./write-lines.ts";

const HELP = `Tells how good the proposals of the drafting tool are, beside what people annotated.

  npm run evaluate                              on the curated pages of seed/
  npm run evaluate -- gold.json                 on a JSON list of annotated articles
  npm run evaluate -- gold.json --errors        also lists all that is wrong, by category
  npm run evaluate -- gold.json --held 3        every third article apart, as held back
  npm run evaluate -- gold.json --part held     one part: development or held; of what is held
                                                the first half, opened, or the rest, unseen
  npm run evaluate -- 'gold.json#unseen/2'      a part, with every second article held back
  npm run -s evaluate -- gold.json --json       the figures as JSON; --markdown: as tables
  npm run evaluate -- seed --into FILE          renews the tables of seed in a Markdown file
  npm run evaluate -- seed --least 0.85         fails where the overlap F1 of ALL is lower
  npm run -s evaluate -- 'a.json#development' b.json --confidence
                                                prints the table of confidence anew

A GOLD is a seed folder, or a JSON list of {id, title, text, statements: [{kind, start, end,
content, cue, mention, speakers, via}]} whose offsets count code points of text. Names of a JSON
list are resolved by the authority files of seed/, or of --seed FOLDER.

overlap: a proposal is right that shares at least half of its words with a statement; exact: all
of them. attributed: it has the right speaker too. Statements of titles are left out: the tool
does not draft them. The intervals come from drawing the pages anew 1,000 times, and are the same
each time. The exit code is 0, 1 for a gold that cannot be read or a figure under --least, 2 for
arguments that it does not know.`;

const OPTIONS = {
	errors: { type: "boolean" },
	held: { type: "string" },
	part: { type: "string" },
	json: { type: "boolean" },
	markdown: { type: "boolean" },
	into: { type: "string" },
	least: { type: "string" },
	confidence: { type: "boolean" },
	seed: { type: "string" },
} as const;

const OUTPUTS = ["json", "markdown", "confidence", "into"];
/** Where a Markdown file has a table of all golds together. */
const SUMMARY = "all";

function splitOf(given: Given): Split | null {
	const held = given.valueOf("held");
	const part = given.valueOf("part");
	if (held === undefined && part === undefined) return null;
	const every = held === undefined ? USUAL_THIRD : Number(held);
	if (!Number.isInteger(every) || every < 2)
		throw new BadArguments(`expected --held with a whole number from 2 on, found ${held}`);
	if (part === undefined) return { every, parts: BOTH_PARTS };
	const known = PARTS.find((one) => one === part);
	if (known !== undefined) return { every, parts: [known] satisfies Part[] };
	throw new BadArguments(
		`expected --part ${PARTS.join(" or ")}, found ${part}${didYouMean(part, PARTS)}`,
	);
}

function leastOf(given: Given): number {
	const words = given.valueOf("least") ?? "0";
	const least = Number(words);
	if (words.trim() !== "" && least >= 0 && least <= 1) return least;
	throw new BadArguments(`expected --least with a number from 0 to 1, found ${words}`);
}

function checkOutputs(given: Given): void {
	const chosen = OUTPUTS.filter((name) => given.has(name) || given.valueOf(name) !== undefined);
	const [first, second] = chosen;
	if (second !== undefined)
		throw new BadArguments(
			`expected one of --${OUTPUTS.join(", --")}, found --${first} and --${second}`,
		);
}

async function judgeAll(golds: readonly NamedGold[], seed: string): Promise<JudgedGold[]> {
	const judged: JudgedGold[] = [];
	for (const { name, gold, folder } of golds)
		judged.push(judgeGold(name, gold, await readAuthorities(folder ?? seed)));
	return judged;
}

function plainLines(judged: JudgedGold, report: Report, hasErrors: boolean): string[] {
	const errors = hasErrors ? errorLines(errorsIn(judged.judged), process.stdout.isTTY) : [];
	return [...plainReport(report), ...errors, ""];
}

function jsonLines(golds: readonly JudgedGold[], reports: readonly Report[], hasErrors: boolean) {
	const withErrors = reports.map((report, at) => ({
		...report,
		...(hasErrors ? { errors: errorsIn(golds[at]?.judged ?? []) } : {}),
	}));
	return [JSON.stringify({ reports: withErrors }, null, "\t")];
}

function linesOf(golds: readonly JudgedGold[], reports: readonly Report[], given: Given) {
	const hasErrors = given.has("errors");
	if (given.has("confidence")) return confidenceLines(golds.flatMap(({ judged }) => judged));
	if (given.has("json")) return jsonLines(golds, reports, hasErrors);
	if (given.has("markdown"))
		return reports.flatMap((report) => [`## ${report.name}`, "", ...markdownReport(report), ""]);
	return reports.flatMap((report, at) => {
		const gold = golds[at];
		return gold === undefined ? [] : plainLines(gold, report, hasErrors);
	});
}

/** Renews the tables of each report in a Markdown file, where they stand under its file's name. */
async function renew(file: string, reports: readonly Report[]): Promise<void> {
	const named = reports.map((report) => ({ ...report, name: basename(report.name) }));
	let text = await readFile(file, "utf8");
	for (const report of named) text = renewSection(file, text, report.name, markdownReport(report));
	if (named.length > 1 && hasSection(text, SUMMARY))
		text = renewSection(file, text, SUMMARY, markdownSummary(named));
	await writeFile(file, text);
}

/** Tells on standard error which reports are under the least F1; gives their number. */
function tellLow(reports: readonly Report[], least: number): number {
	const low = reports.filter(({ name, groups }) => {
		const value = figureIn(groups, "statements", "ALL", "overlap F1")?.value ?? 0;
		if (value >= least) return false;
		console.error(
			`${name}: expected an overlap F1 of at least ${least}, found ${value.toFixed(3)}`,
		);
		return true;
	});
	return low.length;
}

await runCommand(
	{ help: HELP, argument: "GOLD", several: true, options: OPTIONS },
	async (_first, given) => {
		const split = splitOf(given);
		const least = leastOf(given);
		checkOutputs(given);
		const seed = given.valueOf("seed") ?? "seed";
		const paths = given.all.length === 0 ? [seed] : given.all;
		const golds: NamedGold[] = [];
		for (const path of paths) golds.push(...(await readGold(path, split)));
		const judged = await judgeAll(golds, seed);
		const isTimed = !given.has("markdown") && !given.has("confidence");
		const known = isTimed ? await readAuthorities(seed) : null;
		const into = given.valueOf("into");
		const reports = judged.map((one) => reportOf(one, into === undefined ? known : null));
		if (into !== undefined) await renew(into, reports);
		const output = linesTo();
		const lines = into === undefined ? linesOf(judged, reports, given) : [`renewed ${into}`];
		for (const line of lines) if (!(await output.write(line))) break;
		return tellLow(reports, least) === 0 ? 0 : 1;
	},
);
