import type {
	CheckedCorpus,
	CorpusArticle,
	CorpusDate,
	CorpusName,
	CorpusStatement,
} from "../../../src/curation/corpus.ts";
import { groupBy as putTogether } from "../../../src/curation/group-by.ts";
import type { Interval } from "../../../src/database/stats/buckets.ts";
import type { Dimension } from "../../../src/database/stats/dimensions.ts";
import type { StatsArguments } from "../../../src/database/stats/stats-arguments.ts";
import { fold } from "../../../src/text/fold.ts";
import { matchingStatements } from "../filter/oracle.ts";

// What statistics mean, said once more in plain TypeScript over the checked corpus.

/** Zones whose clocks are never changed, and how far they are ahead of UTC, in milliseconds. */
export const ZONES: Readonly<Record<string, number>> = {
	UTC: 0,
	"Asia/Riyadh": 3 * 3_600_000,
	"Asia/Kathmandu": 5.75 * 3_600_000,
	"Etc/GMT+12": -12 * 3_600_000,
};

/** A row as plain code has it; labels are the Arabic ones. */
export interface ExpectedRow {
	readonly time: string | null;
	readonly values: Partial<Record<Dimension, { value: string; label: string }>>;
	readonly count: number;
	readonly share: number;
	readonly articleCount: number;
	readonly speakerCount: number;
}

/** An answer as plain code has it. */
export interface ExpectedStats {
	readonly rows: readonly ExpectedRow[];
	readonly totalCount: number;
	readonly otherCount: number;
	readonly unknownCount: number;
	readonly groupCount: number;
	readonly corpusVersion: string;
}

function midnight(day: string): number {
	return Date.parse(`${day}T00:00:00Z`);
}

function dayOf(moment: number): string {
	return new Date(moment).toISOString().slice(0, 10);
}

/** The first day of the bucket that a day lies in. */
function bucketOf(day: string, interval: Interval): string {
	const [year = "", month = ""] = day.split("-");
	const quarter = String(Math.floor((Number(month) - 1) / 3) * 3 + 1).padStart(2, "0");
	if (interval === "YEAR") return `${year}-01-01`;
	if (interval === "QUARTER") return `${year}-${quarter}-01`;
	if (interval === "MONTH") return `${year}-${month}-01`;
	if (interval === "DAY") return day;
	let monday = midnight(day);
	while (new Date(monday).getUTCDay() !== 1) monday -= 86_400_000;
	return dayOf(monday);
}

function timesOf({ earliest, latest }: CorpusDate, interval: Interval): string[] {
	if (earliest === null || latest === null) return [];
	const bucket = bucketOf(earliest, interval);
	return bucket === bucketOf(latest, interval) ? [bucket] : [];
}

function articleOf(corpus: CheckedCorpus, statement: CorpusStatement): CorpusArticle {
	const article = corpus.articles.find(({ statements }) => statements.includes(statement));
	if (article === undefined) throw new Error("every statement is in an article");
	return article;
}

function valuesOf(
	corpus: CheckedCorpus,
	statement: CorpusStatement,
	dimension: Dimension,
	interval: Interval,
): string[] {
	const article = articleOf(corpus, statement);
	const values: Record<Dimension, readonly (string | null)[]> = {
		TIME: timesOf(statement.said, interval),
		SPEAKER: statement.attributions.map(({ speakerSlug }) => speakerSlug),
		PUBLISHER: [article.publisherSlug],
		LOCATION: statement.locations.map(({ locationSlug }) => locationSlug),
		KIND: [statement.kind],
		ACT: [statement.act],
		ARTICLE: [article.slug],
		RELAY: statement.relays.map(({ speakerSlug }) => speakerSlug),
		ADDRESSEE: statement.addressees.map(({ speakerSlug }) => speakerSlug),
	};
	return [...new Set(values[dimension].filter((value) => value !== null))];
}

