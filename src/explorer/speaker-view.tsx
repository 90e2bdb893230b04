import type { ResultOf } from "gql.tada";
import { PlaceMap } from "./place-map.tsx";
import { Facets, Places, StatementList } from "./queries.ts";
import { SpeakerPage } from "./speaker-queries.ts";
import { Link, useSpeech } from "./speech.tsx";
import { StateLine } from "./state-line.tsx";
import { StatementCard } from "./statement-card.tsx";
import { Timeline } from "./timeline.tsx";
import { useAsked } from "./use-asked.ts";

type Found = ResultOf<typeof SpeakerPage>;
type Speaker = NonNullable<Found["speaker"]>;

function Offices({ offices }: Pick<Speaker, "offices">) {
	const { say } = useSpeech();
	if (offices.length === 0) return null;
	return (
		<section>
			<h2>{say("offices")}</h2>
			<ul class="rows">
				{offices.map(({ title, from, to, of, organization }) => (
					<li key={`${title} ${from ?? ""}`}>
						<span>
							<bdi>{title}</bdi>
							{of !== null && <bdi class="quiet"> · {of.name}</bdi>}
							{organization !== null && (
								<>
									{" · "}
									<Link to={{ name: "speaker", slug: organization.slug }}>
										<bdi>{organization.name}</bdi>
									</Link>
								</>
							)}
						</span>
						{from !== null && (
							<span class="quiet">
								{say("sinceUntil", {
									from: String(from),
									to: to === null ? say("today") : String(to),
								})}
							</span>
						)}
					</li>
				))}
			</ul>
		</section>
	);
}

function Listeners({ slug, found }: { readonly slug: string; readonly found: Found }) {
	const { say, count, number } = useSpeech();
	const { addressees, saidTo, passedOn } = found;
	return (
		<section>
			<h2>{say("listenersOf")}</h2>
			<ul class="rows">
				{addressees.rows.map(({ addressee, count: times }) => (
					<li key={addressee}>
						<bdi>{addressee}</bdi>
						<span class="number">{number(times)}</span>
					</li>
				))}
				<li>
					<Link to={{ name: "statements", narrowed: { to: slug } }}>{say("saidToCount")}</Link>
					<span>{count("statementCount", saidTo.totalCount)}</span>
				</li>
				<li>
					<Link to={{ name: "statements", narrowed: { relay: slug } }}>{say("passedOnCount")}</Link>
					<span>{count("statementCount", passedOn.totalCount)}</span>
				</li>
			</ul>
		</section>
	);
}

/** Statements of others in which a speaker is named. */
function About({ speaker }: { readonly speaker: Speaker }) {
	const { say, language } = useSpeech();
	const filter = {
		search: `"${speaker.names[0]?.text ?? speaker.name}"`,
		not: { speaker: { eq: speaker.slug } },
	};
	const asked = useAsked(StatementList, { filter, lang: language });
	const edges = asked.data?.statements.edges ?? [];
	if (edges.length === 0) return <StateLine asked={asked} />;
	return (
		<section>
			<h2>{say("aboutThem")}</h2>
			<p class="quiet">{say("aboutThemHelp")}</p>
			<ol class="cards">
				{edges.slice(0, 5).map((edge) => (
					<StatementCard key={edge.node.id} edge={edge} />
				))}
			</ol>
		</section>
	);
}

function Page({ found, speaker }: { readonly found: Found; readonly speaker: Speaker }) {
	const { say, count, nameOf, number, language } = useSpeech();
	const { slug } = speaker;
	const filter = { speaker: { eq: slug } };
	const facets = useAsked(Facets, { filter, lang: language });
	const places = useAsked(Places, { filter, lang: language });
	const latest = useAsked(StatementList, {
		filter,
		orderBy: { field: "SAID_AT", direction: "DESC" },
		lang: language,
	});
	const others = speaker.names.filter(({ text }) => text !== speaker.name);
	return (
		<>
			<h1>
				<bdi>{speaker.name}</bdi>
			</h1>
			<p class="line quiet">
				<span>{nameOf(speaker.kind)}</span>
				<Link to={{ name: "statements", narrowed: { speaker: slug } }}>
					{count("statementCount", speaker.statementCount)}
				</Link>
				{speaker.wikidataId !== null && (
					<a
						href={`https://www.wikidata.org/wiki/${encodeURIComponent(speaker.wikidataId)}`}
						rel="noreferrer"
					>
						{speaker.wikidataId}
					</a>
				)}
				{speaker.reviewStatus === "DRAFT" && <strong class="badge">{say("draft")}</strong>}
			</p>
			{others.length > 0 && (
				<p class="quiet">
					{say("names")}:{" "}
					{others.map(({ text }, index) => (
						<span key={text}>
							{index > 0 && " · "}
							<bdi>{text}</bdi>
						</span>
					))}
				</p>
			)}
			<div class="two-halves">
				<Offices offices={speaker.offices} />
				<Listeners slug={slug} found={found} />
			</div>
			<StateLine asked={facets} />
			{facets.data !== null && facets.data.months.totalCount > 0 && (
				<>
					<Timeline months={facets.data.months} narrowed={{ speaker: slug }} />
					<ul class="chips" aria-label={say("kind")}>
						{facets.data.statements.kind.map(({ value, count: found }) => (
							<li key={value}>
								<Link to={{ name: "statements", narrowed: { speaker: slug, kind: value } }}>
									{nameOf(value)} <span class="number">{number(found)}</span>
								</Link>
							</li>
						))}
					</ul>
				</>
			)}
			{places.data !== null && places.data.places.rows.length > 0 && (
				<PlaceMap data={places.data} narrowed={{ speaker: slug }} />
			)}
			<section>
				<h2>{say("statements")}</h2>
				<StateLine asked={latest} />
				<ol class="cards">
					{latest.data?.statements.edges.slice(0, 10).map((edge) => (
						<StatementCard key={edge.node.id} edge={edge} />
					))}
				</ol>
				<p>
					<Link to={{ name: "statements", narrowed: { speaker: slug } }}>{say("all")}</Link>
				</p>
			</section>
			<About speaker={speaker} />
		</>
	);
}

/** One speaker: offices, what is said, when, where and to whom. */
export function SpeakerView({ slug }: { readonly slug: string }) {
	const { say, language } = useSpeech();
	const asked = useAsked(SpeakerPage, { slug, lang: language });
	const speaker = asked.data?.speaker;
	return (
		<>
			<StateLine asked={asked} />
			{speaker === null && <p>{say("nowhere")}</p>}
			{asked.data !== null && speaker != null && (
				<Page key={slug} found={asked.data} speaker={speaker} />
			)}
		</>
	);
}
