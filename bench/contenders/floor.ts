// The floor: HTTP as Node.js has it and one prepared statement that makes the answer. No GraphQL.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import pg from "pg";
import { listen, openPool } from "./child.ts";
import { HAND_WRITTEN, type Variables } from "./sql/operations.ts";

const JSON_TYPE = 114;
// The JSON that PostgreSQL makes is sent as it is.
pg.types.setTypeParser(JSON_TYPE, (text: string) => text);
const pool = openPool();

async function bodyOf(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk);
	return Buffer.concat(chunks).toString("utf8");
}

async function answer(request: IncomingMessage): Promise<string> {
	const operation = HAND_WRITTEN[(request.url ?? "").slice(1)];
	if (operation === undefined)
		throw new Error(`expected the path of a query, found ${request.url}`);
	const { name, text, values } = operation(JSON.parse(await bodyOf(request)) as Variables);
	const { rows } = await pool.query<{ answer: string }>({ name, text, values: [...values] });
	return rows[0]?.answer ?? "null";
}

function send(response: ServerResponse, status: number, text: string): void {
	const body = Buffer.from(text, "utf8");
	response.writeHead(status, {
		"content-type": "application/json; charset=utf-8",
		"content-length": body.length,
	});
	response.end(body);
}

listen(
	createServer((request, response) => {
		answer(request).then(
			(text) => send(response, 200, text),
			(error: unknown) => send(response, 500, String(error)),
		);
	}),
);
