import type { FetchAPI, Plugin } from "graphql-yoga";
import { explorerHeaders } from "../security-headers.ts";
import {
	ASSET_FOLDER,
	type Asset,
	buildAssets,
	ENCODINGS,
	type ExplorerAssets,
} from "./build-assets.ts";

/** The paths that show the explorer; the address says which of its views (src/explorer/address.ts). */
const VIEWS = /^\/(?:statements|coverage|speakers(?:\/[^/]+)?|articles\/[^/]+)?$/;

/** Whether a path is a view of the explorer. */
export function isExplorerPath(path: string): boolean {
	return VIEWS.test(path);
}

function answerOf(asset: Asset, request: Request, { Response }: FetchAPI): Response {
	const taken = request.headers.get("accept-encoding") ?? "";
	const encoding = ENCODINGS.find((name) => asset.compressed !== null && taken.includes(name));
	const body = (encoding && asset.compressed?.[encoding]) ?? asset.bytes;
	return new Response(request.method === "HEAD" ? null : body, {
		headers: {
			...explorerHeaders(),
			"content-type": asset.contentType,
			"content-length": String(body.byteLength),
			"cache-control": asset.isForGood
				? "public, max-age=31536000, immutable"
				: "public, max-age=300",
			vary: "accept, accept-encoding",
			...(encoding !== undefined && { "content-encoding": encoding }),
		},
	});
}

/**
 * The explorer for people: a page at / and at the addresses of its views, for whoever asks for
 * HTML, and its files. It is made when the first browser comes.
 *
 * @param asksById whether the page sends the ids of its operations, as the server answers no texts
 */
export function useExplorer(asksById: boolean): Plugin {
	let assets: Promise<ExplorerAssets> | undefined;
	const made = () => {
		assets ??= buildAssets(asksById);
		// What failed is tried again by the next who asks.
		assets.catch(() => (assets = undefined));
		return assets;
	};
	return {
		async onRequest({ request, url, fetchAPI, endResponse }) {
			if (request.method !== "GET" && request.method !== "HEAD") return;
			const { pathname } = url;
			const isPage =
				isExplorerPath(pathname) && (request.headers.get("accept") ?? "").includes("text/html");
			if (!isPage && !pathname.startsWith(`${ASSET_FOLDER}/`)) return;
			const { page, files } = await made();
			const found = isPage ? page : files.get(pathname);
			if (found !== undefined) endResponse(answerOf(found, request, fetchAPI));
		},
	};
}
