import { axisX, axisY, dot, gridY, ruleY } from "@observablehq/plot";
import { KIND_COLORS, legendOfKinds } from "./chart-kinds.ts";
import { drawn, linesOf, TIP } from "./drawing.ts";
import type { Asking, Picture } from "./picture.ts";
import { type Said, saidInCsv } from "./said.ts";
import { statementsAsCsv } from "./server.ts";
import { periodOf, type Settings, speakerFilterOf } from "./settings.ts";
import { isolated, type Words } from "./words.ts";

/** The most statements that are read: a dot for each must be made, and be told from the others. */
export const MOST_STATEMENTS = 5000;
const HEIGHT = 340;
const AXIS_WIDTH = 36;
const AXIS_HEIGHT = 26;
/** The least room for a mark of the axis of time. */
const MARK_WIDTH = 96;

function isToTheDay({ earliest, latest }: Said): boolean {
	return earliest.getTime() === latest.getTime();
}

function middleOf({ earliest, latest }: Said): Date {
	return new Date((earliest.getTime() + latest.getTime()) / 2);
}

function dayIn(said: Said, words: Words): string {
	const [earliest, latest] = [words.day(said.earliest), words.day(said.latest)];
	return isToTheDay(said) ? earliest : `${earliest} \u2013 ${latest}`;
}

function drawEach(all: readonly Said[], words: Words, width: number) {
	return drawn({
		width,
		height: HEIGHT,
		marginLeft: AXIS_WIDTH,
		marginRight: 12,
		marginTop: 28,
		marginBottom: AXIS_HEIGHT,
		x: { type: "utc", nice: true, inset: 6 },
		y: { zero: true, nice: true, label: null },
		color: { type: "ordinal", ...KIND_COLORS },
		marks: [
			gridY({ ticks: 5, stroke: "var(--line)", strokeOpacity: 1 }),
			axisY({
				ticks: 5,
				tickSize: 0,
				label: isolated(words.say("length")),
				labelArrow: "none",
				tickFormat: (value: number) => words.number(value),
			}),
			axisX({
				ticks: Math.max(2, Math.floor(width / MARK_WIDTH)),
				tickFormat: (time: Date) => isolated(words.mark(time)),
				label: null,
			}),
			ruleY([0], { stroke: "var(--quiet)" }),
			ruleY(
				all.filter((said) => !isToTheDay(said)),
				{ y: "words", x1: "earliest", x2: "latest", stroke: "kind", strokeWidth: 2 },
			),
			dot(all, {
				x: middleOf,
				y: "words",
				r: 4.5,
				fill: "kind",
				stroke: "var(--raised)",
				strokeWidth: 0.75,
				title: (said: Said) =>
					linesOf(
						width,
						said.speakers,
						dayIn(said, words),
						words.count("wordCount", said.words),
						said.text,
					),
				tip: TIP,
			}),
		],
	});
}

function sumUp(all: readonly Said[], words: Words): string {
	const lengths = all.map((said) => said.words).toSorted((one, other) => one - other);
	const [first, last] = [all[0], all.at(-1)];
	return words.say("eachSummary", {
		statements: words.count("statementCount", all.length),
		first: first === undefined ? "" : words.day(first.earliest),
		last: last === undefined ? "" : words.day(last.latest),
		words: words.count("wordCount", lengths[Math.floor((lengths.length - 1) / 2)] ?? 0),
		most: words.count("wordCount", lengths.at(-1) ?? 0),
	});
}

/** Which statements are exported: the same as the other charts count. */
export function exportFilterOf(settings: Settings): object {
	const saidAt = periodOf(settings);
	return {
		...speakerFilterOf(settings).filter,
		...(Object.keys(saidAt).length > 0 && { saidAt }),
	};
}

/** @throws NoAnswer */
export async function each({ settings, total, words, signal }: Asking): Promise<Picture> {
	const columns = (["day", "speaker", "kind", "length", "text"] as const).map((name) =>
		words.say(name),
	);
	if (total > MOST_STATEMENTS) {
		const statements = words.count("statementCount", total);
		const remark = words.say("eachTooMany", { statements, n: words.number(MOST_STATEMENTS) });
		return { summary: "", remark, columns, rows: [], draw: () => drawn({ marks: [] }) };
	}
	const csv = await statementsAsCsv(settings.server, exportFilterOf(settings), signal);
	const all = saidInCsv(csv);
	return {
		summary: sumUp(all, words),
		legend: legendOfKinds(words),
		columns,
		rows: all.map((said) => [
			dayIn(said, words),
			said.speakers,
			words.kind(said.kind),
			words.number(said.words),
			said.text,
		]),
		draw: (width) => drawEach(all, words, width),
	};
}
