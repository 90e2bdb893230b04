import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { type Plugin, shouldRenderGraphiQL } from "graphql-yoga";
import { readExamples } from "./examples.ts";

interface Page {
	readonly plain: Uint8Array<ArrayBuffer>;
	readonly gzipped: Uint8Array<ArrayBuffer>;
}

/**
 * Each token of an answer keeps its own direction: without this the quotation marks
 * and commas around an Arabic text would jump to its other side.
 */
const RIGHT_TO_LEFT_STYLE =
	"<style>.graphiql-response .view-line span span { unicode-bidi: isolate; }</style>";

async function renderPage(endpoint: string): Promise<Page> {
	// Nine megabytes of JavaScript: loaded when the first browser comes, not at every start.
	const { renderGraphiQL } = await import("@graphql-yoga/render-graphiql");
	const examples = readExamples();
	const html = renderGraphiQL({
		endpoint,
		title: "Aqwal",
		defaultTabs: examples.map(({ query }) => ({ query })),
		...(examples[0] === undefined ? {} : { defaultQuery: examples[0].query }),
	});
	const plain = new TextEncoder().encode(
		html.trimStart().replace("</head>", `${RIGHT_TO_LEFT_STYLE}</head>`),
	);
	return { plain, gzipped: new Uint8Array(await promisify(gzip)(plain)) };
}

/**
 * GraphiQL for browsers, without a request to any other host. It is rendered and
 * compressed once, for the first browser that asks.
 */
export function useExplorerPage(graphqlPath: string): Plugin {
	let page: Promise<Page> | undefined;
	return {
		async onRequest({ request, url, fetchAPI, endResponse }) {
			if (url.pathname !== graphqlPath || !shouldRenderGraphiQL(request)) return;
			page ??= renderPage(graphqlPath);
			const { plain, gzipped } = await page;
			const compressed = request.headers.get("accept-encoding")?.includes("gzip") ?? false;
			endResponse(
				new fetchAPI.Response(compressed ? gzipped : plain, {
					headers: {
						"content-type": "text/html; charset=utf-8",
						vary: "accept, accept-encoding",
						...(compressed ? { "content-encoding": "gzip" } : {}),
					},
				}),
			);
		},
	};
}
