import { DRAFT_ARTICLE, DRAFT_IN_MIXED, DRAFT_PARENT, MIXED_ARTICLE } from "./fixture.ts";

/** How a field is asked for drafts: by its filter, or by an argument of its own. */
type Way = "filter" | "argument";

/** A list of rows that can be drafts. */
export interface Surface {
	readonly way: Way;
	/** The query, the arguments of the list left open; ROWS stands for what is asked of each row. */
	readonly query: (args: string) => string;
	/** What it must give when it is asked for drafts, by slug. */
	readonly drafts: readonly string[];
	/** Whether nothing curated is in it. */
	readonly isAllDrafts?: true;
	/** Whether the status that is asked for is that of something else than its rows. */
	readonly isOfOthers?: true;
}

const CONNECTION = "totalCount nodes { ROWS }";

/** An argument list with others beside what is left open. */
function withArguments(args: string, ...others: string[]): string {
	const all = [...others, ...(args === "" ? [] : [args])];
	return all.length === 0 ? "" : `(${all.join(", ")})`;
}

function root(field: string): Surface["query"] {
	return (args) => `{ ${field}${withArguments(args, "first: 100")} { ${CONNECTION} } }`;
}

/** The list of statements of a row that a look-up gives. */
function inside(field: string, key: string, list = "statements"): Surface["query"] {
	return (args) =>
		`{ ${field}(by: ${key}) { ${list}${withArguments(args, "first: 100")} { ${CONNECTION} } } }`;
}

const LIBRARY = [
	"mazrouei-builds-library",
	"mazrouei-doors-stay-open",
	"putin-libraries-are-windows",
].map((key) => `${DRAFT_ARTICLE}.${key}`);
const [BUILDS = "", DOORS = "", WINDOWS = ""] = LIBRARY;

/** All drafts among the statements. */
export const DRAFT_STATEMENTS = [...LIBRARY, DRAFT_IN_MIXED, DRAFT_PARENT];

const occasionId = Buffer.from("Occasion:putin-assad-meeting-2018").toString("base64");

/** Every list of rows that can be drafts; by the field that gives it, and what it is asked of. */
export const SURFACES: Readonly<Record<string, Surface>> = {
	"Query.statements": { way: "filter", query: root("statements"), drafts: DRAFT_STATEMENTS },
	"Query.articles": { way: "filter", query: root("articles"), drafts: [DRAFT_ARTICLE] },
	"Query.speakers": {
		way: "filter",
		query: root("speakers"),
		drafts: [
			"drafted-agency",
			"drafted-foundation",
			"drafted-observatory",
			"drafted-villagers",
			"drafted-writer",
		],
	},
	"Query.locations": {
		way: "filter",
		query: root("locations"),
		drafts: ["drafted-valley", "drafted-village"],
	},
	"Query.suggest": {
		way: "argument",
		// A letter that names of the Kremlin, of Syria and of five drafts have in them.
		query: (args) =>
			`{ suggest${withArguments(args, 'text: "ر"', "first: 100")} { slug reviewStatus } }`,
		drafts: [
			"drafted-observatory",
			"drafted-valley",
			"drafted-village",
			"drafted-villagers",
			"drafted-writer",
		],
	},
	"Article.statements": {
		way: "filter",
		query: inside("article", `{ slug: "${MIXED_ARTICLE}" }`),
		drafts: [DRAFT_IN_MIXED],
	},
	"Article.statements of a draft": {
		way: "filter",
		query: inside("article", `{ slug: "${DRAFT_ARTICLE}" }`),
		drafts: LIBRARY,
		isAllDrafts: true,
	},
	"Article.speakers": {
		way: "argument",
		query: (args) =>
			`{ article(by: { slug: "${DRAFT_ARTICLE}" }) { speakers${withArguments(args)} { slug reviewStatus } } }`,
		drafts: ["drafted-writer", "putin"],
		isAllDrafts: true,
		isOfOthers: true,
	},
	"Speaker.statements": {
		way: "filter",
		query: inside("speaker", '{ slug: "putin" }'),
		drafts: [WINDOWS, DRAFT_IN_MIXED],
	},
	"Speaker.statements of one whom only drafts name": {
		way: "filter",
		query: inside("speaker", '{ slug: "drafted-writer" }'),
		drafts: [BUILDS, DOORS],
		isAllDrafts: true,
	},
	"Location.statements": {
		way: "filter",
		query: inside("location", '{ slug: "syria" }'),
		drafts: [DOORS, DRAFT_IN_MIXED, DRAFT_PARENT],
	},
	"Location.children": {
		way: "argument",
		query: (args) =>
			`{ location(by: { slug: "syria" }) { children${withArguments(args)} { slug reviewStatus } } }`,
		drafts: ["drafted-valley"],
	},
	"Occasion.statements": {
		way: "filter",
		query: (args) =>
			`{ node(id: "${occasionId}") { ... on Occasion { statements${withArguments(args, "first: 100")} { ${CONNECTION} } } } }`,
		drafts: [DRAFT_IN_MIXED],
	},
};

/** The lists of a schema that give no rows that could be drafts while what they belong to is none, and why. */
export const OTHERS: Readonly<Record<string, string>> = {
	"Query.nodes": "by exact ids; each row says its status",
	"Article.locations": "the article's own: a curated article names no draft",
	"Article.creditedSources": "the article's own",
	"Coverage.articlesWithoutStatements": "curated articles only; drafts are a number beside it",
	"Coverage.excludedText": "numbers; counts.test.ts",
	"StatementStats.rows": "numbers; counts.test.ts",
	"StatementConnection.facets": "numbers; counts.test.ts",
	"StatementEdge.highlights": "words of the row; searches.test.ts",
	"ArticleEdge.highlights": "words of the row; searches.test.ts",
	"SourceDocument.segments": "the page's own",
	"Location.names": "the row's own",
	"Speaker.names": "the row's own",
	"Speaker.offices": "the row's own: the body of a curated speaker's office is no draft",
	"Statement.addressees": "the row's own: a curated statement names no draft",
	"Statement.attributions": "the row's own",
	"Statement.locations": "the row's own",
	"Statement.quotes": "the row's own",
	"Statement.relays": "the row's own",
	"Statement.spans": "the row's own",
	"Statement.speakers": "the row's own",
};
