import type { ResultOf } from "gql.tada";
import { useEffect } from "preact/hooks";
import { PlaceMap } from "./place-map.tsx";
import { About } from "./speaker-about.tsx";
import { Heard, Hearers, Voices } from "./speaker-partners.tsx";
import { SpeakerPage } from "./speaker-queries.ts";
import { Link, useSpeech } from "./speech.tsx";
import { StateLine } from "./state-line.tsx";
import { StatementCard } from "./statement-card.tsx";
import { Timeline } from "./timeline.tsx";
import { useAsked } from "./use-asked.ts";
import { loadWorld } from "./use-world.ts";

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

function Page({ found, speaker }: { readonly found: Found; readonly speaker: Speaker }) {
	const { say, count, nameOf, number } = useSpeech();
	const { slug } = speaker;
	const { said, passedOn, months, places } = found;
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
				{passedOn.totalCount > 0 && (
					<Link to={{ name: "statements", narrowed: { relay: slug } }}>
						{say("passedOn", { count: count("statementCount", passedOn.totalCount) })}
					</Link>
				)}
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
			<Offices offices={speaker.offices} />
			<div class="two-halves">
				<Hearers found={found} slug={slug} />
				<Voices found={found} slug={slug} />
			</div>
			{months.totalCount > 0 && (
				<>
					<Timeline months={months} narrowed={{ speaker: slug }} />
					<ul class="chips" aria-label={say("kind")}>
						{said.kind.map(({ value, count: found }) => (
							<li key={value}>
								<Link to={{ name: "statements", narrowed: { speaker: slug, kind: value } }}>
									{nameOf(value)} <span class="number">{number(found)}</span>
								</Link>
							</li>
						))}
					</ul>
				</>
			)}
			{places.rows.length > 0 && <PlaceMap data={found} narrowed={{ speaker: slug }} />}
			{said.edges.length > 0 && (
				<section>
					<h2>{say("statements")}</h2>
					<ol class="cards">
						{said.edges.map((edge) => (
							<StatementCard key={edge.node.id} edge={edge} />
						))}
					</ol>
					{said.totalCount > said.edges.length && (
						<p>
							<Link to={{ name: "statements", narrowed: { speaker: slug } }}>
								{say("allOf", { count: count("statementCount", said.totalCount) })}
							</Link>
						</p>
					)}
				</section>
			)}
			<Heard found={found} slug={slug} />
			<About speaker={speaker} />
		</>
	);
}

/** One speaker: offices, what is said, when, where and to whom. */
export function SpeakerView({ slug }: { readonly slug: string }) {
	const { say, language } = useSpeech();
	const asked = useAsked(SpeakerPage, {
		slug,
		filter: { speaker: { eq: slug } },
		lang: language,
	});
	useEffect(() => void loadWorld(), []);
	const speaker = asked.data?.speaker;
	// The address is all that is asked by.
	if (speaker === null || asked.error?.code === "BAD_USER_INPUT") return <p>{say("nowhere")}</p>;
	return (
		<>
			<StateLine asked={asked} />
			{asked.data !== null && speaker != null && (
				<Page key={slug} found={asked.data} speaker={speaker} />
			)}
		</>
	);
}
