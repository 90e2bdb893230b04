import { connect } from "node:net";
import type { Draw } from "./draw.ts";
import { strangeText } from "./texts.ts";

/** What is written to a connection. */
export interface RawRequest {
	readonly bytes: Buffer;
	/** After how many bytes the client goes away; null where it waits for the answer. */
	readonly cutAt: number | null;
}

/** How long nothing must come until nothing more is expected, in milliseconds. */
const QUIET = 400;
const CARRIAGE = "\r\n";

const METHODS = [
	"GET",
	"POST",
	"HEAD",
	"OPTIONS",
	"PUT",
	"DELETE",
	"PATCH",
	"TRACE",
	"CONNECT",
	"get",
	"BREW",
	"",
];
const PATHS = [
	"/graphql",
	"/health",
	"/",
	"/export/statements.csv",
	"/export/statements.ndjson",
	"/export/statements.jsonld",
	"/export/",
	"/export/statements.xml",
	"/favicon.ico",
	"/graphql/",
	"/graphql/..",
	"//graphql",
	"//",
	"*",
	"http://localhost/graphql",
	"http://[/",
	"http://a:b@c:99999/",
	"localhost:80",
	"/%",
	"/%zz%00",
	"/\u00ff",
	"/graphql#x",
	"/graphql;x",
	"\\graphql",
	"/__proto__",
];
const VERSIONS = [
	"HTTP/1.1",
	"HTTP/1.0",
	"HTTP/0.9",
	"HTTP/2.0",
	"HTTP/9.9",
	"http/1.1",
	"HTTP/1.1 ",
	"",
];
const QUERIES = [
	'{"query":"{ corpus { version } }"}',
	'{"query":"query ($f: Int) { statements(first: $f) { totalCount } }","variables":{"f":1}}',
	'{"query":"{ a","variables":[]}',
	'{"query":1}',
	'{"query":null,"extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}',
	'[{"query":"{ __typename }"}]',
	'{"query":"{ __typename }","variables":{"__proto__":{"a":1}},"operationName":"toString"}',
	"null",
	"0",
	'"text"',
	"{",
	"",
	"query=%7B__typename%7D&variables=%7B",
	'--x\r\nContent-Disposition: form-data; name="operations"\r\n\r\n{}\r\n--x--\r\n',
	"[".repeat(20_000),
	`{"query":"{ __typename }","variables":${'{"a":'.repeat(5000)}1${"}".repeat(5000)}}`,
	`{"query":"${"{a".repeat(900)}"}`,
];
const PARAMETERS = [
	"query",
	"variables",
	"operationName",
	"extensions",
	"filter",
	"orderBy",
	"bom",
	"x",
	"__proto__",
	"",
];
const PARAMETER_VALUES = [
	"{__typename}",
	"{corpus{version}}",
	"{",
	'{"speaker":{"eq":"putin"}}',
	'{"field":"SAID_AT","direction":"ASC"}',
	'{"or":[{"not":{"search":"a"}}]}',
	"true",
	"[]",
	"null",
];
const HEADERS: Readonly<Record<string, readonly string[]>> = {
	host: ["localhost", "", "a b", "[::1", "evil\u00e9", "x:99999999", "a/b?c#d"],
	"content-type": [
		"application/json",
		"application/json; charset=utf-8",
		"application/json; charset=utf-16",
		"application/graphql",
		"application/x-www-form-urlencoded",
		"multipart/form-data; boundary=x",
		"multipart/form-data",
		"text/plain",
		";",
		"",
	],
	accept: [
		"application/json",
		"application/graphql-response+json",
		"*/*",
		"image/png",
		"application/json;q=0, */*;q=zz",
		"text/event-stream",
		"multipart/mixed",
		",,;",
	],
	"accept-encoding": ["gzip", "br, identity;q=0", "*", "\u0001"],
	"content-length": ["0", "5", "-1", "1e3", "99999999999999999999", "5, 5", "x", "100001"],
	"transfer-encoding": ["chunked", "gzip, chunked", "identity", "x"],
	connection: ["close", "keep-alive", "upgrade", "close, x"],
	upgrade: ["websocket", "h2c"],
	expect: ["100-continue", "tea"],
	origin: ["http://a.example", "null", "\u00ff"],
	"access-control-request-method": ["POST", "BREW"],
	"access-control-request-headers": ["x-a, x-b", "\u00e9"],
	"if-none-match": ["*", '""', 'W/"x", "y"', '"', ",".repeat(5000)],
	range: ["bytes=0-1", "bytes=-"],
	"x-forwarded-host": ["a b"],
	cookie: ["a=b; ;=; __proto__=1"],
	"x-long": ["a".repeat(20_000)],
	"": ["", ":", "x"],
	"bad name": ["x"],
};

function bytesOf(draw: Draw, most: number): Buffer {
	return Buffer.from(Array.from({ length: draw.below(most + 1) }, () => draw.below(256)));
}

