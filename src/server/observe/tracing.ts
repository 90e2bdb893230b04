import type { IncomingMessage, ServerResponse } from "node:http";
import { context, propagation, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import {
	defaultResource,
	detectResources,
	envDetector,
	resourceFromAttributes,
} from "@opentelemetry/resources";
import { BatchSpanProcessor, NodeTracerProvider } from "@opentelemetry/sdk-trace-node";
import type { Reader } from "../../database/database.ts";
import { hashOf } from "./log.ts";
import type { Observed } from "./observer.ts";

/** Makes spans of OpenTelemetry, and sends them away. This file is loaded only where that is wanted. */
export interface Tracing {
	/** Does the work of a request inside a span, which ends when the answer is sent. */
	request(
		request: IncomingMessage,
		response: ServerResponse,
		observed: Observed,
		work: () => void,
	): void;
	/** Makes a span of every SQL statement, inside of that of its request. */
	traced(reader: Reader): Reader["read"];
	/** Sends what has not been sent. */
	close(): Promise<void>;
}

const SERVER_ERROR = 500;
const NAME = "aqwal";

/**
 * Begins to trace to where the variables of OpenTelemetry say (OTEL_EXPORTER_OTLP_ENDPOINT and
 * others of its specification, which its own packages read). A request that comes with the
 * header traceparent of W3C goes on with its caller's trace. No variables and no parameters
 * are in a span, as they may say who asks for whom.
 */
export function startTracing(): Tracing {
	const provider = new NodeTracerProvider({
		resource: defaultResource()
			.merge(resourceFromAttributes({ "service.name": NAME }))
			.merge(detectResources({ detectors: [envDetector] })),
		spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
	});
	provider.register();
	const tracer = trace.getTracer(NAME);
	return {
		request(request, response, observed, work) {
			const parent = propagation.extract(context.active(), request.headers);
			const attributes = { "http.request.method": request.method ?? "" };
			const span = tracer.startSpan("request", { kind: SpanKind.SERVER, attributes }, parent);
			response.once("close", () => {
				const { operation, from } = observed;
				span.setAttributes({
					"http.response.status_code": response.statusCode,
					"aqwal.from": from,
				});
				if (operation !== undefined) {
					const { name, document, cost } = operation;
					span.updateName(name === null ? "operation" : `operation ${name}`);
					span.setAttributes({ "aqwal.hash": hashOf(document), "aqwal.cost": cost });
					if (name !== null) span.setAttribute("graphql.operation.name", name);
				}
				if (response.statusCode >= SERVER_ERROR) span.setStatus({ code: SpanStatusCode.ERROR });
				span.end();
			});
			context.with(trace.setSpan(parent, span), work);
		},
		traced(reader) {
			return async (statement, isBrief, until) => {
				const attributes = { "db.system.name": "postgresql", "db.query.text": statement.text };
				const span = tracer.startSpan("sql", { kind: SpanKind.CLIENT, attributes });
				try {
					return await reader.read(statement, isBrief, until);
				} catch (error) {
					span.setStatus({ code: SpanStatusCode.ERROR });
					throw error;
				} finally {
					span.end();
				}
			};
		},
		close: () => provider.shutdown(),
	};
}
