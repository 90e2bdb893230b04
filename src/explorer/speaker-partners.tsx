import type { ResultOf } from "gql.tada";
import type { Narrowed } from "./address.ts";
import type { SpeakerPage } from "./speaker-queries.ts";
import { Link, useSpeech } from "./speech.tsx";
import { StatementCard } from "./statement-card.tsx";

interface PartnersProps {
	readonly found: ResultOf<typeof SpeakerPage>;
	/** Whose page it is. */
	readonly slug: string;
}

interface RowsProps {
	readonly rows: readonly {
		readonly value: string;
		readonly label: string;
		readonly count: number;
	}[];
	/** What a row's count narrows the statements to. */
	readonly narrowedTo: (value: string) => Narrowed;
}

/** Names that lead to their pages, each with a count that leads to what it counts. */
function Rows({ rows, narrowedTo }: RowsProps) {
	const { count } = useSpeech();
	return (
		<ul class="rows">
			{rows.map(({ value, label, count: found }) => (
				<li key={value}>
					<span>
						<Link to={{ name: "speaker", slug: value }}>
							<bdi>{label}</bdi>
						</Link>
					</span>
					<Link to={{ name: "statements", narrowed: narrowedTo(value) }}>
						{count("statementCount", found)}
					</Link>
				</li>
			))}
		</ul>
	);
}

/** Those whom a speaker speaks to, as far as they have an entry. */
export function Hearers({ found: { said }, slug }: PartnersProps) {
	const { say } = useSpeech();
	return (
		<section>
			<h2>{say("hearers")}</h2>
			{said.to.length === 0 && <p class="quiet">{say("noHearers")}</p>}
			<Rows rows={said.to} narrowedTo={(to) => ({ speaker: slug, to })} />
		</section>
	);
}

/** Those who speak to a speaker. */
export function Voices({ found: { heard }, slug }: PartnersProps) {
	const { say } = useSpeech();
	return (
		<section>
			<h2>{say("voices")}</h2>
			{heard.speaker.length === 0 && <p class="quiet">{say("noVoices")}</p>}
			<Rows rows={heard.speaker} narrowedTo={(speaker) => ({ speaker, to: slug })} />
		</section>
	);
}

/** The last that was said to a speaker. */
export function Heard({ found: { heard }, slug }: PartnersProps) {
	const { say, count } = useSpeech();
	if (heard.totalCount === 0) return null;
	return (
		<section>
			<h2>{say("heard")}</h2>
			<ol class="cards">
				{heard.edges.map((edge) => (
					<StatementCard key={edge.node.id} edge={edge} />
				))}
			</ol>
			{heard.totalCount > heard.edges.length && (
				<p>
					<Link to={{ name: "statements", narrowed: { to: slug } }}>
						{say("allOf", { count: count("statementCount", heard.totalCount) })}
					</Link>
				</p>
			)}
		</section>
	);
}
