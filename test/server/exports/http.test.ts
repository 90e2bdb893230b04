import { beforeAll, describe, expect, it } from "vitest";
import type { Reader } from "../../../src/database/database.ts";
import type { App } from "../../../src/server/app.ts";
import { testApp } from "../../support/app.ts";
import { corpusDatabase } from "../../support/database.ts";
import { appWithoutDatabase, loggingApp, send } from "../http.ts";
import { type Asked, type Ending, exportUrl, watched } from "./exporting.ts";

let database: Reader;
let app: App;
beforeAll(async () => {
	database = await corpusDatabase();
	app = testApp(database);
});

const ENDINGS = ["csv", "ndjson", "jsonld"] as const;
const TYPES = {
	csv: "text/csv; charset=utf-8; header=present",
	ndjson: "application/x-ndjson; charset=utf-8",
	jsonld: "application/ld+json",
};
/** What test/server/security-headers.test.ts finds on every answer. */
const SECURITY = {
	"content-security-policy": "default-src 'none'; frame-ancestors 'none'",
	"x-content-type-options": "nosniff",
};

function get(ending: Ending, asked: Asked = {}, init: RequestInit = {}): Promise<Response> {
	return Promise.resolve(app.fetch(exportUrl(ending, asked), init));
}

async function tagOf(ending: Ending, asked: Asked = {}): Promise<string> {
	const response = await get(ending, asked, { method: "HEAD" });
	return response.headers.get("etag") ?? "";
}

describe("the headers", () => {
	it.each(ENDINGS)("of %s say what it is and how long it lasts", async (ending) => {
		const { status, headers } = await get(ending);
		expect(status).toBe(200);
		expect(Object.fromEntries(headers)).toEqual({
			"content-type": TYPES[ending],
			"content-disposition": expect.stringMatching(
				new RegExp(`^attachment; filename="aqwal-statements-[0-9a-f]{16}\\.${ending}"$`),
			),
			etag: expect.stringMatching(/^"[\w-]{43}"$/),
			"cache-control": "public, max-age=0, must-revalidate",
			vary: "Origin",
			...SECURITY,
		});
	});

	it.each([
		['v"; filename="evil.exe', "v---filename--evil.exe"],
		["v\r\nset-cookie: a=1", "v--set-cookie--a-1"],
		["../../etc/passwd", "..-..-etc-passwd"],
		["\u202egpj.exe", "-gpj.exe"],
	])("give no file a name of its own: %j", async (version, shown) => {
		const hostile: Reader = {
			read: async <Row extends object>() => [{ version }] as unknown as Row[],
		};
		const response = await testApp(hostile).fetch(exportUrl("csv"), { method: "HEAD" });
		expect(response.headers.get("content-disposition")).toBe(
			`attachment; filename="aqwal-statements-${shown}.csv"`,
		);
		expect(response.headers.has("set-cookie")).toBe(false);
	});
});

describe("HEAD", () => {
	it.each(ENDINGS)("gives the headers of %s alone, and reads no statement", async (ending) => {
		const reader = watched(database);
		const response = await testApp(reader).fetch(exportUrl(ending), { method: "HEAD" });
		const whole = await get(ending);
		expect(response.status).toBe(200);
		expect(Object.fromEntries(response.headers)).toEqual(Object.fromEntries(whole.headers));
		expect(await response.text()).toBe("");
		expect(reader.batches).toBe(0);
	});
});

describe("the entity tag", () => {
	it("is the same for two ways to ask for the same", async () => {
		const asked = { filter: { speaker: { eq: "putin" }, saidAt: { from: "2018-01-01" } } };
		const same = {
			filter: { saidAt: { to: null, from: 1514764800000 }, joint: null, speaker: { eq: "Q7747" } },
			orderBy: { field: "SAID_AT" },
			bom: false,
		};
		expect(await tagOf("csv", asked)).toBe(await tagOf("csv", same));
	});

	it("is another one for all else", async () => {
		const tags = await Promise.all([
			...ENDINGS.map((ending) => tagOf(ending)),
			tagOf("csv", { bom: true }),
			tagOf("csv", { orderBy: { field: "POSITION" } }),
			tagOf("csv", { orderBy: { field: "POSITION", direction: "ASC" } }),
			tagOf("csv", { filter: { joint: true } }),
			tagOf("csv", { filter: { joint: false } }),
		]);
		expect(new Set(tags).size).toBe(tags.length);
	});

	it.each(["GET", "HEAD"])("spares a client what it has, for %s", async (method) => {
		const tag = await tagOf("csv");
		const reader = watched(database);
		for (const known of [tag, `W/${tag}`, `"x", ${tag}`, "*"]) {
			const headers = { "if-none-match": known };
			const response = await testApp(reader).fetch(exportUrl("csv"), { method, headers });
			expect(response.status).toBe(304);
			expect(await response.text()).toBe("");
			expect(Object.fromEntries(response.headers)).toEqual({
				etag: tag,
				"cache-control": "public, max-age=0, must-revalidate",
				vary: "Origin",
				...SECURITY,
			});
		}
		expect(reader.batches).toBe(0);
	});

	it("spares no client what it does not have", async () => {
		for (const known of ['"x"', await tagOf("ndjson"), "csv"]) {
			const response = await get("csv", {}, { headers: { "if-none-match": known } });
			expect(response.status).toBe(200);
		}
	});
});

