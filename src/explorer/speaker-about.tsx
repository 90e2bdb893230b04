import type { ResultOf } from "gql.tada";
import { MoreRows } from "./more-rows.tsx";
import { StatementList } from "./queries.ts";
import type { SpeakerPage } from "./speaker-queries.ts";
import { useSpeech } from "./speech.tsx";
import { StateLine } from "./state-line.tsx";
import { StatementCard } from "./statement-card.tsx";
import { usePages } from "./use-pages.ts";

type Speaker = NonNullable<ResultOf<typeof SpeakerPage>["speaker"]>;

/** The most names that are searched for at once. */
const MOST_NAMES = 8;

/**
 * The Arabic names that mean a speaker and mostly nobody else. What people are called by their office
 * (EPITHET) is not among them: the corpus has two Syrian presidents.
 */
function namesOf({ names }: Speaker): string[] {
	const own = names.filter(({ kind, language }) => kind !== "EPITHET" && language === "ar");
	return own.slice(0, MOST_NAMES).map(({ text }) => text.replaceAll('"', " "));
}

/**
 * Statements of others with a speaker's name in their words. The API links a statement to who says it
 * and to whom, and not to those it speaks of; so this is a search, and the page says that it is.
 */
export function About({ speaker }: { readonly speaker: Speaker }) {
	const { say, language } = useSpeech();
	const names = namesOf(speaker);
	const pages = usePages(
		StatementList,
		{
			filter: {
				or: names.map((name) => ({ search: `"${name}"` })),
				not: { speaker: { eq: speaker.slug } },
			},
			orderBy: { field: "SAID_AT", direction: "DESC" },
			lang: language,
		},
		({ statements: { edges, pageInfo } }) => ({ rows: edges, pageInfo }),
	);
	const total = pages.asked.data?.statements.totalCount;
	return (
		<section>
			<h2>{say("namedIn")}</h2>
			<p class="quiet">
				{say("namedInHelp")}{" "}
				{names.map((name, index) => (
					<span key={name}>
						{index > 0 && " · "}
						<q>
							<bdi>{name}</bdi>
						</q>
					</span>
				))}
			</p>
			<StateLine asked={pages.asked} />
			<ol class="cards">
				{pages.rows.map((edge) => (
					<StatementCard key={edge.node.id} edge={edge} />
				))}
			</ol>
			{total !== undefined && <MoreRows {...pages} shown={pages.rows.length} total={total} />}
		</section>
	);
}
