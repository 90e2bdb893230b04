import { EventEmitter } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { expect, it } from "vitest";
import type { AnsweredOperation } from "../../../src/server/observe/log.ts";
import { createObserver } from "../../../src/server/observe/observer.ts";

/** What is logged as the id of a request that brings this header. */
function loggedId(header: string | undefined): string | null | undefined {
	const seen: AnsweredOperation[] = [];
	const unmeasured = { onAnswer: () => undefined, onOperation: () => undefined };
	const observer = createObserver(unmeasured, { answered: (answered) => void seen.push(answered) });
	const headers = header === undefined ? {} : { "x-request-id": header };
	const response = Object.assign(new EventEmitter(), { writableFinished: true, statusCode: 200 });
	observer.observe(
		{ headers } as unknown as IncomingMessage,
		response as unknown as ServerResponse,
		"graphql",
	);
	response.emit("close");
	return seen[0]?.requestId;
}

it.each(["a", "mine-1", "01JD:7f.x_y", "x".repeat(64)])("a client's id is logged: %s", (id) => {
	expect(loggedId(id)).toBe(id);
});

it.each([
	undefined,
	"",
	"x".repeat(65),
	'a" level=50 forged="1',
	"two\nlines",
	"a b",
	"\u202eright to left",
	"<script>",
])("anything else is not: %j", (id) => {
	expect(loggedId(id)).toBeNull();
});
