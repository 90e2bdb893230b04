import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request that came, and what was answered. */
export interface Seen {
	readonly method: string;
	readonly url: URL;
	readonly origin: string | undefined;
	readonly status: number;
}

/** What is answered in the place of the server, or done to its answer. */
export interface Meddling {
	/** Whether the connection breaks off, as where nothing answers. */
	breaksOff?: (url: URL) => boolean;
	/** An answer instead of the server's; undefined: the server's. */
	instead?: (url: URL) => { status: number; type: string; body: string } | undefined;
	/** Another text instead of that which the server answers. */
	rewrite?: (body: string) => string;
}

/** Stands between the page and a server, and lets tests see and change what passes. */
export interface StandIn {
	readonly address: string;
	readonly seen: Seen[];
	/** Replaced by a test as it needs. */
	meddling: Meddling;
	stop(): Promise<void>;
}

async function pass(target: string, request: IncomingMessage, meddling: Meddling) {
	const { accept = "*/*", origin, "if-none-match": known } = request.headers;
	const answer = await fetch(`${target}${request.url}`, {
		headers: {
			accept,
			...(origin !== undefined && { origin }),
			...(known !== undefined && { "if-none-match": known }),
		},
	});
	const text = await answer.text();
	const headers = Object.fromEntries(
		[...answer.headers].filter(
			([name]) =>
				!/^(content-(length|encoding)|transfer-encoding|connection|keep-alive)$/.test(name),
		),
	);
	return { status: answer.status, headers, body: meddling.rewrite?.(text) ?? text };
}

/** @param target where the server answers */
export async function standInFor(target: string): Promise<StandIn> {
	const seen: Seen[] = [];
	const standIn = { meddling: {} as Meddling };
	const reply = async (request: IncomingMessage, response: ServerResponse) => {
		const url = new URL(request.url ?? "/", target);
		const { method = "", headers } = request;
		const note = (status: number) => seen.push({ method, url, origin: headers.origin, status });
		const { meddling } = standIn;
		if (meddling.breaksOff?.(url)) {
			note(0);
			response.destroy();
			return;
		}
		const instead = meddling.instead?.(url);
		const answer =
			instead === undefined
				? await pass(target, request, meddling)
				: {
						status: instead.status,
						headers: { "content-type": instead.type, "access-control-allow-origin": "*" },
						body: instead.body,
					};
		note(answer.status);
		response.writeHead(answer.status, answer.headers).end(answer.body);
	};
	const server = createServer((request, response) => {
		reply(request, response).catch(() => response.destroy());
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	return Object.assign(standIn, {
		address: `http://127.0.0.1:${port}`,
		seen,
		stop: () =>
			new Promise<void>((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	});
}
