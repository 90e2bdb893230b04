import type { ResultOf } from "gql.tada";
import { graphql } from "./graphql.ts";

/** What is shown of a statement in every list. */
export const StatementLine = graphql(`
	fragment StatementLine on Statement @_unmask {
		id
		slug
		text
		kind
		act
		direction
		review {
			status
		}
		saidAt {
			edtf
			precision
			basis
		}
		speakers {
			slug
			name(lang: $lang)
		}
		relays {
			speaker {
				slug
				name(lang: $lang)
			}
		}
		addressees {
			description
			speaker {
				slug
				name(lang: $lang)
			}
		}
		article {
			slug
			title
			direction
			publisher {
				name(lang: $lang)
			}
		}
	}
`);
export type StatementLine = ResultOf<typeof StatementLine>;

/** A page of a list of statements, with the words that a search has found. */
export const StatementList = graphql(
	`
	query StatementList(
		$filter: StatementFilter
		$orderBy: StatementOrder
		$after: String
		$lang: Locale
	) {
		statements(filter: $filter, orderBy: $orderBy, first: 20, after: $after) {
			totalCount
			edges {
				node {
					...StatementLine
					spans {
						source
						start
						end
					}
				}
				highlights {
					source
					start
					end
				}
			}
			pageInfo {
				endCursor
				hasNextPage
			}
		}
	}
`,
	[StatementLine],
);
export type StatementEdge = ResultOf<typeof StatementList>["statements"]["edges"][number];

/** What the statements of a list have in common, with counts, by each of which it can be narrowed. */
export const Facets = graphql(`
	query Facets($filter: StatementFilter, $lang: Locale) {
		statements(filter: $filter, first: 0) {
			totalCount
			speaker: facets(field: SPEAKER, first: 8, lang: $lang) {
				value
				label
				count
			}
			place: facets(field: LOCATION, first: 8, lang: $lang) {
				value
				label
				count
			}
			publisher: facets(field: PUBLISHER, first: 8, lang: $lang) {
				value
				label
				count
			}
			kind: facets(field: KIND, lang: $lang) {
				value
				label
				count
			}
			act: facets(field: ACT, first: 12, lang: $lang) {
				value
				label
				count
			}
		}
		months: statementStats(
			filter: $filter
			groupBy: [TIME]
			interval: MONTH
			orderBy: TIME_ASC
			first: 1000
		) {
			totalCount
			unknownCount
			rows {
				time
				count
			}
		}
	}
`);
export type FacetCounts = ResultOf<typeof Facets>;

/** How often each place is linked to what a filter finds, and where it lies. */
export const Places = graphql(`
	query Places($filter: StatementFilter, $lang: Locale) {
		places: statementStats(filter: $filter, groupBy: [LOCATION], first: 100, lang: $lang) {
			unknownCount
			rows {
				location
				locationId
				count
			}
		}
	}
`);

/** Where places lie, by the ids that counting gives; null for one that is none. */
export const PlacePositions = graphql(`
	query PlacePositions($ids: [ID!]!) {
		nodes(ids: $ids) {
			... on Location {
				id
				slug
				latitude
				longitude
			}
		}
	}
`);

/** The corpus in a few numbers, and who speaks most in it. */
export const Overview = graphql(`
	query Overview($lang: Locale) {
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
	}
`);

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

/** What a text that is being typed may mean. */
export const Suggest = graphql(`
	query Suggest($text: String!) {
		suggest(text: $text, first: 8) {
			id
			kind
			slug
			label
			matched
			statementCount
		}
	}
`);