describe("a method", () => {
	it.each(["POST", "PUT", "DELETE", "PATCH"])("is refused when it is %s", async (method) => {
		const { status, codes, headers, errors } = await send(
			appWithoutDatabase(),
			"/export/statements.csv",
			{ method },
		);
		expect({ status, codes }).toEqual({ status: 405, codes: ["BAD_REQUEST"] });
		expect(headers.get("allow")).toBe("GET, HEAD, OPTIONS");
		expect(errors[0]?.message).toBe(`expected the method GET or HEAD, found ${method}`);
	});
});

describe("a path inside the folder that is no export", () => {
	it.each([
		"/export",
		"/export/",
		"/export/statements",
		"/export/statements.xml",
		"/export/statements.CSV",
		"/export/statements.csv/",
		"/export/articles.csv",
		"/export/constructor",
		"/export/%2e%2e/graphql%00",
	])("is told which three there are: %s", async (path) => {
		const { status, codes, errors } = await send(appWithoutDatabase(), path);
		expect({ status, codes }).toEqual({ status: 404, codes: ["NOT_FOUND"] });
		expect(errors[0]?.message).toContain(
			"/export/statements.csv, /export/statements.ndjson, /export/statements.jsonld, found /",
		);
	});
});

describe("a page of another origin", () => {
	const origin = "https://reader.example";

	it("may read an export and the headers that it needs", async () => {
		const { headers } = await get("csv", {}, { headers: { origin } });
		expect(headers.get("access-control-allow-origin")).toMatch(/^(\*|https:\/\/reader\.example)$/);
		expect(headers.get("access-control-expose-headers")).toBe("ETag, Content-Disposition");
		expect(headers.has("access-control-allow-credentials")).toBe(false);
		expect(headers.get("vary")).toContain("Origin");
	});

	it("may ask whether it has one already", async () => {
		const preflight = await get(
			"csv",
			{},
			{
				method: "OPTIONS",
				headers: {
					origin,
					"access-control-request-method": "GET",
					"access-control-request-headers": "if-none-match",
				},
			},
		);
		expect(preflight.status).toBe(204);
		expect(preflight.headers.get("access-control-allow-methods")).toContain("GET");
		expect(preflight.headers.get("access-control-allow-headers")).toBe("if-none-match");
		const headers = { origin, "if-none-match": await tagOf("csv") };
		const known = await get("csv", {}, { headers });
		expect(known.status).toBe(304);
		expect(known.headers.has("access-control-allow-origin")).toBe(true);
	});

	it("may read why it was refused", async () => {
		const { status, headers } = await get("csv", { filter: 1 }, { headers: { origin } });
		expect(status).toBe(400);
		expect(headers.has("access-control-allow-origin")).toBe(true);
	});
});

describe("a database that fails before the first row", () => {
	it("is answered with a code and without the cause, which is logged", async () => {
		const cause = new Error("secret-7f3a");
		for (const failing of ["Corpus", "place0", "SpeakerName"]) {
			const { app: broken, logged } = loggingApp({
				read: (statement) =>
					statement.sql.includes(`"${failing}"`) ? Promise.reject(cause) : database.read(statement),
			});
			const { status, codes, text } = await send(broken, "/export/statements.csv");
			expect({ status, codes }).toEqual({ status: 500, codes: ["INTERNAL_SERVER_ERROR"] });
			expect(text).not.toContain("secret");
			expect(logged).toEqual([cause]);
		}
	});
});
