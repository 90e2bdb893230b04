import { describe, expect, it } from "vitest";
import {
	attack,
	expectAlive,
	expectNothingLogged,
	head,
	postTo,
	readAnswer,
	sendBytes,
	serverWithoutDatabase,
} from "./attacking.ts";

expectNothingLogged();
const url = await serverWithoutDatabase();

const QUERY = "?query={__typename}";
const LONG = "a/".repeat(7000);

/** Spellings that are no path of ours, however a file system or another server would read them. */
const strange: readonly string[] = [
	`//graphql${QUERY}`,
	`///graphql${QUERY}`,
	`/graphql/${QUERY}`,
	`/graphql//${QUERY}`,
	`/graphql/.${QUERY}`,
	`/graphql/x${QUERY}`,
	`/%67raphql${QUERY}`,
	`/%2567raphql${QUERY}`,
	`/graphql%00${QUERY}`,
	`/graphql%20${QUERY}`,
	`/graphql%2f${QUERY}`,
	`/graphql%3fquery={__typename}`,
	`/graphql;a=b${QUERY}`,
	`/graphql.json${QUERY}`,
	`/GRAPHQL${QUERY}`,
	`/graph%71l${QUERY}`,
	`/graphq%00l${QUERY}`,
	`/\\graphql${QUERY}`,
	`/x%5c..%5cgraphql${QUERY}`,
	"/..%2f..%2fetc/passwd",
	"/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
	"/..\\..\\windows\\win.ini",
	"/.env",
	"/.git/config",
	"/package.json",
	"/src/server/main.ts",
	"/seed/../package.json",
	"/__proto__",
	"/constructor/prototype",
	"/export/../package.json",
	"/export/statements.csv/../../etc/passwd",
	"/export/statements.csv%00.ndjson",
	"/export/statements%2ecsv",
	"/export//statements.csv",
	"//export/statements.csv",
	"/export%2fstatements.csv",
	"/export/statements.csv;a=b",
	"/export/statements.csv/",
	"/export/statements.csv/..",
	"/export/__proto__",
	"/export/statements.__proto__",
	"/health/",
	"/health%00",
	"//health",
	"/%68ealth",
	`/${LONG}`,
	`/graphql/${LONG}`,
	`/export/${LONG}`,
	`/health/${LONG}`,
	"/%",
	"/%zz",
	"/%ff%fe",
	"/%ed%a0%80",
	"/%d8%00",
	"/a?query={__typename}&x=/graphql",
	"/a#/graphql",
	"/a;/graphql",
];

describe("a path that is only like one of ours", () => {
	it.each(strange)("leads nowhere: %s", async (path) => {
		for (const method of ["GET", "POST"]) {
			const { status, codes, text } = await attack(url, head(method, path));
			expect({ status, codes }).toEqual({ status: 404, codes: ["NOT_FOUND"] });
			// What was asked for is repeated in part, and nothing else of it.
			expect(text.length).toBeLessThan(500);
		}
	});

	it("leads nowhere when it is asked for by a browser either", async () => {
		for (const path of strange.slice(0, 20))
			await attack(url, head("GET", path, ["Host: aqwal.test", "Accept: text/html"]));
		await expectAlive(url);
	});
});

describe("points in a path", () => {
	it.each(["/graphql/..", "/x/..", "/.", "/%2e", "/%2e%2e/", "/../../.."])(
		"lead no further up than to the front page: %s",
		async (path) => {
			const { status, headers } = readAnswer(await sendBytes(url, head("GET", path)));
			expect(status).toBe(302);
			expect(headers.get("location")).toBe("/graphql");
		},
	);
});

describe("the end of a path that is asked for health", () => {
	it("is no path of its own", async () => {
		for (const path of ["/nothing/health", "/nothing?x=/health", "/export/health", "/xhealth"]) {
			const { status, codes } = await attack(url, head("GET", path));
			expect({ path, status, codes }).toEqual({ path, status: 404, codes: ["NOT_FOUND"] });
		}
	});

	it("does not keep an operation from being answered", async () => {
		const { data } = await attack(url, head("GET", `/graphql${QUERY}&x=/health`));
		expect(data).toEqual({ __typename: "Query" });
		const { codes } = await attack(url, head("GET", "/graphql?x=/health"));
		expect(codes).toEqual(["BAD_REQUEST"]);
	});

	it("does not keep an export from being refused", async () => {
		const { status, codes } = await attack(url, head("GET", "/export/statements.csv?x=/health"));
		expect({ status, codes }).toEqual({ status: 400, codes: ["BAD_USER_INPUT"] });
	});

	it("is answered where it is the whole path, with nothing in it", async () => {
		for (const method of ["GET", "HEAD"]) {
			const answer = readAnswer(await sendBytes(url, head(method, "/health")));
			expect(answer).toMatchObject({ status: 200, text: "" });
			expect(answer.headers.has("x-yoga-id")).toBe(false);
		}
	});
});

describe("what is no text in a query string", () => {
	it.each(["%ff%fe", "%ed%a0%80", "%c0%af", "%f4%90%80%80", "%", "%z", "%u0041"])(
		"is read as if it had the sign for that in it: %s",
		async (bytes) => {
			for (const path of [
				`/graphql?query={${bytes}}`,
				`/graphql?query={__typename}&variables=${bytes}`,
				`/graphql?query={__typename}&operationName=${bytes}`,
				`/export/statements.csv?filter=${bytes}`,
				`/export/statements.csv?${bytes}=1`,
			]) {
				const { status } = await attack(url, head("GET", path));
				expect([200, 400], path).toContain(status);
			}
		},
	);

	it("makes no field of a name that is cut by NUL", async () => {
		const { codes } = await attack(url, head("GET", "/graphql?query={__typename%00}"));
		expect(codes).toEqual(["GRAPHQL_PARSE_FAILED"]);
	});

	it("may be any parameter, of which only those of GraphQL are read", async () => {
		const path = `/graphql${QUERY}&__proto__=1&constructor[prototype]=2&query[]=3&=4&&`;
		expect((await attack(url, head("GET", path))).data).toEqual({ __typename: "Query" });
	});
});

/**
 * What the server does not do yet: such a request gets past createFront to Yoga's own
 * listener, which makes a URL of its target and its Host. Who mends that takes `fails` away.
 */
describe("a target that is not made of a path alone", () => {
	const local = ["Host: aqwal.test"];

	it.each([
		["a whole URL", head("GET", `http://aqwal.test/graphql${QUERY}`, ["Host: aqwal.test:80"])],
		["a host that cannot be read", head("GET", "/nothing", ["Host: ["])],
		["a host with a path in it", head("GET", "/nothing", [`Host: x/graphql${QUERY}&x=`])],
		["no path but a star", head("GET", "*", ["Host: aqwal.test:80"])],
	])("is refused with a code and without the inside of the server: %s", async (_what, bytes) => {
		const { status, codes } = await attack(url, bytes);
		expect([400, 404]).toContain(status);
		expect(codes).toHaveLength(1);
	});

	it.each([`/x/../graphql${QUERY}`, `/./graphql${QUERY}`, `/%2e/graphql${QUERY}`])(
		"does not get past those who wait for their turn: %s",
		async (path) => {
			expect((await attack(url, head("GET", path, local))).codes).toEqual(["NOT_FOUND"]);
		},
	);
});

describe("an operation", () => {
	it("is asked by POST with what is in its body, whatever is in the query string", async () => {
		const { data } = await postTo(`${url}?query={nothing}&operationName=x`, {
			query: "{ __typename }",
		});
		expect(data).toEqual({ __typename: "Query" });
	});
});
