import { graphql } from "./graphql.ts";

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

/** One speaker, with whom he speaks to and who speaks to him. */
export const SpeakerPage = graphql(`
	query SpeakerPage($slug: String!, $lang: Locale) {
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
		saidTo: statements(filter: { addressee: { eq: $slug } }, first: 0) {
			totalCount
		}
		passedOn: statements(filter: { relay: { eq: $slug } }, first: 0) {
			totalCount
		}
		addressees: statementStats(
			filter: { speaker: { eq: $slug } }
			groupBy: [ADDRESSEE]
			lang: $lang
			first: 8
		) {
			unknownCount
			rows {
				addressee
				addresseeId
				count
			}
		}
	}
`);
