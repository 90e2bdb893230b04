import { withClient } from "../database/client.ts";
import { median } from "../report/statistics.ts";

/** How many speakers' statements are exported, those with most. */
const SPEAKERS = 3;
const LINE_END = 0x0a;

/** What the export of statements showed. */
export interface ExportResult {
	/** Rows a second, the median over some speakers. */
	readonly rowsPerSecond: number;
	/** The rows of each of these exports. */
	readonly rows: readonly number[];
}

async function exportOf(
	origin: string,
	speaker: string,
): Promise<{ rows: number; seconds: number }> {
	const filter = JSON.stringify({ speaker: { eq: speaker } });
	const started = performance.now();
	const response = await fetch(
		`${origin}/export/statements.ndjson?${new URLSearchParams({ filter })}`,
	);
	if (!response.ok || response.body === null)
		throw new Error(`expected an export, found ${response.status}: ${await response.text()}`);
	let rows = 0;
	const reader = response.body.getReader();
	for (let piece = await reader.read(); !piece.done; piece = await reader.read())
		for (const byte of piece.value) rows += byte === LINE_END ? 1 : 0;
	return { rows, seconds: (performance.now() - started) / 1000 };
}

/** Exports the statements of those who speak most, one after the other. */
export async function measureExport(origin: string, databaseUrl: string): Promise<ExportResult> {
	const { rows: speakers } = await withClient(databaseUrl, (client) =>
		client.query<{ slug: string; statementCount: number }>(
			`SELECT slug, "statementCount" FROM "Speaker" ORDER BY "statementCount" DESC, slug LIMIT ${SPEAKERS}`,
		),
	);
	const found: { rows: number; seconds: number }[] = [];
	for (const { slug, statementCount } of speakers) {
		const one = await exportOf(origin, slug);
		if (one.rows !== statementCount)
			throw new Error(`expected ${statementCount} rows of ${slug}, found ${one.rows}`);
		found.push(one);
	}
	return {
		rowsPerSecond: median(found.map(({ rows, seconds }) => rows / seconds)),
		rows: found.map(({ rows }) => rows),
	};
}
