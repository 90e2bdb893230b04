import { Agent, request } from "node:http";

/** Operations with several SQL statements each, answers of which name the corpus. */
const OPERATIONS = [
	"{ corpus { version } statements(first: 20) { totalCount nodes { slug text saidAt { edtf } article { slug title } speakers { slug name } } } }",
	'{ corpus { version } statements(filter: { search: "روسيا" }, first: 10) { totalCount nodes { slug text } facets(field: SPEAKER) { count } } }',
	"{ corpus { version } statementStats(groupBy: [SPEAKER, TIME]) { groupCount rows { count } } }",
	"{ corpus { version } speakers(first: 10) { totalCount nodes { slug name statements(first: 3) { totalCount nodes { slug article { title } } } } } }",
	"{ corpus { version statementCount } articles(first: 5) { nodes { slug title body statements(first: 5) { nodes { slug text } } } } }",
];
/** What is refused, and with which status. */
const REFUSED: readonly (readonly [string, number])[] = [
	// A status of its own has only what is refused before it is looked at as GraphQL.
	["{ nothing }", 200],
	[`{ ${Array.from({ length: 40 }, (_one, index) => `a${index}: __typename`).join(" ")} }`, 400],
];
const EXPORTS = [
	"/export/statements.csv",
	"/export/statements.ndjson",
	"/export/statements.jsonld",
];
const OVERLOADED = 503;
const OUT_OF_TIME = 504;
const OK = 200;
/** How many wrong answers are shown. */
const MOST_WRONG = 5;
/** One of so many requests is given up by its client before it is answered. */
const GIVEN_UP = 50;

/** What was seen of the answers. */
export interface Seen {
	requests: number;
	/** How many were told that too much is asked at once. */
	overloaded: number;
	/** How many were told that they take too long. */
	late: number;
	/** The first wrong ones. */
	readonly wrong: string[];
}

interface Answer {
	readonly status: number;
	readonly text: string;
}

/** Asks over connections that are kept open. */
export class Client {
	readonly #agent: Agent;
	readonly #origin: URL;

	constructor(url: string, connections: number) {
		this.#origin = new URL(url);
		this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
	}

	/** @param giveUp whether the client goes away at once */
	ask(path: string, query: string | null, giveUp = false): Promise<Answer | null> {
		return new Promise((resolve, reject) => {
			const body = query === null ? "" : JSON.stringify({ query });
			const asked = request(
				new URL(path, this.#origin),
				{
					agent: this.#agent,
					method: query === null ? "GET" : "POST",
					headers:
						query === null
							? {}
							: { "content-type": "application/json", "content-length": Buffer.byteLength(body) },
				},
				(response) => {
					const chunks: Buffer[] = [];
					response.on("data", (chunk: Buffer) => chunks.push(chunk));
					response.once("end", () =>
						resolve({
							status: response.statusCode ?? 0,
							text: Buffer.concat(chunks).toString("utf8"),
						}),
					);
					response.once("error", (error) => (giveUp ? resolve(null) : reject(error)));
				},
			);
			asked.once("error", (error) => (giveUp ? resolve(null) : reject(error)));
			asked.end(body);
			if (giveUp) setImmediate(() => asked.destroy());
		});
	}

	close(): void {
		this.#agent.destroy();
	}
}

/** What each operation is answered, as long as no corpus is replaced. */
export async function answersNow(client: Client): Promise<string[]> {
	const answers: string[] = [];
	for (const operation of OPERATIONS) {
		const answer = await client.ask("/graphql", operation);
		if (answer?.status !== OK) throw new Error(`expected an answer, found ${answer?.text}`);
		answers.push(answer.text);
	}
	return answers;
}

/** What is asked at one time, and whether its answer is as it has to be; null for no answer. */
interface Step {
	readonly what: string;
	readonly answer: Answer | null;
	readonly isRight: boolean;
}

/** A refused operation, an export, or one that a client gives up; null where it is none of their turns. */
async function besides(client: Client, time: number): Promise<Step | null> {
	const operation = OPERATIONS[time % OPERATIONS.length] ?? "";
	if (time % GIVEN_UP === 0) {
		await client.ask("/graphql", `${operation} # ${time}`, true);
		return { what: operation, answer: null, isRight: true };
	}
	if (time % 13 === 0) {
		const [refused, status] = REFUSED[time % REFUSED.length] ?? ["", 0];
		const answer = await client.ask("/graphql", refused);
		return { what: refused, answer, isRight: answer?.status === status };
	}
	if (time % 29 !== 0) return null;
	const path = EXPORTS[time % EXPORTS.length] ?? "";
	// One that a new corpus comes into breaks off, as the documentation of exports says.
	const answer = await client.ask(path, null).catch(() => null);
	return { what: path, answer, isRight: answer === null || answer.status === OK };
}

/** Asks one thing after the other until it is over, and looks at every answer. */
export async function loadUntil(
	client: Client,
	isOver: () => boolean,
	right: ReadonlySet<string>,
	seen: Seen,
	offset: number,
): Promise<void> {
	const ask = async (time: number): Promise<Step> => {
		const what = OPERATIONS[time % OPERATIONS.length] ?? "";
		// The comment makes it another question, so that it is not answered from what is kept.
		const answer = await client.ask("/graphql", time % 3 ? `${what} # ${time}` : what);
		return { what, answer, isRight: right.has(answer?.text ?? "") };
	};
	for (let time = offset; !isOver(); time += 1) {
		seen.requests += 1;
		const { what, answer, isRight } = (await besides(client, time)) ?? (await ask(time));
		if (answer?.status === OVERLOADED) seen.overloaded += 1;
		else if (answer?.status === OUT_OF_TIME) seen.late += 1;
		else if (!isRight && seen.wrong.length < MOST_WRONG)
			seen.wrong.push(`${what}: ${answer?.status} ${answer?.text.slice(0, 400)}`);
	}
}
