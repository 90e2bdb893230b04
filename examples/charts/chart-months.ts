import { axisX, axisY, gridY, rectY, ruleY, text } from "@observablehq/plot";
import { atTheBeginning, counted, drawn, linesOf, TIP } from "./drawing.ts";
import type { Asking, Picture } from "./picture.ts";
import { type MonthRow, Months } from "./queries.ts";
import { ask } from "./server.ts";
import { MOST_SPEAKERS, periodOf, type Settings, speakerFilterOf } from "./settings.ts";
import { isolated, type Words } from "./words.ts";

/** What a speaker said in a month. */
interface Month {
	readonly time: Date;
	readonly speakerId: string;
	readonly speaker: string;
	readonly count: number;
}

/** How many speakers are drawn when nobody is chosen. */
const USUAL_SPEAKERS = 6;
/** The height of a speaker's row, their name in it, in CSS pixels. */
const ROW_HEIGHT = 84;
const NAME_HEIGHT = 24;
const AXIS_HEIGHT = 26;
const AXIS_WIDTH = 28;
/** The least room for a mark of the axis of time. */
const MARK_WIDTH = 96;

function monthOf({ time, speakerId, speaker, count }: MonthRow): Month {
	return {
		time: new Date(String(time)),
		speakerId: speakerId ?? "",
		speaker: speaker ?? "",
		count,
	};
}

interface Speaker {
	readonly id: string;
	readonly name: string;
	readonly count: number;
}

/** The speakers, those who say most first. */
function speakersIn(months: readonly Month[]): Speaker[] {
	const speakers = new Map<string, Speaker>();
	for (const { speakerId: id, speaker: name, count } of months)
		speakers.set(id, { id, name, count: count + (speakers.get(id)?.count ?? 0) });
	return [...speakers.values()].toSorted((one, other) => other.count - one.count);
}

/** From the first month to the end of the last one. */
function spanOf(months: readonly Month[]): [Date, Date] {
	const times = months.map(({ time }) => time.getTime());
	const [first, last] = [
		new Date(times.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY)),
		new Date(times.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY)),
	];
	return [first, new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth() + 1))];
}

function drawMonths(all: readonly Month[], words: Words, width: number) {
	const speakers = speakersIn(all);
	const found = all.filter(({ count }) => count > 0);
	const most = found.reduce((one, { count }) => Math.max(one, count), 1);
	return drawn({
		width,
		height: speakers.length * ROW_HEIGHT + AXIS_HEIGHT,
		marginLeft: AXIS_WIDTH,
		marginRight: 8,
		marginBottom: AXIS_HEIGHT,
		x: { type: "utc", domain: spanOf(all) },
		y: { domain: [0, most], insetTop: NAME_HEIGHT, label: null },
		fy: { domain: speakers.map(({ id }) => id), axis: null, padding: 0.12 },
		marks: [
			gridY({ ticks: [most], stroke: "var(--line)", strokeOpacity: 1 }),
			rectY(found, {
				x: "time",
				interval: "month",
				y: "count",
				fy: "speakerId",
				fill: "var(--bar)",
				// However long the time is, a month is to be seen.
				stroke: "var(--bar)",
				strokeWidth: 1,
				inset: 0.5,
				title: ({ speaker, time, count }: Month) =>
					linesOf(width, speaker, words.month(time), words.count("statementCount", count)),
				tip: TIP,
			}),
			ruleY([0], { stroke: "var(--quiet)" }),
			axisY({ ticks: [0, most], tickSize: 0, tickFormat: (value: number) => words.number(value) }),
			axisX({
				ticks: Math.max(2, Math.floor(width / MARK_WIDTH)),
				tickFormat: (time: Date) => isolated(words.mark(time)),
				label: null,
			}),
			text(speakers, {
				...atTheBeginning(words),
				fy: "id",
				frameAnchor: words.isRightToLeft ? "top-right" : "top-left",
				text: ({ name, count }: Speaker) => counted(name, count, words, width - AXIS_WIDTH - 8),
				dy: 2,
			}),
		],
	});
}

function sumUp(found: readonly Month[], speakers: readonly Speaker[], words: Words): string {
	const [first, last] = [found[0], found.at(-1)];
	const top = found.reduce((one, other) => (other.count > one.count ? other : one));
	const sum = speakers.reduce((total, { count }) => total + count, 0);
	return words.say("monthsSummary", {
		statements: words.count("statementCount", sum),
		speakers: words.count("speakerCount", speakers.length),
		first: first === undefined ? "" : words.month(first.time),
		last: last === undefined ? "" : words.month(last.time),
		name: isolated(top.speaker),
		month: words.month(top.time),
		count: words.count("statementCount", top.count),
	});
}

/** What Months is asked with. */
export function monthsVariables(settings: Settings) {
	return {
		...speakerFilterOf(settings),
		...periodOf(settings),
		first: settings.speakers.length === 0 ? USUAL_SPEAKERS : MOST_SPEAKERS,
		lang: settings.language,
	};
}

/** @throws NoAnswer */
export async function months({ settings, words, signal }: Asking): Promise<Picture> {
	const variables = monthsVariables(settings);
	const { statementStats } = await ask(settings.server, Months, variables, signal);
	const all = statementStats.rows.map(monthOf);
	const found = all.filter(({ count }) => count > 0);
	const speakers = speakersIn(all);
	const { groupCount } = statementStats;
	const shown = words.number(speakers.length);
	const ofSpeakers = words.count("speakerCount", groupCount);
	return {
		summary: found.length === 0 ? "" : sumUp(found, speakers, words),
		...(groupCount > speakers.length && {
			remark: words.say("monthsMore", { shown, speakers: ofSpeakers }),
		}),
		columns: [words.say("month"), words.say("speaker"), words.say("count")],
		rows: found.map(({ time, speaker, count }) => [
			words.month(time),
			speaker,
			words.number(count),
		]),
		draw: (width) => drawMonths(all, words, width),
	};
}
