import { articleFile } from "../../curation/format/article.ts";
import { parseYaml } from "../../curation/format/yaml.ts";
import { locateArticle } from "../../curation/locate.ts";
import type { LocatedArticle, LocatedCorpus } from "../../curation/located.ts";
import { overlaps, type Range } from "../../text/span.ts";
import { annotate } from "../annotate/annotate.ts";
import { draftPage } from "../draft-page.ts";
import { rulesIn, type StatementView, statementViews } from "./view.ts";

function bodyOf({ segments }: LocatedArticle): Range[] {
	return segments.filter(({ kind }) => kind === "BODY").map(({ span }) => span);
}

function shares(one: LocatedArticle, other: LocatedArticle): number {
	const theirs = bodyOf(other);
	return bodyOf(one).reduce(
		(sum, range) =>
			theirs
				.filter((their) => overlaps(range, their))
				.reduce(
					(all, { start, end }) => all + Math.min(end, range.end) - Math.max(start, range.start),
					sum,
				),
		0,
	);
}

/**
 * What the tool proposes today for an article of the corpus: its document is drafted again, in
 * memory, and the drafted article that shares most of its body is taken.
 *
 * @returns the proposed statements; none where no drafted article shares anything with it
 */
export function redraft(article: LocatedArticle, corpus: LocatedCorpus): StatementView[] {
	const known = {
		speakers: corpus.speakers?.value ?? [],
		locations: corpus.locations?.value ?? [],
		publishers: corpus.publishers?.value ?? [],
	};
	const proposals = draftPage(article.document.text, known).flatMap(({ page, draft }) => {
		const slugFor = (wanted: string) => wanted;
		const { yaml } = annotate(article.document, page, draft, { ...known, slugFor });
		const { source } = parseYaml(article.source.file, yaml, articleFile);
		if (source === null) return [];
		const located = locateArticle(article.slug, source, article.document).article;
		const share = shares(article, located);
		return share === 0 ? [] : [{ located, yaml, share }];
	});
	const [nearest] = proposals.toSorted((a, b) => b.share - a.share);
	return nearest === undefined ? [] : statementViews(nearest.located, rulesIn(nearest.yaml));
}
