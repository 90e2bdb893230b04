import { isGraphemeBorder, type Span } from "../../text/span.ts";
import { textOf } from "../corpus.ts";
import { quoteForMessage } from "../diagnostic.ts";
import type { Path } from "../format/yaml.ts";
import type { LocatedArticle, LocatedStatement } from "../located.ts";
import type { Rule } from "../rule.ts";

interface Found {
	readonly span: Span | null;
	readonly path: Path;
}

function spansOfStatement(statement: LocatedStatement): Found[] {
	const { entry, path } = statement;
	const under = (key: string, spans: readonly (Span | null)[]): Found[] =>
		spans.map((span) => ({ span, path: [...path, key] }));
	return [
		...under("content", statement.spans),
		// Of a direct statement the content is the quotation.
		...under("quotes", entry.kind === "DIRECT" ? [] : statement.quotes),
		...under("cue", [statement.cue]),
		...under("speakers", statement.mentions),
		...under("addressees", statement.addresseeMentions),
		...under("relays", statement.relayMentions),
		...under("locations", statement.locationMentions),
		{ span: statement.saidEvidence, path: [...path, "said", "evidence"] },
	];
}

function spansOf(article: LocatedArticle): Found[] {
	return [
		{ span: article.publishedEvidence, path: ["published", "evidence"] },
		...article.segments,
		...article.places.map((span, index) => ({ span, path: ["places", index, "mention"] })),
		...article.statements.flatMap(spansOfStatement),
	];
}

/** No span begins or ends inside what a reader sees as one character. */
export const graphemeBorders: Rule = {
	name: "grapheme-borders",
	check({ articles }, report) {
		for (const article of articles)
			for (const { span, path } of spansOf(article)) {
				if (span === null) continue;
				const text = textOf(article, article.document, span.source);
				if (!isGraphemeBorder(text, span.start) || !isGraphemeBorder(text, span.end))
					report(
						article.source.at(path),
						`expected words that begin and end between characters, found ${quoteForMessage(text.slice(span.start, span.end))}, which cuts one: a mark or a joined emoji stands right beside it`,
					);
			}
	},
};
