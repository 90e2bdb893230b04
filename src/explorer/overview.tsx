import { useEffect } from "preact/hooks";
import { Overview } from "./corpus-queries.ts";
import { PlaceMap } from "./place-map.tsx";
import { Link, useSpeech } from "./speech.tsx";
import { StateLine } from "./state-line.tsx";
import { Timeline } from "./timeline.tsx";
import { useAsked } from "./use-asked.ts";
import { loadWorld } from "./use-world.ts";

/** The corpus at a glance: how much, when, where, by whom, and in which articles. */
export function OverviewView() {
	const { say, count, number, nameOf, language } = useSpeech();
	const asked = useAsked(Overview, { filter: {}, lang: language });
	useEffect(() => void loadWorld(), []);
	const { corpus, speakers, articles } = asked.data ?? {};
	return (
		<>
			<h1 class="motto">{say("motto")}</h1>
			<StateLine asked={asked} />
			{corpus !== undefined && (
				<p class="line figures">
					<Link to={{ name: "statements", narrowed: {} }}>
						{count("statementCount", corpus.statementCount)}
					</Link>
					<Link to={{ name: "speakers", search: "" }}>
						{count("speakerCount", corpus.speakerCount)}
					</Link>
					<span>{count("articleCount", corpus.articleCount)}</span>
					<span>{count("placeCount", corpus.locationCount)}</span>
				</p>
			)}
			{asked.data !== null && (
				<>
					<Timeline months={asked.data.months} narrowed={{}} />
					<PlaceMap data={asked.data} narrowed={{}} />
				</>
			)}
			<div class="two-halves">
				<section>
					<h2>{say("topSpeakers")}</h2>
					<ul class="rows">
						{speakers?.nodes.map(({ slug, name, kind, statementCount }) => (
							<li key={slug}>
								<Link to={{ name: "speaker", slug }}>
									<bdi>{name}</bdi>
								</Link>
								<span class="number" title={nameOf(kind)}>
									{number(statementCount)}
								</span>
							</li>
						))}
					</ul>
				</section>
				<section>
					<h2>{say("articles")}</h2>
					<ul class="rows">
						{articles?.nodes.map(({ slug, title, publishedAt, publisher }) => (
							<li key={slug}>
								<Link
									to={{ name: "article", slug, statement: null, isRaw: false, hasDrafts: false }}
								>
									<bdi>{title ?? slug}</bdi>
								</Link>
								<span class="quiet">
									<bdi>{publisher?.name ?? ""}</bdi> <span dir="ltr">{publishedAt.edtf}</span>
								</span>
							</li>
						))}
					</ul>
				</section>
			</div>
		</>
	);
}
