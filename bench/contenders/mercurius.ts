// Fastify with Mercurius and its compiler of queries; each operation is one SQL statement by hand.
import fastify from "fastify";
import mercurius from "mercurius";
import { announce, HOST, openPool, PORT } from "./child.ts";
import { HAND_WRITTEN, type Variables } from "./sql/operations.ts";

const SCHEMA = `
	enum Kind { DIRECT INDIRECT MIXED }
	enum Role { SPOKEN_AT ABOUT MENTIONED }
	type FuzzyDate { edtf: String! }
	type Location { slug: String! name: String! }
	type StatementLocation { role: Role! location: Location! }
	type PageInfo { hasNextPage: Boolean! endCursor: String }
	type Statement {
		slug: String!
		text: String!
		kind: Kind!
		saidAt: FuzzyDate!
		article: Article!
		speakers: [Speaker!]!
		locations: [StatementLocation!]!
	}
	type StatementConnection { nodes: [Statement!]! pageInfo: PageInfo! }
	type Article { slug: String! title: String body: String! publishedAt: FuzzyDate! statements: StatementConnection! }
	type Speaker { slug: String! name: String! statements: StatementConnection! }
	type SpeakerConnection { nodes: [Speaker!]! }
	enum Dimension { TIME SPEAKER PUBLISHER LOCATION KIND ACT ARTICLE RELAY ADDRESSEE }
	type StatsRow { labels: [String!]! count: Int! }
	type Query {
		stats(groupBy: [Dimension!]!, from: String, to: String): [StatsRow!]!
		statementsOfSpeaker(speaker: String!): StatementConnection!
		statements(after: String): StatementConnection!
		article(slug: String!): Article
		speakers(after: String): SpeakerConnection!
	}
`;

const pool = openPool();

/** A cursor is the JSON of the key that the page begins after. */
function withKey(variables: Variables): Variables {
	return typeof variables.after === "string"
		? { ...variables, after: JSON.parse(variables.after) }
		: variables;
}

function resolver(
	operation: (variables: Variables) => ReturnType<NonNullable<(typeof HAND_WRITTEN)[string]>>,
) {
	return async (_root: unknown, variables: Variables) => {
		const { name, text, values } = operation(withKey(variables));
		const { rows } = await pool.query<{ answer: unknown }>({ name, text, values: [...values] });
		return rows[0]?.answer ?? null;
	};
}

/** A row of counts is a list of the labels with the count at its end. */
const StatsRow = {
	labels: (row: readonly unknown[]) => row.slice(0, -1),
	count: (row: readonly unknown[]) => row.at(-1),
};

const app = fastify();
await app.register(mercurius, {
	schema: SCHEMA,
	resolvers: {
		StatsRow,
		Query: Object.fromEntries(
			Object.entries(HAND_WRITTEN).map(([name, operation]) => [name, resolver(operation)]),
		),
	},
	// How often an operation is asked before it is compiled.
	jit: 1,
});
announce(Number(new URL(await app.listen({ port: PORT, host: HOST })).port));