function targetOf(draw: Draw): string {
	const path = draw.chance(8) ? encodeURI(`/${draw.among(["ا", "a b", "%"])}`) : draw.among(PATHS);
	const parameters = draw.some(PARAMETERS, 3).map((name) => {
		const value = draw.chance(30) ? draw.among(["%", "%zz", "%ff", "\u00fe", "+"]) : "";
		return `${name}=${value}${encodeURIComponent(draw.among(PARAMETER_VALUES))}`;
	});
	return parameters.length === 0 ? path : `${path}?${parameters.join("&")}`;
}

function chunked(draw: Draw, body: Buffer): Buffer {
	const size = draw.chance(80)
		? body.byteLength.toString(16)
		: draw.among(["zz", "-1", "ffffffffff", "0"]);
	return Buffer.concat([
		Buffer.from(`${size}${CARRIAGE}`),
		body,
		Buffer.from(`${CARRIAGE}0${CARRIAGE}${CARRIAGE}`),
	]);
}

function bodyOf(draw: Draw): Buffer {
	const text = draw.among(QUERIES);
	if (draw.chance(10)) return bytesOf(draw, 200);
	if (draw.chance(10)) return Buffer.from(text.replace("version", strangeText(draw)));
	return Buffer.from(text);
}

function headersOf(draw: Draw, body: Buffer): string[] {
	const odd = draw.chance(60) ? draw.some(Object.entries(HEADERS), 4) : [];
	const usual = [
		["host", "localhost"],
		["connection", "close"],
		...(draw.chance(60) ? [["content-type", "application/json"]] : []),
		...(draw.chance(4) ? [["accept", "text/html"]] : []),
		...(body.byteLength > 0 || draw.chance(50) ? [["content-length", `${body.byteLength}`]] : []),
	];
	return [
		...usual.flatMap(([name = "", value]) => {
			// Node takes the first of several, or refuses them all.
			const isReplaced = odd.some(([other]) => other === name) && draw.chance(80);
			return isReplaced || draw.chance(6) ? [] : [`${name}: ${value}`];
		}),
		...odd.map(([name, values]) => {
			const isRandom = draw.chance(5);
			return `${name}: ${isRandom ? bytesOf(draw, 20).toString("latin1") : draw.among(values)}`;
		}),
	];
}

/** One request as most clients write it, but for what is odd in it. */
function message(draw: Draw): Buffer {
	const method = draw.chance(70) ? draw.among(["GET", "POST"]) : draw.among(METHODS);
	const written = method === "POST" || draw.chance(10) ? bodyOf(draw) : Buffer.alloc(0);
	const isChunked = draw.chance(10);
	const body = isChunked ? chunked(draw, written) : written;
	const headers = headersOf(draw, body).filter(
		(line) => !isChunked || !/^content-length/i.test(line),
	);
	if (isChunked) headers.push("Transfer-Encoding: chunked");
	const version = draw.chance(85) ? "HTTP/1.1" : draw.among(VERSIONS);
	const target = draw.chance(60) ? draw.among(PATHS.slice(0, 6)) : targetOf(draw);
	const lines = [`${method} ${target} ${version}`, ...headers, "", ""];
	return Buffer.concat([Buffer.from(lines.join(CARRIAGE), "latin1"), body]);
}

/** The same with some bytes of it changed, left out or added. */
function damaged(draw: Draw, bytes: Buffer): Buffer {
	const at = draw.below(bytes.byteLength + 1);
	const end = draw.chance(50) ? at : Math.min(bytes.byteLength, at + draw.below(20));
	return Buffer.concat([bytes.subarray(0, at), bytesOf(draw, 4), bytes.subarray(end)]);
}

/** Something that a client may write to a connection. */
export function rawRequest(draw: Draw): RawRequest {
	let bytes = draw.chance(5) ? bytesOf(draw, 400) : message(draw);
	if (draw.chance(8)) bytes = Buffer.concat([bytes, message(draw)]);
	if (draw.chance(15)) bytes = damaged(draw, bytes);
	return { bytes, cutAt: draw.chance(15) ? draw.below(bytes.byteLength + 1) : null };
}

/** Writes a request to a connection of its own, and gives all that comes back, a character for each byte. */
export function exchange(port: number, { bytes, cutAt }: RawRequest): Promise<string> {
	return new Promise((resolve) => {
		const socket = connect(port, "127.0.0.1");
		const received: Buffer[] = [];
		let timer: NodeJS.Timeout | undefined;
		const wait = () => {
			clearTimeout(timer);
			timer = setTimeout(() => socket.destroy(), QUIET);
		};
		socket.on("data", (chunk) => {
			received.push(chunk);
			wait();
		});
		// The server may hang up while it is written to.
		socket.on("error", () => undefined);
		socket.on("close", () => {
			clearTimeout(timer);
			resolve(Buffer.concat(received).toString("latin1"));
		});
		socket.on("connect", () => {
			socket.setNoDelay(true);
			if (cutAt === null) socket.write(bytes, wait);
			else socket.write(bytes.subarray(0, cutAt), () => socket.resetAndDestroy());
		});
	});
}
