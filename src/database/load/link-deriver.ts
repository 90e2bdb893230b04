import type { StatementRow } from "../rows.ts";
import type { Deriver } from "./derive.ts";
import type { TableChunk } from "./table-chunk.ts";

/** What is read of a row of Statement as it is loaded. */
type LinkedStatement = Pick<
	StatementRow,
	"number" | "articleSlug" | "position" | "attributions" | "addressees" | "relays" | "locations"
> & { readonly saidEarliest: Date | null };

/** The tables of links: what filters look into, by the number of the statement. */
const LINK_TABLES = ["attribution", "addressee", "relay", "statementLocation"] as const;
type LinkTable = (typeof LINK_TABLES)[number];

const ROWS: {
	readonly [Table in LinkTable]: (statement: LinkedStatement) => object[];
} = {
	attribution: ({ number, articleSlug, position: statementPosition, saidEarliest, attributions }) =>
		attributions.map(({ speakerSlug, role, resolution, officeId }, position) => ({
			statementNumber: number,
			position,
			speakerSlug,
			role,
			resolution,
			officeId,
			articleSlug,
			statementPosition,
			saidEarliest,
		})),
	addressee: ({ number, addressees }) =>
		addressees.map(({ speakerSlug, description }, position) => ({
			statementNumber: number,
			position,
			speakerSlug,
			description,
		})),
	relay: ({ number, relays }) =>
		relays.map(({ speakerSlug }, position) => ({ statementNumber: number, position, speakerSlug })),
	statementLocation: ({ number, locations }) =>
		locations.map(({ locationSlug, role }, position) => ({
			statementNumber: number,
			position,
			locationSlug,
			role,
		})),
};

/**
 * Makes the rows of all that statements are linked to out of the arrays in their own rows,
 * which tell the same and, beside it, by which words.
 */
export function linkDeriver(): Deriver {
	let made = new Map<LinkTable, object[]>();
	const ready = (): TableChunk[] => {
		const chunks = [...made].map(([table, rows]) => ({ table, rows }));
		made = new Map();
		return chunks;
	};
	return {
		see(table, row) {
			if (table !== "statement") return;
			for (const link of LINK_TABLES) {
				// Rows of this table are made by toTables, and numbered before they come here.
				const rows = ROWS[link](row as LinkedStatement);
				if (rows.length === 0) continue;
				const before = made.get(link);
				if (before === undefined) made.set(link, rows);
				else before.push(...rows);
			}
		},
		ready,
		rest: ready,
	};
}
