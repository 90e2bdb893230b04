import { MarkedText, marksInText } from "./marked-text.tsx";
import type { StatementLine, StatementRow } from "./queries.ts";
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

interface NamesProps {
	readonly speakers: readonly { readonly slug: string; readonly name: string }[];
	/** What stands between two of them. */
	readonly between: string;
	readonly class?: string;
}

/** Some who speak, are spoken to, or pass on; each with a link. */
export function Names({ speakers, between, class: name }: NamesProps) {
	return (
		<>
			{speakers.map(({ slug, name: official }, index) => (
				<span key={slug}>
					{index > 0 && between}
					<Link to={{ name: "speaker", slug }} class={name}>
						<bdi>{official}</bdi>
					</Link>
				</span>
			))}
		</>
	);
}

/** Those who said it. */
function Who({ speakers }: Pick<StatementLine, "speakers">) {
	const { nameOf } = useSpeech();
	return (
		<span>
			{speakers.length === 0 && nameOf("UNKNOWN")}
			<Names speakers={speakers} between=" · " class="who" />
		</span>
	);
}

/** Those whom it was said to; who has no entry is called as the article calls them. */
function ToWhom({ addressees }: Pick<StatementLine, "addressees">) {
	const { say } = useSpeech();
	if (addressees.length === 0) return null;
	return (
		<span class="quiet">
			{say("to")}{" "}
			{addressees.map(({ speaker, description }, index) => (
				<span key={description}>
					{index > 0 && " · "}
					{speaker === null ? <bdi>{description}</bdi> : <Names speakers={[speaker]} between="" />}
				</span>
			))}
		</span>
	);
}

/** A statement in a list: who, to whom, when, the words, and where they stand. */
export function StatementCard({ edge }: { readonly edge: StatementRow }) {
	const { say, nameOf } = useSpeech();
	const { node, highlights } = edge;
	const marks = marksInText(node.spans, highlights);
	const isDraft = node.review.status === "DRAFT";
	return (
		<li class={isDraft ? "card draft" : "card"}>
			<p class="line">
				<Who speakers={node.speakers} />
				<ToWhom addressees={node.addressees} />
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
						{say("relay")}{" "}
						<Names speakers={node.relays.map(({ speaker }) => speaker)} between=" · " />
					</span>
				)}
			</p>
		</li>
	);
}
