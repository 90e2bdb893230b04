import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";

interface Span {
	readonly name: string;
	readonly traceId: string;
	readonly spanId: string;
	readonly parentSpanId?: string;
	readonly attributes: readonly { readonly key: string; readonly value: object }[];
}

const TRACE = "0af7651916cd43dd8448eb211c80319c";
const SECRET = "nobody-7f3a";
const QUERY = "query Who($slug: String!) { speaker(by: { slug: $slug }) { slug } }";

/** Takes what is sent to a collector of OpenTelemetry over HTTP, as JSON. */
async function startCollector() {
	const spans: Span[] = [];
	const server = createServer(async (request, response) => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const { resourceSpans } = JSON.parse(Buffer.concat(chunks).toString("utf8")) as {
			resourceSpans: { scopeSpans: { spans: Span[] }[] }[];
		};
		spans.push(
			...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)),
		);
		response.end("{}");
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address() as AddressInfo;
	return { spans, server, url: `http://127.0.0.1:${port}` };
}

test("a trace has the request and its SQL statements, and goes on with the caller's", async () => {
	const { spans, server, url: collector } = await startCollector();
	const child = spawn(process.execPath, ["start.mjs"], {
		env: {
			...process.env,
			PORT: "0",
			HOST: "127.0.0.1",
			OTEL_EXPORTER_OTLP_ENDPOINT: collector,
		},
		stdio: ["ignore", "pipe", "inherit"],
	});
	const exited = once(child, "exit");
	for await (const line of createInterface(child.stdout)) {
		const url = /^Aqwal answers at (\S+)/.exec(line)?.[1];
		if (url === undefined) continue;
		await fetch(url, {
			method: "POST",
			headers: {
				"content-type": "application/json",
				traceparent: `00-${TRACE}-b7ad6b7169203331-01`,
			},
			body: JSON.stringify({ query: QUERY, variables: { slug: SECRET } }),
		}).then((response) => response.text());
		break;
	}
	child.kill("SIGTERM");
	expect((await exited)[0]).toBe(0);
	server.close();
	const ours = spans.filter(({ traceId }) => traceId === TRACE);
	const operation = ours.find(({ name }) => name === "operation Who");
	expect(operation?.parentSpanId).toBe("b7ad6b7169203331");
	const statements = ours.filter(({ name }) => name === "sql");
	expect(statements).toHaveLength(1);
	expect(statements[0]?.parentSpanId).toBe(operation?.spanId);
	expect(JSON.stringify(ours)).not.toContain(SECRET);
}, 30_000);
