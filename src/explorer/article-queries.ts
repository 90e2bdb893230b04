import type { ResultOf } from "gql.tada";
import { graphql } from "./graphql.ts";
import { StatementLine } from "./queries.ts";

/** An article with all that is said in it. */
export const ArticlePage = graphql(
	`
	query ArticlePage($slug: String!, $after: String, $drafts: [ReviewStatus!], $lang: Locale) {
		article(by: { slug: $slug }) {
			slug
			title
			body
			direction
			language
			reviewStatus
			publishedAt {
				edtf
				basis
			}
			publisher {
				name(lang: $lang)
			}
			document {
				fileName
			}
			statements(
				filter: { reviewStatusIn: $drafts }
				orderBy: { field: POSITION, direction: ASC }
				first: 50
				after: $after
			) {
				totalCount
				pageInfo {
					endCursor
					hasNextPage
				}
				nodes {
					...StatementLine
					spans {
						source
						start
						end
					}
					cue {
						source
						start
						end
						exact
					}
					quotes {
						exact
					}
					attributions {
						role
						resolution
						speaker {
							slug
							name(lang: $lang)
						}
						office {
							title(lang: $lang)
						}
						mention {
							source
							start
							end
							exact
						}
					}
					locations {
						role
						location {
							slug
							name(lang: $lang)
						}
						mention {
							exact
						}
					}
					saidAt {
						basis
						note
						evidence {
							exact
						}
					}
				}
			}
		}
	}
`,
	[StatementLine],
);
type AnyArticle = NonNullable<ResultOf<typeof ArticlePage>["article"]>;
export type ArticleStatement = AnyArticle["statements"]["nodes"][number];
/** An article whose statements have all been read. */
export type Article = Omit<AnyArticle, "statements"> & {
	readonly statements: readonly ArticleStatement[];
};

/** The page that an article was cut out of. */
export const RawDocument = graphql(`
	query RawDocument($slug: String!) {
		article(by: { slug: $slug }) {
			document {
				fileName
				sha256
				text
				segments {
					kind
					span {
						start
						end
					}
				}
			}
		}
	}
`);
