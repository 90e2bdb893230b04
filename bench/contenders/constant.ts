// What node:http can do at the most: to each path it answers the bytes that were put there.
import { createServer } from "node:http";
import { listen } from "./child.ts";

const answers = new Map<string, Buffer>();

/** The path, or for a GET with the query in it the part before the question mark. */
function nameOf(url: string): string {
	return url.split("?", 1)[0] ?? "";
}

listen(
	createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on("data", (chunk: Buffer) => chunks.push(chunk));
		request.on("end", () => {
			const name = nameOf(request.url ?? "");
			if (request.method === "PUT") answers.set(name, Buffer.concat(chunks));
			const body = answers.get(name) ?? Buffer.from("null");
			response.writeHead(answers.has(name) ? 200 : 404, {
				"content-type": "application/json; charset=utf-8",
				"content-length": body.length,
			});
			response.end(body);
		});
	}),
);
