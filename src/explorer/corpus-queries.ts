import { graphql } from "./graphql.ts";
import { Months, Places } from "./queries.ts";

/** The corpus at a glance, in one answer: numbers, months, places, who speaks most, the articles. */
export const Overview = graphql(
	`
	query Overview($filter: StatementFilter, $lang: Locale) {
		corpus {
			version
			statementCount
			articleCount
			speakerCount
			locationCount
		}
		speakers(first: 12) {
			nodes {
				slug
				name(lang: $lang)
				kind
				statementCount
			}
		}
		articles(first: 20) {
			nodes {
				slug
				title
				direction
				publishedAt {
					edtf
				}
				publisher {
					name(lang: $lang)
				}
			}
		}
		...Months
		...Places
	}
`,
	[Months, Places],
);

/** What is unknown, what nobody has confirmed, and what was left out. */
export const CoveragePage = graphql(`
	query CoveragePage {
		corpus {
			version
			seededAt
			statementCount
			articleCount
			coverage {
				anonymousStatements
				articlesWithoutPublisher
				draftArticles
				draftStatements
				droppedSubjects
				impreciseStatements
				unattributedStatements
				undatedArticles
				undatedStatements
				articlesWithoutStatements {
					slug
					title
				}
				excludedText {
					kind
					segmentCount
					characterCount
				}
			}
		}
	}
`);
