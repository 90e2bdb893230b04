import { useEffect, useRef } from "preact/hooks";
import type { Article, ArticleStatement } from "./article-queries.ts";
import { type Owned, type Piece, piecesOf } from "./pieces.ts";
import { Link } from "./speech.tsx";

/** How many colours there are for those who speak; whoever comes later shares one. */
const COLOURS = 8;

/** What a piece of the text is: a part of what is said, or the words that tell of it. */
type Role = "content" | "cue" | "mention";
interface Owner {
	readonly statement: ArticleStatement;
	readonly role: Role;
}

/** The colour of each who speaks in an article, in the order in which they speak. */
export function coloursOf(statements: readonly ArticleStatement[]): ReadonlyMap<string, number> {
	const slugs = statements.flatMap(({ speakers }) => speakers.map(({ slug }) => slug));
	return new Map([...new Set(slugs)].map((slug, index) => [slug, index % COLOURS]));
}

function ownedIn(
	source: string,
	statements: readonly ArticleStatement[],
	selected: string | null,
): Owned<Owner>[] {
	return statements.flatMap((statement) => {
		const parts: { span: ArticleStatement["cue"]; role: Role }[] = statement.spans.map((span) => ({
			span: { ...span, exact: "" },
			role: "content",
		}));
		if (statement.slug === selected) {
			parts.push({ span: statement.cue, role: "cue" });
			for (const { mention } of statement.attributions)
				parts.push({ span: mention, role: "mention" });
		}
		return parts.flatMap(({ span, role }) =>
			span === null || span.source !== source
				? []
				: [{ start: span.start, end: span.end, owner: { statement, role } }],
		);
	});
}

interface ArticleTextProps {
	readonly article: Article;
	readonly source: "BODY" | "TITLE";
	readonly text: string;
	readonly selected: string | null;
	readonly hasDrafts: boolean;
}

function classesOf(
	{ owners }: Piece<Owner>,
	selected: string | null,
	colours: ReadonlyMap<string, number>,
): string {
	const content = owners.find(({ role }) => role === "content");
	const told = owners.find(({ role }) => role !== "content");
	const [speaker] = content?.statement.speakers ?? [];
	const isChosen = owners.some(
		({ statement, role }) => role === "content" && statement.slug === selected,
	);
	return [
		content === undefined ? "" : `said speaker-${colours.get(speaker?.slug ?? "") ?? "none"}`,
		content?.statement.review.status === "DRAFT" ? "draft" : "",
		isChosen ? "chosen" : "",
		told === undefined ? "" : told.role,
	]
		.filter((name) => name !== "")
		.join(" ");
}

/** The text of an article, with all that is said in it marked; each mark selects its statement. */
export function ArticleText({ article, source, text, selected, hasDrafts }: ArticleTextProps) {
	const colours = coloursOf(article.statements);
	const pieces = piecesOf(text.length, ownedIn(source, article.statements, selected));
	const chosen = useRef<HTMLElement | null>(null);
	const isFirst = useRef(true);
	useEffect(() => {
		chosen.current?.scrollIntoView({ block: isFirst.current ? "center" : "nearest" });
		isFirst.current = false;
	}, [selected]);
	const seen = { isMarked: false };
	return (
		<>
			{pieces.map((piece) => {
				const words = text.slice(piece.start, piece.end);
				const classes = classesOf(piece, selected, colours);
				const content = piece.owners.find(({ role }) => role === "content");
				const isChosen = classes.split(" ").includes("chosen");
				const isTarget = isChosen && !seen.isMarked;
				if (isTarget) seen.isMarked = true;
				const mark = (element: HTMLElement | null) => {
					if (isTarget) chosen.current = element;
				};
				if (classes === "") return <span key={piece.start}>{words}</span>;
				if (content === undefined)
					return (
						<span key={piece.start} class={classes}>
							{words}
						</span>
					);
				return (
					<span key={piece.start} ref={mark}>
						<Link
							class={classes}
							current={isChosen}
							to={{
								name: "article",
								slug: article.slug,
								statement: content.statement.slug,
								isRaw: false,
								hasDrafts,
							}}
						>
							{words}
						</Link>
					</span>
				);
			})}
		</>
	);
}
