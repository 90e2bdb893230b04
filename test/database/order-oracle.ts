import type { CheckedCorpus } from "../../src/curation/corpus.ts";
import {
	articleOrder,
	authorityOrder,
	type Direction,
	type Order,
	statementOrder,
} from "../../src/database/order.ts";
import type { ListQuery } from "../../src/database/page.ts";
import { countOfLocation, countOfSpeaker } from "./filter/oracle.ts";

/** A list of the API in one of its orders, and in which order plain code puts its rows. */
export interface OrderedList {
	readonly name: string;
	readonly table: ListQuery["table"];
	readonly order: Order;
	/** All slugs of the table, drafts too. */
	readonly slugs: readonly string[];
}

/** Something that rows are compared by; forward: upwards whichever way the list runs. */
interface Key {
	readonly value: string | number | null;
	readonly forward?: boolean;
}

function compareKeys({ value: a, forward }: Key, { value: b }: Key, sign: number): number {
	if (a === b) return 0;
	// What is not known comes last either way.
	if (a === null) return 1;
	if (b === null) return -1;
	return (a < b ? -1 : 1) * (forward ? 1 : sign);
}

/** Sorts rows by their keys: the second where the first are equal, and so on. */
function sorted(
	rows: readonly { slug: string; keys: readonly Key[] }[],
	direction: Direction,
): string[] {
	const sign = direction === "ASC" ? 1 : -1;
	return rows
		.toSorted((a, b) => {
			for (const [index, key] of a.keys.entries()) {
				const compared = compareKeys(key, b.keys[index] ?? key, sign);
				if (compared !== 0) return compared;
			}
			return 0;
		})
		.map(({ slug }) => slug);
}

const DIRECTIONS = ["ASC", "DESC"] as const;

function statementLists({ articles }: CheckedCorpus, direction: Direction): OrderedList[] {
	const rows = articles.flatMap((article) =>
		article.statements.map((statement) => ({ article, statement })),
	);
	const days = {
		SAID_AT: ({ statement }: (typeof rows)[number]) => [{ value: statement.said.earliest }],
		PUBLISHED_AT: ({ article }: (typeof rows)[number]) => [{ value: article.published.earliest }],
		POSITION: () => [],
	};
	return (["SAID_AT", "PUBLISHED_AT", "POSITION"] as const).map((field) => {
		const keyed = rows.map((row) => ({
			slug: row.statement.slug,
			keys: [
				...days[field](row),
				{ value: row.article.slug },
				{ value: row.statement.position, forward: field !== "POSITION" },
			],
		}));
		const order = statementOrder(field, direction);
		return {
			name: `statements by ${order.name}`,
			table: "Statement",
			order,
			slugs: sorted(keyed, direction),
		};
	});
}

function articleLists({ articles }: CheckedCorpus, direction: Direction): OrderedList[] {
	return (["PUBLISHED_AT", "TITLE"] as const).map((field) => {
		const keyed = articles.map(({ slug, title, published }) => ({
			slug,
			keys: [{ value: field === "TITLE" ? title : published.earliest }, { value: slug }],
		}));
		const order = articleOrder(field, direction);
		return {
			name: `articles by ${order.name}`,
			table: "Article",
			order,
			slugs: sorted(keyed, direction),
		};
	});
}

function authorityLists(corpus: CheckedCorpus, direction: Direction): OrderedList[] {
	const tables = [
		{ table: "Speaker", rows: corpus.speakers, count: countOfSpeaker },
		{ table: "Location", rows: corpus.locations, count: countOfLocation },
	] as const;
	return tables.flatMap(({ table, rows, count }) =>
		(["STATEMENT_COUNT", "NAME"] as const).map((field) => {
			const keyed = rows.map(({ slug, sortName }) => ({
				slug,
				keys: [
					{ value: field === "NAME" ? sortName : count(corpus, slug) },
					{ value: slug, forward: field === "STATEMENT_COUNT" },
				],
			}));
			const order = authorityOrder(field, direction);
			return { name: `${table} by ${order.name}`, table, order, slugs: sorted(keyed, direction) };
		}),
	);
}

/** Every list of the API in every order and direction. */
export function orderedLists(corpus: CheckedCorpus): OrderedList[] {
	return DIRECTIONS.flatMap((direction) => [
		...statementLists(corpus, direction),
		...articleLists(corpus, direction),
		...authorityLists(corpus, direction),
	]);
}
