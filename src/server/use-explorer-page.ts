import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { type Plugin, shouldRenderGraphiQL } from "graphql-yoga";
import { readExamples } from "./examples.ts";
import { pageHeaders, type SecurityHeaders } from "./security-headers.ts";

interface Page {
	readonly plain: Uint8Array<ArrayBuffer>;
	readonly gzipped: Uint8Array<ArrayBuffer>;
	readonly security: SecurityHeaders;
}

/** What GraphiQL's own looks get wrong here. */
const STYLE = `<style>
/* A text runs as its own first letter says: from the right for an Arabic one, with the
   quotation marks around it where the reading begins and ends. */
.monaco-editor .view-line span span { unicode-bidi: plaintext !important; }
/* Letters and spaces that the editor warns of stand in the articles. */
.graphiql-response .unicode-highlight { display: none; }
/* Every tab is in sight, in as many rows as it takes, */
.graphiql-container .graphiql-session-header { height: auto; align-items: flex-end; }
.graphiql-tabs { flex-wrap: wrap; row-gap: 2px; }
/* and stays where it is when it is pressed: it would jump aside, and the click be lost. */
.graphiql-tab { transform: none !important; }
</style>`;

async function renderPage(endpoint: string): Promise<Page> {
	// Nine megabytes of JavaScript: loaded when the first browser comes, not at every start.
	const { renderGraphiQL } = await import("@graphql-yoga/render-graphiql");
	const examples = readExamples();
	const rendered = renderGraphiQL({
		endpoint,
		title: "Aqwal",
		defaultTabs: examples.map(({ query }) => ({ query })),
		// The examples have their variables' values in them, so the room is for the query.
		defaultEditorToolsVisibility: false,
		...(examples[0] === undefined ? {} : { defaultQuery: examples[0].query }),
	});
	const html = rendered.trimStart().replace("</head>", `${STYLE}</head>`);
	const plain = new TextEncoder().encode(html);
	const gzipped = new Uint8Array(await promisify(gzip)(plain));
	return { plain, gzipped, security: pageHeaders(html) };
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
			const { plain, gzipped, security } = await page;
			const compressed = request.headers.get("accept-encoding")?.includes("gzip") ?? false;
			endResponse(
				new fetchAPI.Response(compressed ? gzipped : plain, {
					headers: {
						...security,
						"content-type": "text/html; charset=utf-8",
						vary: "accept, accept-encoding",
						...(compressed ? { "content-encoding": "gzip" } : {}),
					},
				}),
			);
		},
	};
}
