import { describe, expect, test } from "vitest";
import { checkAnswer } from "../../bench/driver/check-answer.ts";
import { firstDifference } from "../../bench/driver/compare.ts";
import { messageCounter } from "../../bench/driver/statement-counter.ts";
import { q1 } from "../../bench/queries/q1.ts";
import { graphqlRequest } from "../../bench/queries/query.ts";
import { byGet } from "../../bench/queries/repeated.ts";

describe("an answer under load", () => {
	const whole = '{"data":{}}';

	test("is taken when it is whole, and again when it is as long", () => {
		expect(() => checkAnswer(200, whole.length, null, () => whole)).not.toThrow();
		expect(() => checkAnswer(200, 11, 11, () => "is not read again")).not.toThrow();
	});

	test.each([
		[
			"errors that come as 200",
			200,
			null,
			'{"data":null,"errors":[{"message":"no"}]}',
			"without errors",
		],
		["no JSON", 200, null, "<html>", "expected JSON"],
		["another status", 500, null, whole, "expected the status 200, found 500"],
		["another length", 200, 12, whole, "expected 12 bytes as before, found 11"],
	])("stops for %s", (_name, status, expected, text, message) => {
		expect(() => checkAnswer(status, text.length, expected, () => text)).toThrow(message);
	});
});

describe("the first difference", () => {
	test("is none between equal answers, whatever the order of keys", () => {
		expect(
			firstDifference({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 }),
		).toBeNull();
	});

	test("is told with its path and both values", () => {
		const ours = { nodes: [{ slug: "a" }, { slug: "b" }] };
		const theirs = { nodes: [{ slug: "a" }, { slug: "c" }] };
		expect(firstDifference(ours, theirs)).toBe('answer.nodes.1.slug\n  ours:   "b"\n  theirs: "c"');
	});

	test("is found where one has more", () => {
		expect(firstDifference([1], [1, 2])).toContain("answer.1");
		expect(firstDifference({}, [])).toContain("theirs: []");
		expect(firstDifference({ a: null }, {})).toContain("missing");
	});
});

describe("the shape in which answers are compared", () => {
	const node = {
		slug: "s",
		text: "t",
		kind: "DIRECT",
		saidAt: { edtf: "2018" },
		article: { slug: "a", title: null, publishedAt: { edtf: "2019" } },
		speakers: [{ slug: "p", name: "P" }],
		locations: [{ role: "ABOUT", location: { slug: "l", name: "L" } }],
	};
	const expected = { nodes: [node], hasNextPage: true, hasEndCursor: true };

	test("is made of ours, of the floor's and of PostGraphile's answer alike", () => {
		const page = { nodes: [node], pageInfo: { hasNextPage: true, endCursor: "x" } };
		const named = (names: string, name: string) => ({ [names]: { nodes: [{ text: name }] } });
		const statement = {
			slug: "s",
			text: "t",
			kind: "DIRECT",
			saidEdtf: "2018",
			articleByArticleSlug: { slug: "a", title: null, publishedEdtf: "2019" },
			attributionsByStatementNumber: {
				nodes: [
					{ speakerBySpeakerSlug: { slug: "p", ...named("speakerNamesBySpeakerSlug", "P") } },
				],
			},
			statementLocationsByStatementNumber: {
				nodes: [
					{
						role: "ABOUT",
						locationByLocationSlug: { slug: "l", ...named("locationNamesByLocationSlug", "L") },
					},
				],
			},
		};
		const attributions = {
			nodes: [{ statementByStatementNumber: statement }],
			pageInfo: { hasNextPage: true, endCursor: "another cursor" },
		};
		const { ours, floor, postgraphile } = q1.forms;
		expect(ours?.canonical({ data: { statements: page } })).toEqual(expected);
		expect(floor?.canonical(page)).toEqual(expected);
		expect(
			postgraphile?.canonical({
				data: { speakerBySlug: { attributionsBySpeakerSlug: attributions } },
			}),
		).toEqual(expected);
	});

	test("is not made of errors", () => {
		expect(() => q1.forms.ours?.canonical({ data: null, errors: [{ message: "no" }] })).toThrow(
			'answered with errors: [{"message":"no"}]',
		);
	});

	test("a request by GET asks the same as by POST", () => {
		const { path, method, body } = byGet(graphqlRequest("query A { a }", { b: "&" }));
		const { searchParams } = new URL(path, "http://localhost");
		expect([method, body]).toEqual(["GET", null]);
		expect(searchParams.get("query")).toBe("query A { a }");
		expect(JSON.parse(searchParams.get("variables") ?? "")).toEqual({ b: "&" });
	});
});

describe("counting statements", () => {
	function message(letter: string, body: string): Buffer {
		const length = Buffer.alloc(4);
		length.writeInt32BE(4 + body.length);
		return Buffer.concat([Buffer.from(letter), length, Buffer.from(body)]);
	}

	const sslRequest = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);
	const startup = Buffer.concat([Buffer.from([0, 0, 0, 13, 0, 3, 0, 0]), Buffer.from("user\0")]);
	const asked = Buffer.concat([
		sslRequest,
		startup,
		message("P", "SELECT 1"),
		message("B", "QE"),
		message("E", "x"),
		message("B", "QE"),
		message("E", "x"),
		message("S", ""),
		message("Q", "SELECT 2\0"),
	]);

	test("counts Execute and Query, and neither Parse nor Bind nor what they carry", () => {
		expect(messageCounter()(asked)).toBe(3);
	});

	test("does so however the bytes are cut", () => {
		for (const size of [1, 3, 7]) {
			const counter = messageCounter();
			let count = 0;
			for (let start = 0; start < asked.length; start += size)
				count += counter(asked.subarray(start, start + size));
			expect(count).toBe(3);
		}
	});
});
