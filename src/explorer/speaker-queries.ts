import { graphql } from "./graphql.ts";
import { Months, Places, StatementRow } from "./queries.ts";

/** Speakers by any spelling of a name. */
export const SpeakerList = graphql(`
	query SpeakerList($search: String, $after: String, $lang: Locale) {
		speakers(filter: { search: $search }, first: 50, after: $after) {
			totalCount
			nodes {
				slug
				name(lang: $lang)
				kind
				statementCount
			}
			pageInfo {
				endCursor
				hasNextPage
			}
		}
	}
`);

/**
 * One speaker: offices, whom they speak to and who speaks to them, when, where, and the last words of
 * theirs and to them. Its $filter is what the speaker says.
 */
export const SpeakerPage = graphql(
	`
	query SpeakerPage($slug: String!, $filter: StatementFilter, $lang: Locale) {
		speaker(by: { slug: $slug }) {
			slug
			name(lang: $lang)
			kind
			wikidataId
			reviewStatus
			statementCount
			names {
				text
				language
				kind
			}
			offices {
				title(lang: $lang)
				from
				to
				of {
					name(lang: $lang)
				}
				organization {
					slug
					name(lang: $lang)
				}
			}
		}
		said: statements(
			filter: $filter
			orderBy: { field: SAID_AT, direction: DESC }
			first: 10
		) {
			totalCount
			kind: facets(field: KIND, lang: $lang) {
				value
				count
			}
			to: facets(field: ADDRESSEE, first: 20, lang: $lang) {
				value
				label
				count
			}
			edges {
				...StatementRow
			}
		}
		heard: statements(
			filter: { addressee: { eq: $slug } }
			orderBy: { field: SAID_AT, direction: DESC }
			first: 5
		) {
			totalCount
			speaker: facets(field: SPEAKER, first: 20, lang: $lang) {
				value
				label
				count
			}
			edges {
				...StatementRow
			}
		}
		passedOn: statements(filter: { relay: { eq: $slug } }, first: 0) {
			totalCount
		}
		...Months
		...Places
	}
`,
	[StatementRow, Months, Places],
);
