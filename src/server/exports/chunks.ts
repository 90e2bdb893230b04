import { readVersion } from "../../database/coverage.ts";
import type { Reader } from "../../database/database.ts";
import { everyPage } from "../../database/every-page.ts";
import type { StatementRow } from "../../database/rows.ts";
import { loadDetails } from "./details.ts";
import type { ExportIdentity } from "./entity-tag.ts";
import { toRecord } from "./record.ts";

const BYTE_ORDER_MARK = "\ufeff";

/** The corpus was seeded again since an export began. */
export class CorpusChanged extends Error {
	override readonly name = "CorpusChanged";
}

/** @throws CorpusChanged */
async function checkVersion(reader: Reader, version: string): Promise<void> {
	const found = await readVersion(reader);
	if (found !== version)
		throw new CorpusChanged(`the corpus changed from ${version} to ${found} while it was exported`);
}

/**
 * The text of an export, a chunk for each batch of statements. A batch is read when
 * its chunk is asked for, and costs at most 8 SQL statements, however many rows it
 * has: one for the rows, 6 for what belongs to them, and one to see that they all
 * are of the version that the export began with.
 *
 * @param batchSize the most statements of a batch
 * @throws what the database says, and CorpusChanged
 */
export async function* chunksOf(
	reader: Reader,
	{ format, list, version, byteOrderMark, edition }: ExportIdentity,
	batchSize: number,
): AsyncGenerator<string, void, undefined> {
	let before = `${byteOrderMark ? BYTE_ORDER_MARK : ""}${format.begin(version)}`;
	for await (const rows of everyPage<StatementRow>(reader, list, batchSize)) {
		const details = await loadDetails(reader, rows, edition);
		// Afterwards, so that it speaks for all that was read before.
		await checkVersion(reader, version);
		yield before + format.write(details.map(toRecord));
		before = "";
	}
	yield format.end;
}
