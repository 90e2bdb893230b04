import type { ResultOf } from "gql.tada";
import { ask } from "./api.ts";
import {
	type Article,
	ArticlePage,
	type ArticleStatement,
	RawDocument,
} from "./article-queries.ts";
import { ArticleText, coloursOf } from "./article-text.tsx";
import { piecesOf } from "./pieces.ts";
import { Link, useSpeech } from "./speech.tsx";
import { StateLine } from "./state-line.tsx";
import { StatementPanel } from "./statement-panel.tsx";
import { type Asked, useAnswer, useAsked } from "./use-asked.ts";

/** Reads an article with all its statements, page by page; null where there is none. */
async function readArticle(
	slug: string,
	hasDrafts: boolean,
	lang: "ar" | "en",
	signal: AbortSignal,
): Promise<Article | null> {
	const statements: ArticleStatement[] = [];
	let after: string | null = null;
	for (;;) {
		const found: ResultOf<typeof ArticlePage> = await ask(
			ArticlePage,
			{ slug, after, drafts: hasDrafts ? ["CURATED", "DRAFT"] : ["CURATED"], lang },
			signal,
		);
		const { article } = found;
		if (article === null) return null;
		statements.push(...article.statements.nodes);
		const { hasNextPage, endCursor } = article.statements.pageInfo;
		if (!hasNextPage) return { ...article, statements };
		after = endCursor;
	}
}

function useArticle(slug: string, hasDrafts: boolean): Asked<{ article: Article | null }> {
	const { language } = useSpeech();
	return useAnswer(JSON.stringify({ slug, hasDrafts, language }), async (signal) => ({
		article: await readArticle(slug, hasDrafts, language, signal),
	}));
}

/** The page as it was scraped, with all that is not the article greyed out. */
function Raw({ slug }: { readonly slug: string }) {
	const { say, nameOf } = useSpeech();
	const asked = useAsked(RawDocument, { slug });
	const document = asked.data?.article?.document;
	return (
		<>
			<StateLine asked={asked} />
			{document !== undefined && (
				<>
					<p class="quiet">
						{say("rawHelp")} <bdi>{document.fileName}</bdi>
					</p>
					<pre class="raw" dir="auto">
						{piecesOf(
							document.text.length,
							document.segments.map(({ kind, span }) => ({ ...span, owner: kind })),
						).map(({ start, end, owners: [kind = "NONE"] }) => (
							<span
								key={start}
								class={`segment ${kind}`}
								title={kind === "NONE" ? undefined : nameOf(kind)}
							>
								{document.text.slice(start, end)}
							</span>
						))}
					</pre>
				</>
			)}
		</>
	);
}

/** Who speaks in the article, in the colours of their marks. */
function Legend({ article }: { readonly article: Article }) {
	const colours = coloursOf(article.statements);
	const speakers = new Map(
		article.statements.flatMap((one) => one.speakers.map((who) => [who.slug, who.name])),
	);
	return (
		<ul class="chips legend">
			{[...speakers].map(([slug, name]) => (
				<li key={slug}>
					<Link to={{ name: "speaker", slug }}>
						<span class={`swatch speaker-${colours.get(slug)}`} aria-hidden="true" />{" "}
						<bdi>{name}</bdi>
					</Link>
				</li>
			))}
		</ul>
	);
}

interface ArticleViewProps {
	readonly slug: string;
	readonly statement: string | null;
	readonly isRaw: boolean;
	readonly hasDrafts: boolean;
}

function Found({
	article,
	statement: selected,
	isRaw,
	hasDrafts,
}: ArticleViewProps & { readonly article: Article }) {
	const { say, count } = useSpeech();
	const direction = article.direction === "LTR" ? "ltr" : "rtl";
	const statement = article.statements.find(({ slug }) => slug === selected);
	const text = { article, selected, hasDrafts };
	return (
		<>
			<p class="line quiet">
				{article.publisher !== null && <bdi>{article.publisher.name}</bdi>}
				<span dir="ltr">{article.publishedAt.edtf}</span>
				<span>{count("statementCount", article.statements.length)}</span>
				{article.reviewStatus === "DRAFT" && <strong class="badge">{say("draft")}</strong>}
				<Link
					to={{
						name: "article",
						slug: article.slug,
						statement: selected,
						isRaw: !isRaw,
						hasDrafts,
					}}
				>
					{isRaw ? say("hideRaw") : say("showRaw")}
				</Link>
			</p>
			{isRaw ? (
				<Raw slug={article.slug} />
			) : (
				<div class="two-columns reading">
					<aside aria-live="polite">
						{statement === undefined ? (
							<p class="quiet">{selected === null ? say("chooseStatement") : say("notSelected")}</p>
						) : (
							<StatementPanel
								key={statement.slug}
								article={article}
								statement={statement}
								hasDrafts={hasDrafts}
							/>
						)}
					</aside>
					<article dir={direction} lang={String(article.language)}>
						<h1>
							<ArticleText {...text} source="TITLE" text={article.title ?? article.slug} />
						</h1>
						<Legend article={article} />
						<div class="body">
							<ArticleText {...text} source="BODY" text={article.body} />
						</div>
					</article>
				</div>
			)}
		</>
	);
}

/** An article, with every statement marked, and all about the one that is selected. */
export function ArticleView(props: ArticleViewProps) {
	const { say } = useSpeech();
	const asked = useArticle(props.slug, props.hasDrafts);
	const article = asked.data?.article;
	return (
		<>
			<StateLine asked={asked} />
			{article === null && <p>{say("nowhere")}</p>}
			{article != null && article.slug === props.slug && <Found {...props} article={article} />}
		</>
	);
}
