import { MarkedText, marksInText } from "./marked-text.tsx";
import type { StatementEdge, StatementLine } from "./queries.ts";
import { Link, useSpeech } from "./speech.tsx";

/** The day, as finely as it is known. */
export function SaidAt({ at }: { readonly at: StatementLine["saidAt"] }) {
	const { say, nameOf } = useSpeech();
	if (at.precision === "UNKNOWN") return <span>{say("unknownDate")}</span>;
	return (
		<time dir="ltr" title={nameOf(at.basis)}>
			{at.edtf}
		</time>
	);
}

interface WhoProps {
	readonly speakers: StatementLine["speakers"];
}

/** Those who said it, each with a link. */
export function Who({ speakers }: WhoProps) {
	const { nameOf } = useSpeech();
	if (speakers.length === 0) return <span>{nameOf("UNKNOWN")}</span>;
	return (
		<>
			{speakers.map(({ slug, name }, index) => (
				<span key={slug}>
					{index > 0 && <span aria-hidden="true"> · </span>}
					<Link to={{ name: "speaker", slug }} class="who">
						<bdi>{name}</bdi>
					</Link>
				</span>
			))}
		</>
	);
}

/** A statement in a list: who, to whom, when, the words, and where they stand. */
export function StatementCard({ edge }: { readonly edge: StatementEdge }) {
	const { say, nameOf } = useSpeech();
	const { node, highlights } = edge;
	const marks = marksInText(node.spans, highlights);
	const isDraft = node.review.status === "DRAFT";
	return (
		<li class={isDraft ? "card draft" : "card"}>
			<p class="line">
				<Who speakers={node.speakers} />
				{node.addressees.length > 0 && (
					<span class="quiet">
						{say("to")}{" "}
						<bdi>
							{node.addressees
								.map(({ speaker, description }) => speaker?.name ?? description)
								.join("، ")}
						</bdi>
					</span>
				)}
				<SaidAt at={node.saidAt} />
				<span class={`kind ${node.kind}`}>{nameOf(node.kind)}</span>
				<span class="quiet">{nameOf(node.act)}</span>
				{isDraft && <strong class="badge">{say("draft")}</strong>}
			</p>
			<blockquote
				dir={node.direction.toLowerCase() === "ltr" ? "ltr" : "rtl"}
				lang={node.direction === "LTR" ? "en" : "ar"}
			>
				<MarkedText text={node.text} marks={marks} />
			</blockquote>
			<p class="line quiet">
				<Link
					to={{
						name: "article",
						slug: node.article.slug,
						statement: node.slug,
						isRaw: false,
						hasDrafts: isDraft,
					}}
				>
					<bdi>{node.article.title ?? node.article.slug}</bdi>
				</Link>
				{node.article.publisher !== null && <bdi>{node.article.publisher.name}</bdi>}
				{node.relays.length > 0 && (
					<span>
						{say("relay")} <bdi>{node.relays.map(({ speaker }) => speaker.name).join(" ← ")}</bdi>
					</span>
				)}
			</p>
		</li>
	);
}
