import { barX, stackX, text } from "@observablehq/plot";
import { atTheBeginning, counted, drawn, linesOf, margins, TIP } from "./drawing.ts";
import type { Asking, LegendEntry, Picture } from "./picture.ts";
import { type KindRow, Kinds } from "./queries.ts";
import { ask } from "./server.ts";
import { periodOf, type Settings, speakerFilterOf } from "./settings.ts";
import { isolated, KIND_NAMES, type Words } from "./words.ts";

/** The statements of an outlet that give the words in one way. */
interface Part {
	readonly publisherId: string;
	readonly publisher: string;
	readonly kind: string;
	readonly count: number;
}

const ROW_HEIGHT = 52;
const NAME_HEIGHT = 22;
/** A part that is narrower has no number in it. */
const NARROWEST_WITH_NUMBER = 22;

/** A colour for each way of giving the words; each is another one in the dark. */
export const KIND_COLORS = {
	domain: KIND_NAMES,
	range: KIND_NAMES.map((kind) => `var(--${kind.toLowerCase()})`),
};

/** What the colours stand for. */
export function legendOfKinds(words: Words): LegendEntry[] {
	return KIND_NAMES.map((kind, place) => ({
		label: words.kind(kind),
		color: KIND_COLORS.range[place] ?? "",
	}));
}

function partOf({ publisherId, publisher, kind, count }: KindRow): Part {
	return { publisherId: publisherId ?? "", publisher: publisher ?? "", kind: kind ?? "", count };
}

/** The outlets, the one with the most statements first, and how many each has. */
function outletsIn(parts: readonly Part[]): { id: string; name: string; count: number }[] {
	const outlets = new Map<string, { id: string; name: string; count: number }>();
	for (const { publisherId: id, publisher: name, count } of parts) {
		const before = outlets.get(id)?.count ?? 0;
		outlets.set(id, { id, name, count: before + count });
	}
	return [...outlets.values()].toSorted((one, other) => other.count - one.count);
}

function drawKinds(parts: readonly Part[], words: Words, width: number) {
	const outlets = outletsIn(parts);
	const most = Math.max(1, outlets[0]?.count ?? 0);
	const stacked = {
		x: "count",
		y: "publisherId",
		z: "kind",
		order: KIND_NAMES,
	} as const;
	const hasRoom = ({ count }: Part) => (count / most) * width >= NARROWEST_WITH_NUMBER;
	return drawn({
		width,
		height: outlets.length * ROW_HEIGHT + 8,
		...margins(words, 0, 0),
		x: { axis: null, reverse: words.isRightToLeft, domain: [0, most] },
		y: { axis: null, domain: outlets.map(({ id }) => id), padding: 0.12 },
		color: { type: "ordinal", ...KIND_COLORS },
		marks: [
			barX(
				parts,
				stackX({
					...stacked,
					fill: "kind",
					insetTop: NAME_HEIGHT,
					insetLeft: 0.5,
					insetRight: 0.5,
					title: ({ publisher, kind, count }: Part) =>
						linesOf(width, publisher, words.kind(kind), words.count("statementCount", count)),
					tip: TIP,
				}),
			),
			text(
				parts,
				stackX({
					...stacked,
					text: (part: Part) => (hasRoom(part) ? words.number(part.count) : ""),
					fill: "var(--on-bar)",
					dy: NAME_HEIGHT / 2,
				}),
			),
			text(outlets, {
				...atTheBeginning(words),
				x: () => 0,
				y: "id",
				text: ({ name, count }) => counted(name, count, words, width),
				dy: -NAME_HEIGHT / 2 - 2,
			}),
		],
	});
}

function sumUp(parts: readonly Part[], words: Words): string {
	const said = ({ kind, count }: Part) => `${words.number(count)} ${words.kind(kind)}`;
	const [comma, semicolon] = words.language === "ar" ? ["\u060C ", "\u061B "] : [", ", "; "];
	const names = outletsIn(parts)
		.slice(0, 5)
		.map(({ id, name }) => {
			const own = parts.filter(({ publisherId }) => publisherId === id).map(said);
			return `${isolated(name)}: ${own.join(comma)}`;
		});
	return words.say("kindsSummary", { names: names.join(semicolon) });
}

/** What Kinds is asked with. */
export function kindsVariables(settings: Settings) {
	return { ...speakerFilterOf(settings), ...periodOf(settings), lang: settings.language };
}

/** @throws NoAnswer */
export async function kinds({ settings, words, signal }: Asking): Promise<Picture> {
	const variables = kindsVariables(settings);
	const { statementStats } = await ask(settings.server, Kinds, variables, signal);
	const parts = statementStats.rows.map(partOf);
	const { otherCount } = statementStats;
	const statements = words.count("statementCount", otherCount);
	return {
		summary: sumUp(parts, words),
		...(otherCount > 0 && { remark: words.say("kindsMore", { statements }) }),
		legend: legendOfKinds(words),
		columns: [words.say("publisher"), words.say("kind"), words.say("count")],
		rows: parts.map(({ publisher, kind, count }) => [
			publisher,
			words.kind(kind),
			words.number(count),
		]),
		draw: (width) => drawKinds(parts, words, width),
	};
}
