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

/** A statement in a list, with the words that a search has found. */
export const StatementRow = graphql(
	`
	fragment StatementRow on StatementEdge @_unmask {
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
`,
	[StatementLine],
);
export type StatementRow = ResultOf<typeof StatementRow>;

/** A page of a list of statements. */
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
				...StatementRow
			}
			pageInfo {
				endCursor
				hasNextPage
			}
		}
	}
`,
	[StatementRow],
);

/** How many statements there are in each month. */
export const Months = graphql(`
	fragment Months on Query @_unmask {
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
export type Months = ResultOf<typeof Months>["months"];

/** What the statements of a list have in common, with counts, by each of which it can be narrowed. */
export const Facets = graphql(
	`
	query Facets($filter: StatementFilter, $lang: Locale) {
		statements(filter: $filter, first: 0) {
			totalCount
			speaker: facets(field: SPEAKER, first: 8, lang: $lang) {
				value
				label
				count
			}
			to: facets(field: ADDRESSEE, first: 8, lang: $lang) {
				value
				label
				count
			}
			relay: facets(field: RELAY, first: 8, lang: $lang) {
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
		...Months
	}
`,
	[Months],
);
export type FacetCounts = ResultOf<typeof Facets>;

/**
 * How often each place is linked to what a filter finds; and where the places lie that are linked
 * most of all, so that a map seldom has to ask again.
 */
export const Places = graphql(`
	fragment Places on Query @_unmask {
		places: statementStats(filter: $filter, groupBy: [LOCATION], first: 100, lang: $lang) {
			unknownCount
			rows {
				location
				locationId
				count
			}
		}
		positions: locations(first: 100) {
			nodes {
				id
				slug
				latitude
				longitude
			}
		}
	}
`);
export type Places = ResultOf<typeof Places>;

/** Where more places lie, by the ids that counting gives; null for one that is none. */
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
