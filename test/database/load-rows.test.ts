import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../src/database/database.ts";
import { ROWS_PER_COPY } from "../../src/database/load/copy.ts";
import {
	type CorpusOfRows,
	type LoadProgress,
	loadRows,
	type TableChunk,
} from "../../src/database/load.ts";
import { sql } from "../../src/database/sql.ts";
import { Prisma } from "../../src/generated/prisma/client.ts";
import { emptyDatabase } from "../support/database.ts";
import { rowCounts } from "./table-rows.ts";

const CORPUS: CorpusOfRows = { version: "rows", buildKey: "key", seededAt: new Date(0) };

let database: Database;
beforeAll(async () => {
	database = await emptyDatabase();
});

async function* chunks(...all: TableChunk[]): AsyncGenerator<TableChunk> {
	yield* all;
}

function speaker(slug: string): object {
	const counts = { statementCount: 0, draftStatementCount: 0 };
	return { slug, kind: "PERSON", reviewStatus: "CURATED", sortName: slug, ...counts };
}

describe("loadRows", () => {
	test("keeps every letter, also those that have a meaning to the database", async () => {
		const texts = [
			"\\N",
			"\\.",
			"a\tb",
			"a\r\nb\n",
			"\\",
			'"',
			"'",
			"",
			" ",
			"\u0001",
			"\u{1F600}",
		];
		const documents = texts.map((text, index) => ({ fileName: `${index}`, sha256: "", text }));
		const segments = texts.map((text, position) => ({
			documentFileName: "0",
			position,
			kind: "BODY",
			span: { text, [text]: [text, null, { deep: 1.5 }] },
		}));
		await loadRows(
			database,
			chunks({ table: "document", rows: documents }, { table: "documentSegment", rows: segments }),
			CORPUS,
		);
		const rows = await database.read(
			sql`SELECT "fileName", sha256, text FROM "Document" ORDER BY "fileName"::int`,
		);
		expect(rows).toEqual(documents);
		const spans = await database.read<{ span: object }>(
			sql`SELECT span FROM "DocumentSegment" ORDER BY position`,
		);
		expect(spans.map(({ span }) => span)).toEqual(segments.map(({ span }) => span));
	});

	test("takes rows of one table in several chunks, with other columns in each", async () => {
		const last = [
			{ ...speaker("d"), wikidataId: null },
			{ wikidataId: "Q5", ...speaker("e") },
		];
		await loadRows(
			database,
			chunks(
				{ table: "speaker", rows: [speaker("a"), { ...speaker("b"), wikidataId: "Q2" }] },
				{ table: "location", rows: [] },
				{ table: "speaker", rows: [{ ...speaker("c"), wikidataId: undefined }] },
				{ table: "speaker", rows: last },
			),
			CORPUS,
		);
		expect(
			await database.read(sql`SELECT slug, "wikidataId" FROM "Speaker" ORDER BY slug`),
		).toEqual([
			{ slug: "a", wikidataId: null },
			{ slug: "b", wikidataId: "Q2" },
			{ slug: "c", wikidataId: null },
			{ slug: "d", wikidataId: null },
			{ slug: "e", wikidataId: "Q5" },
		]);
	});

	test("leaves tables empty of which no rows come, and JSON that is missing missing", async () => {
		const occasion = {
			slug: "o",
			kind: "CALL",
			reviewStatus: "CURATED",
			nameArabic: "",
			nameEnglish: "",
			dateEdtf: "",
			datePrecision: "DAY",
			dateBasis: "EXPLICIT",
			dateEarliest: new Date(Date.UTC(2018, 4, 17)),
		};
		const article = {
			slug: "a",
			reviewStatus: "CURATED",
			sortTitle: "a",
			body: "",
			language: "ar",
			direction: "RTL",
			documentFileName: "a",
			publishedEdtf: "",
			publishedPrecision: "DAY",
			publishedBasis: "EXPLICIT",
			publishedEvidence: Prisma.DbNull,
		};
		await loadRows(
			database,
			chunks(
				{ table: "document", rows: [{ fileName: "a", sha256: "", text: "" }] },
				{ table: "occasion", rows: [occasion] },
				{ table: "article", rows: [article] },
			),
			CORPUS,
		);
		const counts = Object.entries(await rowCounts(database)).filter(([, rows]) => rows > 0);
		expect(counts.map(([table]) => table)).toEqual(["Document", "Occasion", "Article", "Corpus"]);
		expect(
			await database.read(
				sql`SELECT "publishedEvidence" IS NULL AS missing, "dateEarliest" AS day FROM "Article", "Occasion"`,
			),
		).toEqual([{ missing: true, day: "2018-05-17" }]);
	});

	test("asks for more only when the database has taken what came before", async () => {
		const [size, count] = [1000, 60];
		let [asked, done, most] = [0, 0, 0];
		async function* documents(): AsyncGenerator<TableChunk> {
			for (let chunk = 0; chunk < count; chunk += 1) {
				asked += size;
				most = Math.max(most, asked - done);
				const rows = Array.from({ length: size }, (_, row) => ({
					fileName: `${chunk} ${row}`,
					sha256: "",
					text: "",
				}));
				yield { table: "document", rows };
			}
		}
		const onProgress = ({ phase, rowsDone }: LoadProgress) => {
			if (phase === "copying") done = rowsDone;
		};
		await loadRows(database, documents(), CORPUS, onProgress);
		expect(done).toBe(size * count);
		// On four connections, and one COPY that waits for a free connection.
		expect(most).toBeLessThanOrEqual(5 * ROWS_PER_COPY + size);
	});

	test("leaves what is there when the rows break off", async () => {
		const before = await rowCounts(database);
		async function* broken(): AsyncGenerator<TableChunk> {
			yield { table: "document", rows: [{ fileName: "one", sha256: "", text: "" }] };
			throw new Error("the source has broken off");
		}
		await expect(loadRows(database, broken(), CORPUS)).rejects.toThrow("the source has broken off");
		expect(await rowCounts(database)).toEqual(before);
	});
});
