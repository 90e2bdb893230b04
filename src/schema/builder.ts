import SchemaBuilder from "@pothos/core";
import RelayPlugin from "@pothos/plugin-relay";
import { decodeGlobalId, encodeGlobalId, type NodeType } from "../database/global-id.ts";
import type { Context } from "./context.ts";
import { badUserInput } from "./errors.ts";

/** The most nodes that one field gives, as many as a page has at the most. */
const MOST_IDS = 100;

/** The types that the schema is written in; all nouns add to this one builder. */
export interface SchemaTypes {
	Context: Context;
	DefaultFieldNullability: false;
	DefaultEdgesNullability: { list: false; items: false };
	DefaultNodeNullability: false;
	Scalars: {
		ID: { Input: string; Output: string };
		/** YYYY-MM-DD both ways. */
		Date: { Input: string; Output: string };
		DateTime: { Input: Date; Output: Date };
		/** In milliseconds since 1970 in UTC. */
		TimeInput: { Input: number; Output: never };
		Locale: { Input: string; Output: string };
	};
}

/** Builds the schema; defines no type itself. */
export const builder = new SchemaBuilder<SchemaTypes>({
	plugins: [RelayPlugin],
	defaultFieldNullability: false,
	relay: {
		// loadNodes of load.ts notes the types.
		brandLoadedObjects: false,
		cursorType: "String",
		encodeGlobalID: (type, slug) => encodeGlobalId(type as NodeType, String(slug)),
		decodeGlobalID: (id) => {
			const decoded = decodeGlobalId(id);
			if (decoded === null)
				throw badUserInput(
					`expected an id that the API gave, found ${JSON.stringify(id.slice(0, 80))}; slugs go into the look-ups article, statement, speaker and location`,
				);
			return { typename: decoded.type, id: decoded.slug };
		},
		nodeQueryOptions: {
			description: "Anything by its id; null when there is no longer such a thing.",
			args: { id: { description: "An id that the API gave." } },
		},
		nodesQueryOptions: {
			description:
				"Several things by their ids, in the order of the ids, with null for each that is no longer there.",
			args: { ids: { description: "Ids that the API gave, 100 at the most." } },
			resolve: (_root, { ids }, _context, _info, resolveNodes) => {
				if (ids.length > MOST_IDS)
					throw badUserInput(
						`expected at most ${MOST_IDS} ids, found ${ids.length}; ask for the rest in another request`,
					);
				return resolveNodes(ids);
			},
		},
		idFieldOptions: {
			description:
				"The id across the whole API; opaque, and the same for as long as the thing is in the files.",
		},
		nodeTypeOptions: { description: "Anything that has an id of its own across the whole API." },
		pageInfoTypeOptions: {
			description: "Where a page lies in its list, as the Relay connections specification has it.",
		},
		hasNextPageFieldOptions: { description: "Whether rows come after this page." },
		hasPreviousPageFieldOptions: { description: "Whether rows come before this page." },
		startCursorFieldOptions: {
			description: "The cursor of the first row; null for an empty page.",
		},
		endCursorFieldOptions: { description: "The cursor of the last row; null for an empty page." },
		edgesFieldOptions: {
			description: "The rows of this page, each with its cursor.",
			nullable: { list: false, items: false },
		},
		nodesOnConnection: { description: "The rows of this page." },
		nodeFieldOptions: { description: "The row itself.", nullable: false },
		cursorFieldOptions: { description: "Where the row stands in the list; opaque." },
		pageInfoFieldOptions: { description: "Whether there is more, and where to go on." },
		firstArgOptions: {
			description:
				"How many rows from the beginning, at most 100; 20 when neither first nor last is given.",
		},
		afterArgOptions: { description: "The cursor that the page begins after." },
		lastArgOptions: { description: "How many rows from the end, at most 100." },
		beforeArgOptions: { description: "The cursor that the page ends before." },
	},
});
