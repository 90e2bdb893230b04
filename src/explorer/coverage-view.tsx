import { CoveragePage } from "./corpus-queries.ts";
import { Link, type TextName, useSpeech } from "./speech.tsx";
import { StateLine } from "./state-line.tsx";
import { useAsked } from "./use-asked.ts";

const UNKNOWN = [
	"anonymousStatements",
	"unattributedStatements",
	"droppedSubjects",
	"undatedStatements",
	"impreciseStatements",
	"undatedArticles",
	"articlesWithoutPublisher",
] as const satisfies readonly TextName[];
const DRAFTS = ["draftArticles", "draftStatements"] as const satisfies readonly TextName[];

/** What the corpus does not know, what nobody has confirmed, and what was left out of it. */
export function CoverageView() {
	const { say, number, nameOf } = useSpeech();
	const asked = useAsked(CoveragePage, {});
	const corpus = asked.data?.corpus;
	return (
		<>
			<h1>{say("coverage")}</h1>
			<StateLine asked={asked} />
			{corpus !== undefined && (
				<>
					<section>
						<h2>{say("unknownTitle")}</h2>
						<p class="quiet">{say("ofStatements", { n: number(corpus.statementCount) })}</p>
						<dl class="counts">
							{UNKNOWN.map((name) => (
								<div key={name}>
									<dd>{number(corpus.coverage[name])}</dd>
									<dt>{say(name)}</dt>
								</div>
							))}
							<div>
								<dd>{number(corpus.coverage.articlesWithoutStatements.length)}</dd>
								<dt>{say("articlesWithoutStatements")}</dt>
							</div>
						</dl>
						<ul>
							{corpus.coverage.articlesWithoutStatements.map(({ slug, title }) => (
								<li key={slug}>
									<Link
										to={{ name: "article", slug, statement: null, isRaw: false, hasDrafts: false }}
									>
										<bdi>{title ?? slug}</bdi>
									</Link>
								</li>
							))}
						</ul>
					</section>
					<section>
						<h2>{say("unconfirmedTitle")}</h2>
						<dl class="counts">
							{DRAFTS.map((name) => (
								<div key={name}>
									<dd>{number(corpus.coverage[name])}</dd>
									<dt>{say(name)}</dt>
								</div>
							))}
						</dl>
						<p>
							<Link to={{ name: "statements", narrowed: { drafts: "1" } }}>
								{say("withDrafts")}
							</Link>
						</p>
					</section>
					<section>
						<h2>{say("leftOutTitle")}</h2>
						<table>
							<thead>
								<tr>
									<th scope="col">{say("part")}</th>
									<th scope="col">{say("segments")}</th>
									<th scope="col">{say("characters")}</th>
								</tr>
							</thead>
							<tbody>
								{corpus.coverage.excludedText.map(({ kind, segmentCount, characterCount }) => (
									<tr key={kind}>
										<th scope="row">{nameOf(kind)}</th>
										<td>{number(segmentCount)}</td>
										<td>{number(characterCount)}</td>
									</tr>
								))}
							</tbody>
						</table>
					</section>
					<p class="quiet">
						{say("version", {
							version: corpus.version.slice(0, 12),
							date: String(corpus.seededAt).slice(0, 10),
						})}
					</p>
				</>
			)}
		</>
	);
}
