import { useState } from "preact/hooks";
import { addressOf } from "./address.ts";
import type { Article, ArticleStatement } from "./article-queries.ts";
import { Link, useSpeech } from "./speech.tsx";
import { Names, SaidAt } from "./statement-card.tsx";

interface PanelProps {
	readonly article: Article;
	readonly statement: ArticleStatement;
	readonly hasDrafts: boolean;
}

/** A link that shows a statement in its article to whoever gets it. */
function linkTo({ article, statement, hasDrafts }: PanelProps, language: "ar" | "en"): string {
	const view = {
		name: "article",
		slug: article.slug,
		statement: statement.slug,
		isRaw: false,
		hasDrafts,
	} as const;
	return new URL(addressOf(view, language), location.href).href;
}

/** Copies a text, and says whether that could be done. */
function CopyButton({ label, text }: { readonly label: string; readonly text: string }) {
	const { say } = useSpeech();
	const [outcome, setOutcome] = useState<"copied" | "failed" | null>(null);
	const copy = async () => {
		try {
			await navigator.clipboard.writeText(text);
			setOutcome("copied");
		} catch {
			setOutcome("failed");
		}
	};
	return (
		<span>
			<button type="button" onClick={copy}>
				{label}
			</button>{" "}
			<span role="status">
				{outcome === "copied" && say("copied")}
				{outcome === "failed" && say("copyFailed", { text })}
			</span>
		</span>
	);
}

/** The way of a statement: who spoke, who passed it on, the article. */
function Chain({ article, statement }: PanelProps) {
	const { nameOf } = useSpeech();
	const steps = statement.relays.map(({ speaker }) => speaker).toReversed();
	return (
		<ol class="chain">
			<li>
				{statement.speakers.length === 0 && nameOf("UNKNOWN")}
				<Names speakers={statement.speakers} between=" · " />
			</li>
			{steps.map((step) => (
				<li key={step.slug}>
					<Names speakers={[step]} between="" />
				</li>
			))}
			<li>
				<bdi>{article.publisher?.name ?? article.title ?? article.slug}</bdi>
			</li>
		</ol>
	);
}

/** The words by which the article calls somebody. */
function CalledAs({ words }: { readonly words: string }) {
	const { say } = useSpeech();
	return (
		<span class="quiet">
			{" "}
			· {say("mention")}:{" "}
			<q>
				<bdi>{words}</bdi>
			</q>
		</span>
	);
}

function Speakers({ statement }: PanelProps) {
	const { say, nameOf } = useSpeech();
	return (
		<>
			{statement.attributions.length === 0 && <p>{nameOf("UNKNOWN")}</p>}
			{statement.attributions.map(({ speaker, office, mention }) => (
				<p key={speaker.slug}>
					<Link to={{ name: "speaker", slug: speaker.slug }} class="who">
						<bdi>{speaker.name}</bdi>
					</Link>
					{office !== null && <span class="quiet"> {say("office", { title: office.title })}</span>}
					{mention !== null && <CalledAs words={mention.exact} />}
				</p>
			))}
		</>
	);
}

function When({ statement }: PanelProps) {
	const { say, nameOf } = useSpeech();
	const { saidAt } = statement;
	return (
		<>
			<p>
				<SaidAt at={saidAt} /> <span class="quiet">· {nameOf(saidAt.basis)}</span>
			</p>
			{saidAt.evidence !== null && (
				<p class="quiet">{say("evidence", { text: saidAt.evidence.exact })}</p>
			)}
			{saidAt.note !== null && (
				<p class="quiet" dir="auto">
					{saidAt.note}
				</p>
			)}
		</>
	);
}

/** All that is known of a statement, and how. */
export function StatementPanel(props: PanelProps) {
	const { article, statement, hasDrafts } = props;
	const { say, nameOf, language } = useSpeech();
	const names = statement.speakers.map(({ name }) => name).join("، ");
	const link = linkTo(props, language);
	const citation = `${names}: «${statement.text}». ${article.title ?? article.slug}${article.publisher === null ? "" : `، ${article.publisher.name}`}، ${article.publishedAt.edtf}. ${link}`;
	return (
		<div class="panel">
			<p class="line">
				<span class={`kind ${statement.kind}`}>{nameOf(statement.kind)}</span>
				<span>{nameOf(statement.act)}</span>
				{statement.review.status === "DRAFT" && <strong class="badge">{say("draft")}</strong>}
				<Link
					to={{ name: "article", slug: article.slug, statement: null, isRaw: false, hasDrafts }}
					class="close"
				>
					{say("close")}
				</Link>
			</p>
			<blockquote dir={statement.direction === "LTR" ? "ltr" : "rtl"}>{statement.text}</blockquote>
			<dl>
				<dt>{say("saidBy")}</dt>
				<dd>
					<Speakers {...props} />
				</dd>
				{statement.addressees.length > 0 && (
					<>
						<dt>{say("to")}</dt>
						<dd>
							{statement.addressees.map(({ description, speaker }) => (
								<p key={description}>
									{speaker !== null && <Names speakers={[speaker]} between="" class="who" />}
									{speaker === null ? <bdi>{description}</bdi> : <CalledAs words={description} />}
								</p>
							))}
						</dd>
					</>
				)}
				<dt>{say("when")}</dt>
				<dd>
					<When {...props} />
				</dd>
				{statement.cue !== null && (
					<>
						<dt>{say("cue")}</dt>
						<dd>
							<q class="cue">
								<bdi>{statement.cue.exact}</bdi>
							</q>
						</dd>
					</>
				)}
				{statement.locations.length > 0 && (
					<>
						<dt>{say("places")}</dt>
						<dd>
							{statement.locations.map(({ role, location: { slug, name } }) => (
								<p key={`${slug} ${role}`}>
									<Link to={{ name: "statements", narrowed: { place: slug } }}>
										<bdi>{name}</bdi>
									</Link>{" "}
									<span class="quiet">{nameOf(role)}</span>
								</p>
							))}
						</dd>
					</>
				)}
				{statement.quotes.length > 0 && statement.kind === "MIXED" && (
					<>
						<dt>{say("quotes")}</dt>
						<dd>
							{statement.quotes.map(({ exact }) => (
								<p key={exact} dir="auto">
									«{exact}»
								</p>
							))}
						</dd>
					</>
				)}
				<dt>{say("chain")}</dt>
				<dd>
					<Chain {...props} />
				</dd>
			</dl>
			<p class="line">
				<a href={link}>{say("shareLink")}</a>
				<CopyButton label={say("copyLink")} text={link} />
				<CopyButton label={say("copyCitation")} text={citation} />
			</p>
		</div>
	);
}
