import { WORDS } from "../generator/data.ts";
import { dataOf } from "./json.ts";
import { graphqlRequest, type Query } from "./query.ts";

const QUERY = `query Search($search: String!) {
	statements(first: 20, filter: { search: $search }) { nodes { text } }
}`;

/** Words that mean something begin about here; those before it are in every other sentence. */
const FIRST_NOUN = 40;
const TWO_WORDS = 0.4;

/** The first page of a search; none of the peers reads Arabic as it does. */
export const search: Query = {
	name: "search",
	title: "the first page of an Arabic search of one word or two, frequent and rare",
	draw: async ({ random, count }) => {
		const words = WORDS.slice(FIRST_NOUN);
		return Array.from({ length: count }, () => ({
			search: random.chance(TWO_WORDS)
				? `${random.pick(words)} ${random.pick(words)}`
				: random.pick(words),
		}));
	},
	forms: {
		ours: { request: (variables) => graphqlRequest(QUERY, variables), canonical: dataOf },
	},
};
