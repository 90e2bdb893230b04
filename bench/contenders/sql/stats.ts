import type { Dimension } from "../../../src/database/stats/dimensions.ts";

/** How many groups are shown, the largest first. */
const SHOWN = 100;

interface DimensionSql {
	/** What it is joined by to the statement s. */
	readonly join: string;
	readonly value: string;
	/** Whether a statement can have the same value twice. */
	readonly isRepeating: boolean;
	/** What the label of a value is ordered by, and the label. */
	readonly sort: (value: string) => string;
	readonly label: (value: string) => string;
}

const itself = (value: string) => value;

const MONTH = (column: string) => `date_trunc('month', s."${column}"::timestamp)`;

function link(table: string, column: string, alias: string): Pick<DimensionSql, "join" | "value"> {
	return {
		join: `JOIN "${table}" ${alias} ON ${alias}."statementNumber" = s.number`,
		value: `${alias}."${column}"`,
	};
}

function named(noun: "Speaker" | "Location" | "Publisher"): Pick<DimensionSql, "sort" | "label"> {
	return {
		sort: (value) => `(SELECT "sortName" FROM "${noun}" WHERE slug = ${value})`,
		label: (value) =>
			`(SELECT text FROM "${noun}Name" WHERE "${noun.toLowerCase()}Slug" = ${value} AND kind = 'OFFICIAL' AND language = 'ar')`,
	};
}

const DIMENSIONS: Readonly<Record<Dimension, DimensionSql>> = {
	TIME: {
		join: "",
		value: `CASE WHEN ${MONTH("saidEarliest")} = ${MONTH("saidLatest")} THEN ${MONTH("saidEarliest")}::date::text END`,
		isRepeating: false,
		sort: itself,
		label: itself,
	},
	SPEAKER: {
		...link("Attribution", "speakerSlug", "a"),
		isRepeating: false,
		...named("Speaker"),
	},
	PUBLISHER: {
		join: `JOIN "Article" t ON t.slug = s."articleSlug"`,
		value: `t."publisherSlug"`,
		isRepeating: false,
		...named("Publisher"),
	},
	LOCATION: {
		...link("StatementLocation", "locationSlug", "l"),
		isRepeating: true,
		...named("Location"),
	},
	KIND: { join: "", value: "s.kind::text", isRepeating: false, sort: itself, label: itself },
	ACT: { join: "", value: "s.act::text", isRepeating: false, sort: itself, label: itself },
	ARTICLE: {
		join: "",
		value: `s."articleSlug"`,
		isRepeating: false,
		sort: (value) => `(SELECT "sortTitle" FROM "Article" WHERE slug = ${value})`,
		label: (value) => `(SELECT coalesce(title, slug) FROM "Article" WHERE slug = ${value})`,
	},
	RELAY: { ...link("Relay", "speakerSlug", "r"), isRepeating: true, ...named("Speaker") },
	ADDRESSEE: { ...link("Addressee", "speakerSlug", "d"), isRepeating: true, ...named("Speaker") },
};

const IN_RANGE = `AND coalesce(s."saidEarliest", '-infinity'::date) >= $1::date
	AND coalesce(s."saidEarliest", '-infinity'::date) < $2::date AND s."saidLatest" < $2::date`;

/**
 * The SELECT that counts statements by dimensions: the largest groups first, then by time,
 * by labels, by values. Its columns are k0, k1, k2, as labels, and count.
 *
 * @param isInRange whether they are said from the day $1 on and before $2
 */
export function statsSelect(groupBy: readonly Dimension[], isInRange: boolean): string {
	const dimensions = groupBy.map((name, index) => ({
		...DIMENSIONS[name],
		isTime: name === "TIME",
		key: `k${index}`,
	}));
	const keys = dimensions.map(({ key }) => key);
	const distinct = dimensions.some(({ isRepeating }) => isRepeating) ? "DISTINCT s.slug," : "";
	const values = dimensions.map(({ value, key }) => `${value} AS ${key}`);
	const binary = (text: string) => `${text} COLLATE "C"`;
	const others = dimensions.filter(({ isTime }) => !isTime);
	const order = [
		"count DESC",
		...dimensions.filter(({ isTime }) => isTime).map(({ key }) => binary(key)),
		...others.map(({ sort, key }) => binary(sort(`g.${key}`))),
		...others.map(({ key }) => binary(key)),
	];
	return `SELECT ${dimensions.map(({ label, key }) => `${label(`h.${key}`)} AS ${key}`).join(", ")}, h.count
FROM (SELECT g.*, row_number() OVER (ORDER BY ${order.join(", ")}) AS place FROM (
	SELECT ${keys.join(", ")}, count(*)::int AS count FROM (
		SELECT ${distinct} ${values.join(", ")} FROM "Statement" s ${dimensions.map(({ join }) => join).join(" ")}
		WHERE s."reviewStatus" = 'CURATED' ${isInRange ? IN_RANGE : ""}
	) m WHERE ${keys.map((key) => `${key} IS NOT NULL`).join(" AND ")} GROUP BY ${keys.join(", ")}
) g ORDER BY place LIMIT ${SHOWN}) h ORDER BY h.place`;
}

/** The same as one value of JSON: a list of rows, each a list of the labels and the count. */
export function statsAsJson(groupBy: readonly Dimension[], isInRange: boolean): string {
	const keys = groupBy.map((_name, index) => `r.k${index}`);
	return `SELECT coalesce(json_agg(json_build_array(${keys.join(", ")}, r.count)), '[]') AS answer FROM (${statsSelect(groupBy, isInRange)}) r`;
}

/** Some of three dimensions: of few groups, of many, and of nearly as many as there are statements. */
const TRIPLES: readonly (readonly Dimension[])[] = [
	["TIME", "SPEAKER", "KIND"],
	["TIME", "SPEAKER", "LOCATION"],
	["SPEAKER", "LOCATION", "ACT"],
	["SPEAKER", "RELAY", "ADDRESSEE"],
	["ARTICLE", "SPEAKER", "LOCATION"],
];

/** Every grouping that is measured: each dimension, each pair of them, and some of three. */
export const GROUPINGS: readonly (readonly Dimension[])[] = (() => {
	// The keys of the record are its dimensions.
	const all = Object.keys(DIMENSIONS) as Dimension[];
	const pairs = all.flatMap((one, index) =>
		all.slice(index + 1).map((other): readonly Dimension[] => [one, other]),
	);
	return [...all.map((name): readonly Dimension[] => [name]), ...pairs, ...TRIPLES];
})();
