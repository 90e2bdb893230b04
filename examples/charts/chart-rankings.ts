import { barX, text } from "@observablehq/plot";
import { atTheBeginning, drawn, fitted, linesOf, margins, TIP } from "./drawing.ts";
import type { Asking, Picture } from "./picture.ts";
import { Places, TopSpeakers } from "./queries.ts";
import { ask } from "./server.ts";
import { periodOf, type Settings, speakerFilterOf } from "./settings.ts";
import { isolated, type Words } from "./words.ts";

/** Somebody or something that statements are counted of. */
interface Ranked {
	/** Its id, as two may have one name. */
	readonly id: string;
	readonly name: string;
	readonly count: number;
}

/** The height of a row, its name above its bar, in CSS pixels. */
const ROW_HEIGHT = 46;
const NAME_HEIGHT = 22;
/** Room for the number at the end of the longest bar. */
const NUMBER_WIDTH = 64;
/** How many the summary names. */
const SUMMED_UP = 3;

function drawRanking(ranked: readonly Ranked[], words: Words, width: number) {
	const { isRightToLeft } = words;
	return drawn({
		width,
		height: ranked.length * ROW_HEIGHT + 8,
		...margins(words, 0, NUMBER_WIDTH),
		x: { axis: null, reverse: isRightToLeft, domain: [0, Math.max(1, ranked[0]?.count ?? 0)] },
		y: { axis: null, domain: ranked.map(({ id }) => id), padding: 0.16 },
		marks: [
			barX(ranked, {
				x: "count",
				y: "id",
				fill: "var(--bar)",
				insetTop: NAME_HEIGHT,
				title: ({ name, count }: Ranked) =>
					linesOf(width, name, words.count("statementCount", count)),
				tip: TIP,
			}),
			text(ranked, {
				...atTheBeginning(words),
				x: () => 0,
				y: "id",
				text: ({ name }: Ranked) => fitted(name, width),
				dy: -NAME_HEIGHT / 2 + 1,
			}),
			text(ranked, {
				x: "count",
				y: "id",
				text: ({ count }: Ranked) => words.number(count),
				textAnchor: isRightToLeft ? "end" : "start",
				dx: isRightToLeft ? -6 : 6,
				dy: NAME_HEIGHT / 2,
				fill: "currentColor",
			}),
		],
	});
}

function pictureOf(
	ranked: readonly Ranked[],
	groupCount: number,
	column: string,
	words: Words,
): Picture {
	const names = ranked
		.slice(0, SUMMED_UP)
		.map(({ name, count }) => `${isolated(name)} (${words.number(count)})`)
		.join(words.language === "ar" ? "\u060C " : ", ");
	const [shown, n] = [words.number(ranked.length), words.number(groupCount)];
	return {
		summary: words.say("rankingSummary", { names }),
		...(groupCount > ranked.length && { remark: words.say("rankingMore", { shown, n }) }),
		columns: [column, words.say("count")],
		rows: ranked.map(({ name, count }) => [name, words.number(count)]),
		draw: (width) => drawRanking(ranked, words, width),
	};
}

/** What TopSpeakers is asked with. */
export function topSpeakersVariables(settings: Settings) {
	return { ...periodOf(settings), lang: settings.language };
}

/** @throws NoAnswer */
export async function topSpeakers({ settings, words, signal }: Asking): Promise<Picture> {
	const variables = topSpeakersVariables(settings);
	const { statementStats } = await ask(settings.server, TopSpeakers, variables, signal);
	const ranked = statementStats.rows.map(({ speakerId, speaker, count }) => ({
		id: speakerId ?? "",
		name: speaker ?? "",
		count,
	}));
	return pictureOf(ranked, statementStats.groupCount, words.say("speaker"), words);
}

/** What Places is asked with. */
export function placesVariables(settings: Settings) {
	return { ...speakerFilterOf(settings), ...periodOf(settings), lang: settings.language };
}

/** @throws NoAnswer */
export async function places({ settings, words, signal }: Asking): Promise<Picture> {
	const variables = placesVariables(settings);
	const { statementStats } = await ask(settings.server, Places, variables, signal);
	const ranked = statementStats.rows.map(({ locationId, location, count }) => ({
		id: locationId ?? "",
		name: location ?? "",
		count,
	}));
	return pictureOf(ranked, statementStats.groupCount, words.say("place"), words);
}
