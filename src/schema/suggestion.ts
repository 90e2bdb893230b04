import { askedStatuses } from "../database/filter/review.ts";
import { encodeGlobalId } from "../database/global-id.ts";
import {
	type Named,
	readSuggestions,
	type Suggestion as SuggestionShape,
} from "../database/search/names.ts";
import { builder } from "./builder.ts";
import { badUserInput } from "./errors.ts";
import { reviewArgument } from "./review-argument.ts";
import { ReviewStatus } from "./statement-enums.ts";

/** How many suggestions are given when nothing is asked for, and at the most. */
const DEFAULT_SIZE = 10;
const LARGEST_SIZE = 100;

const SuggestionKind = builder.enumType("SuggestionKind", {
	description: "What can be suggested to somebody who types.",
	values: {
		SPEAKER: { value: "Speaker", description: "Somebody who speaks, relays or is spoken to." },
		LOCATION: { value: "Location", description: "A place that is spoken at, about or named." },
	} as const,
});

const Suggestion = builder.objectRef<SuggestionShape>("Suggestion").implement({
	description: "A speaker or a place that somebody who types may mean.",
	fields: (t) => ({
		kind: t.expose("named", { type: SuggestionKind, description: "What it is." }),
		id: t.id({
			description: "Its id across the whole API.",
			resolve: ({ named, slug }) => encodeGlobalId(named, slug),
		}),
		slug: t.exposeString("slug", { description: "Its name in links and filters." }),
		label: t.exposeString("label", { description: "Its official Arabic name." }),
		matched: t.exposeString("matched", {
			description: "The name of it that what was typed has met, in whichever spelling or script.",
		}),
		statementCount: t.exposeInt("statementCount", {
			description: "How many curated statements are attributed or linked to it.",
		}),
		reviewStatus: t.expose("reviewStatus", {
			type: ReviewStatus,
			description: "DRAFT for one that nothing but drafts names.",
		}),
	}),
});

const ALL_KINDS: readonly Named[] = ["Speaker", "Location"];

builder.queryField("suggest", (t) =>
	t.field({
		type: [Suggestion],
		description:
			"The speakers and places that a text may mean, for a field that completes what is typed: equal names first, then names and words that begin so, then any part of a name; those with more statements first. Names that are only much like the text come when nothing has it.",
		args: {
			text: t.arg.string({
				required: true,
				description: "What was typed so far, in any spelling or script; at most 200 characters.",
			}),
			kinds: t.arg({
				type: [SuggestionKind],
				description: "What to suggest; both when it is left out.",
			}),
			...reviewArgument("The statuses of what is suggested"),
			first: t.arg.int({
				defaultValue: DEFAULT_SIZE,
				description: "How many at the most, from 0 to 100.",
			}),
		},
		resolve: (_root, { text, kinds, ...args }, { reader }) => {
			const first = args.first ?? DEFAULT_SIZE;
			if (first < 0 || first > LARGEST_SIZE)
				throw badUserInput(`expected first to be from 0 to ${LARGEST_SIZE}, found ${first}`);
			const asked = ALL_KINDS.filter((kind) => kinds?.includes(kind) ?? true);
			return readSuggestions(reader, text, { kinds: asked, statuses: askedStatuses(args), first });
		},
	}),
);
