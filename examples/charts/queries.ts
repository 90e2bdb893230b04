import type { ResultOf, graphql as typed } from "gql.tada";

/** A question is sent as it stands here; gql.tada gives it the types of schema.graphql. */
const graphql = ((text: string) => text) as unknown as typeof typed;

/** How many statements there are in the period, and how many without a date are left out. */
export const Total = graphql(`
	query Total($filter: StatementFilter, $from: TimeInput, $to: TimeInput) {
		statementStats(
			filter: $filter
			groupBy: [TIME]
			interval: YEAR
			from: $from
			to: $to
			first: 0
		) {
			totalCount
			unknownCount
		}
	}
`);

/** How much each speaker says a month. The gaps are filled so that first chooses speakers, not months. */
export const Months = graphql(`
	query Months(
		$filter: StatementFilter
		$from: TimeInput
		$to: TimeInput
		$first: Int
		$lang: Locale
	) {
		statementStats(
			filter: $filter
			groupBy: [TIME, SPEAKER]
			interval: MONTH
			from: $from
			to: $to
			fillGaps: true
			first: $first
			lang: $lang
			orderBy: TIME_ASC
		) {
			rows {
				time
				speakerId
				speaker
				count
			}
			groupCount
		}
	}
`);
export type MonthRow = ResultOf<typeof Months>["statementStats"]["rows"][number];

/** Who speaks most, whoever is chosen. */
export const TopSpeakers = graphql(`
	query TopSpeakers($from: TimeInput, $to: TimeInput, $lang: Locale) {
		statementStats(groupBy: [SPEAKER], from: $from, to: $to, first: 12, lang: $lang) {
			rows {
				speakerId
				speaker
				count
			}
			groupCount
		}
	}
`);

/** How each outlet gives the words of others. */
export const Kinds = graphql(`
	query Kinds($filter: StatementFilter, $from: TimeInput, $to: TimeInput, $lang: Locale) {
		statementStats(
			filter: $filter
			groupBy: [PUBLISHER, KIND]
			from: $from
			to: $to
			first: 60
			lang: $lang
		) {
			rows {
				publisherId
				publisher
				kind
				count
			}
			otherCount
		}
	}
`);
export type KindRow = ResultOf<typeof Kinds>["statementStats"]["rows"][number];

/** The places that statements are made at, are about, or name. */
export const Places = graphql(`
	query Places($filter: StatementFilter, $from: TimeInput, $to: TimeInput, $lang: Locale) {
		statementStats(
			filter: $filter
			groupBy: [LOCATION]
			from: $from
			to: $to
			first: 15
			lang: $lang
		) {
			rows {
				locationId
				location
				count
			}
			groupCount
			unknownCount
		}
	}
`);

/** The speakers that a text may mean, in any spelling or script. */
export const Suggestions = graphql(`
	query Suggestions($text: String!) {
		suggest(text: $text, kinds: [SPEAKER], first: 8) {
			slug
			label
			matched
			statementCount
		}
	}
`);
export type Suggestion = ResultOf<typeof Suggestions>["suggest"][number];

/** What a speaker of the page's address is called. */
export const Name = graphql(`
	query Name($slug: String!, $lang: Locale) {
		speaker(by: { slug: $slug }) {
			name(lang: $lang)
		}
	}
`);
