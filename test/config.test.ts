import { availableParallelism } from "node:os";
import { describe, expect, it } from "vitest";
import { ConfigurationError, readConfiguration } from "../src/config.ts";

const DEFAULTS = {
	port: 4000,
	host: "localhost",
	databaseConnections: 2 * availableParallelism(),
	answerCacheMegabytes: 64,
	sharedCacheSeconds: 0,
	limits: { tokens: 2000, depth: 14, aliases: 30, directives: 8, cost: 5000 },
	concurrency: { atOnce: 3 * availableParallelism(), mostUnderWay: 100, mostWaiting: 1000 },
	mostMilliseconds: 10_000,
	http: { headersTimeout: 10_000, requestTimeout: 30_000, mostConnections: 1000 },
	logLevel: "warn",
	persistedOperations: null,
	isTraced: false,
	database: { folder: "data" },
};

function refusal(values: Record<string, string>): string {
	try {
		readConfiguration(values);
	} catch (error) {
		expect(error).toBeInstanceOf(ConfigurationError);
		return (error as ConfigurationError).message;
	}
	throw new Error("the configuration was taken");
}

describe("readConfiguration", () => {
	it("has a default for every setting", () => {
		expect(readConfiguration({})).toEqual(DEFAULTS);
	});

	it("leaves alone what is not its own", () => {
		expect(readConfiguration({ HOME: "/root", port: "x" })).toEqual(DEFAULTS);
	});

	it("reads the process' environment when it is given none", () => {
		const { database } = readConfiguration();
		const url = process.env.DATABASE_URL;
		expect(database).toEqual(
			url ? { url, replicas: [] } : { folder: process.env.DATA_FOLDER ?? "data" },
		);
	});

	it.each([
		["0", 0],
		["1", 1],
		["65535", 65_535],
		["08080", 8080],
	])("takes PORT=%s", (PORT, port) => {
		expect(readConfiguration({ PORT })).toEqual({ ...DEFAULTS, port });
	});

	it.each(["", " ", "65536", "-1", "4000.5", "1e3", "0x50", "abc", " 80", "80\n", "\u0668\u0660"])(
		"refuses PORT=%j",
		(PORT) => {
			expect(refusal({ PORT })).toBe(
				`PORT: expected a port from 0 to 65535, found ${JSON.stringify(PORT)}`,
			);
		},
	);

	it("takes a host", () => {
		expect(readConfiguration({ HOST: "0.0.0.0" })).toEqual({ ...DEFAULTS, host: "0.0.0.0" });
	});

	it("refuses an empty host and an empty folder", () => {
		expect(refusal({ HOST: "" })).toBe('HOST: expected a host name or an address, found ""');
		expect(refusal({ DATA_FOLDER: "" })).toBe(
			'DATA_FOLDER: expected the path of a folder, found ""',
		);
	});

	it("takes a folder for the embedded database", () => {
		const { database } = readConfiguration({ DATA_FOLDER: "/var/lib/aqwal" });
		expect(database).toEqual({ folder: "/var/lib/aqwal" });
	});

	it("uses the embedded database when DATABASE_URL is empty", () => {
		expect(readConfiguration({ DATABASE_URL: "" })).toEqual(DEFAULTS);
	});

	it.each([
		"postgresql://root@127.0.0.1:5432/test",
		"postgres://root:secret@db.example/test?sslmode=verify-full",
		"postgresql:///test?host=/var/run/postgresql",
	])("takes DATABASE_URL=%s", (url) => {
		expect(readConfiguration({ DATABASE_URL: url, DATA_FOLDER: "unused" }).database).toEqual({
			url,
			replicas: [],
		});
	});

	it("takes servers to read from, and refuses what is none without repeating it", () => {
		const [DATABASE_URL, one, other] = [
			"postgresql://u:secret@a/d",
			"postgresql://u:secret@b/d",
			"postgresql://u:secret@c/d",
		] as const;
		const { database } = readConfiguration({
			DATABASE_URL,
			DATABASE_REPLICA_URLS: `${one}, ${other}`,
		});
		expect(database).toEqual({ url: DATABASE_URL, replicas: [one, other] });
		expect(refusal({ DATABASE_URL, DATABASE_REPLICA_URLS: `${one},secret` })).toBe(
			"DATABASE_REPLICA_URLS: expected URLs like postgresql://user@host:5432/database, with commas between, found another value",
		);
	});

	it("takes numbers for connections and caches, and refuses what is none", () => {
		const numbers = {
			DATABASE_CONNECTIONS: "3",
			ANSWER_CACHE_MEGABYTES: "0",
			SHARED_CACHE_SECONDS: "60",
		};
		expect(readConfiguration(numbers)).toEqual({
			...DEFAULTS,
			databaseConnections: 3,
			answerCacheMegabytes: 0,
			sharedCacheSeconds: 60,
		});
		expect(refusal({ DATABASE_CONNECTIONS: "0" })).toBe(
			"DATABASE_CONNECTIONS: expected a number of connections from 1, found 0",
		);
		expect(refusal({ ANSWER_CACHE_MEGABYTES: "-1" })).toBe(
			'ANSWER_CACHE_MEGABYTES: expected a number of megabytes, 0 for no cache, found "-1"',
		);
	});

	it.each([
		"mysql://root:secret@127.0.0.1/test",
		"root:secret@127.0.0.1:5432/test",
		"postgresql:root:secret@127.0.0.1/test",
		"postgresql://root:secret@127.0.0.1:port/test",
		" postgresql://root:secret@127.0.0.1/test",
		"secret",
	])("refuses DATABASE_URL=%s without repeating it", (DATABASE_URL) => {
		expect(refusal({ DATABASE_URL })).toBe(
			"DATABASE_URL: expected a URL like postgresql://user@host:5432/database, found another value",
		);
	});

	it("names every wrong setting, in one line", () => {
		const message = refusal({
			PORT: "abc\ndef",
			HOST: "",
			DATABASE_URL: "mysql://root:secret@h/d",
			DATA_FOLDER: "",
		});
		expect(message.split("; ")).toEqual([
			'PORT: expected a port from 0 to 65535, found "abc\\ndef"',
			'HOST: expected a host name or an address, found ""',
			"DATABASE_URL: expected a URL like postgresql://user@host:5432/database, found another value",
			'DATA_FOLDER: expected the path of a folder, found ""',
		]);
	});
});