/** The Arabic label of a value, and what it is ordered by. */
function labelOf(corpus: CheckedCorpus, dimension: Dimension, value: string) {
	const named = (entries: readonly { slug: string; names: readonly CorpusName[] }[]) => {
		const names = entries.find(({ slug }) => slug === value)?.names ?? [];
		return names.find(({ kind, language }) => kind === "OFFICIAL" && language === "ar")?.text;
	};
	const found = {
		TIME: value,
		SPEAKER: named(corpus.speakers),
		PUBLISHER: named(corpus.publishers),
		LOCATION: named(corpus.locations),
		KIND: value,
		ACT: value,
		ARTICLE: corpus.articles.find(({ slug }) => slug === value)?.title ?? value,
		RELAY: named(corpus.speakers),
		ADDRESSEE: named(corpus.speakers),
	}[dimension];
	if (found === undefined) throw new Error(`no label for ${value}`);
	return { label: found, order: dimension === "KIND" || dimension === "ACT" ? value : fold(found) };
}

/** Every way to take one of each list. */
function combinations(lists: readonly (readonly string[])[]): string[][] {
	return lists.reduce<string[][]>(
		(all, list) => all.flatMap((taken) => list.map((value) => [...taken, value])),
		[[]],
	);
}

function compare(a: string | number, b: string | number): number {
	if (typeof a === "number" || typeof b === "number") return Number(a) - Number(b);
	return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** Statements that share their values, one for each of some dimensions. */
interface Group {
	readonly values: readonly string[];
	readonly statements: readonly CorpusStatement[];
}

function sorted(
	corpus: CheckedCorpus,
	groups: readonly Group[],
	groupBy: readonly Dimension[],
	orderBy: StatsArguments["orderBy"],
): Group[] {
	const keysOf = ({ values, statements }: Group): (string | number)[] => {
		const named = groupBy.flatMap((dimension, index) =>
			dimension === "TIME" ? [] : [{ dimension, value: values[index] ?? "" }],
		);
		const time = values.filter((_value, index) => groupBy[index] === "TIME");
		const labels = named.map(({ dimension, value }) => labelOf(corpus, dimension, value).order);
		const ids = named.map(({ value }) => value);
		if (orderBy === "LABEL_ASC") return [...labels, ...ids, ...time];
		if (orderBy === "TIME_ASC") return [...time, -statements.length, ...labels, ...ids];
		return [-statements.length, ...time, ...labels, ...ids];
	};
	return groups
		.map((group) => ({ group, keys: keysOf(group) }))
		.toSorted((a, b) => {
			const compared = a.keys.map((key, index) => compare(key, b.keys[index] ?? key));
			return compared.find((one) => one !== 0) ?? 0;
		})
		.map(({ group }) => group);
}

function grouped(
	corpus: CheckedCorpus,
	statements: readonly CorpusStatement[],
	groupBy: readonly Dimension[],
	interval: Interval,
): Group[] {
	const groups = new Map<string, CorpusStatement[]>();
	for (const statement of statements) {
		const lists = groupBy.map((dimension) => valuesOf(corpus, statement, dimension, interval));
		for (const values of combinations(lists)) {
			const key = JSON.stringify(values);
			groups.set(key, [...(groups.get(key) ?? []), statement]);
		}
	}
	if (groupBy.length === 0) groups.set("[]", [...statements]);
	return [...groups].map(([key, own]) => ({ values: JSON.parse(key), statements: own }));
}

/** The buckets of all days of the range, or of what was found; none where neither tells. */
function bucketsBetween(args: StatsArguments, found: readonly Group[], offset: number): string[] {
	const { from, to } = args.range;
	const times = found.map(({ values }) => values[args.groupBy.indexOf("TIME")] ?? "").toSorted();
	const day = 86_400_000;
	const first = from == null ? times[0] : dayOf(Math.ceil((from + offset) / day) * day);
	const last = to == null ? times.at(-1) : dayOf(Math.floor((to + offset) / day) * day - day);
	if (first === undefined || last === undefined || first > last) return [];
	const days = Array.from({ length: (midnight(last) - midnight(first)) / day + 1 }, (_, index) =>
		dayOf(midnight(first) + index * day),
	);
	return [...new Set(days.map((one) => bucketOf(one, args.interval)))];
}

/** One row for each bucket of each group shown; those found and those made up. */
function filled(
	shown: readonly Group[],
	args: StatsArguments,
	others: readonly Dimension[],
	offset: number,
): Group[] {
	const { groupBy, interval } = args;
	const withTime = shown.map(({ values, statements }) => ({
		values,
		byTime: putTogether(statements, ({ said }) => timesOf(said, interval)[0] ?? ""),
	}));
	const place = (values: readonly string[], time: string) =>
		groupBy.map((dimension) =>
			dimension === "TIME" ? time : (values[others.indexOf(dimension)] ?? ""),
		);
	const found = withTime.flatMap(({ values, byTime }) =>
		[...byTime].map(([time, statements]) => ({ values: place(values, time), statements })),
	);
	const buckets = bucketsBetween(args, found, offset);
	return withTime.flatMap(({ values, byTime }) =>
		buckets.map((time) => ({ values: place(values, time), statements: byTime.get(time) ?? [] })),
	);
}

/** What statementStats must answer; the labels of the rows are the Arabic ones. */
export function expectedStats(corpus: CheckedCorpus, args: StatsArguments): ExpectedStats {
	const { groupBy, interval, orderBy, range, minCount } = args;
	const offset = ZONES[args.timeZone] ?? Number.NaN;
	const inRange = ({ said: { earliest, latest } }: CorpusStatement) =>
		(range.from == null || (earliest !== null && midnight(earliest) - offset >= range.from)) &&
		(range.to == null || (latest !== null && midnight(latest) + 86_400_000 - offset <= range.to));
	const matched = matchingStatements(corpus, args.filter).filter(inRange);
	const known = matched.filter((statement) =>
		groupBy.every((one) => valuesOf(corpus, statement, one, interval).length > 0),
	);
	const others = groupBy.filter((dimension) => dimension !== "TIME");
	const groupKeys = args.fillGaps ? others : groupBy;
	const groups = grouped(corpus, known, groupKeys, interval).filter(
		({ statements }) => groupKeys.length === 0 || statements.length >= minCount,
	);
	const groupOrder = args.fillGaps && orderBy === "TIME_ASC" ? "COUNT_DESC" : orderBy;
	const shown = sorted(corpus, groups, groupKeys, groupOrder).slice(0, args.first);
	const rows = args.fillGaps
		? sorted(corpus, filled(shown, args, others, offset), groupBy, orderBy)
		: shown;
	const inRows = new Set(shown.flatMap(({ statements }) => statements));
	return {
		rows: rows.map(({ values, statements }) => {
			const time = values[groupBy.indexOf("TIME")];
			const named = groupBy.flatMap((dimension, index) => {
				const value = values[index] ?? "";
				if (dimension === "TIME") return [];
				return [[dimension, { value, label: labelOf(corpus, dimension, value).label }]];
			});
			const speakers = statements.flatMap(({ attributions }) => attributions);
			return {
				time: time === undefined ? null : new Date(midnight(time) - offset).toISOString(),
				values: Object.fromEntries(named),
				count: statements.length,
				share: matched.length === 0 ? 0 : statements.length / matched.length,
				articleCount: new Set(statements.map((statement) => articleOf(corpus, statement))).size,
				speakerCount: new Set(speakers.map(({ speakerSlug }) => speakerSlug)).size,
			};
		}),
		totalCount: matched.length,
		otherCount: known.filter((statement) => !inRows.has(statement)).length,
		unknownCount: matched.length - known.length,
		groupCount: groups.length,
		corpusVersion: corpus.version,
	};
}
