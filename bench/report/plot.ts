import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { CONTENDER_LABELS } from "../contenders/names.ts";
import type { Results } from "../results.ts";
import { summarize } from "./summary.ts";

/** Where the bars begin, in requests a second. */
const FEWEST = 1;

interface Bar {
	readonly size: string;
	readonly query: string;
	readonly contender: string;
	readonly requests: number;
}

function barsOf({ sizes }: Pick<Results, "sizes">): Bar[] {
	return sizes.flatMap((size) =>
		size.queries
			.filter(({ name }) => !name.startsWith("stats "))
			.flatMap((query) =>
				summarize(query).map(
					({ contender, requestsPerSecond }): Bar => ({
						size: `${size.statements.toLocaleString("en")} statements`,
						query: query.name,
						contender: CONTENDER_LABELS[contender],
						requests: requestsPerSecond,
					}),
				),
			),
	);
}

function specification(bars: readonly Bar[]): TopLevelSpec {
	const order = Object.values(CONTENDER_LABELS);
	return {
		data: { values: bars.map((bar) => ({ ...bar })) },
		title: "Requests a second, the median over the rounds (logarithmic)",
		facet: { row: { field: "size", type: "nominal", title: null } },
		resolve: { scale: { x: "independent", xOffset: "independent" } },
		spec: {
			width: 900,
			height: 260,
			mark: { type: "bar", tooltip: false },
			encoding: {
				x: { field: "query", type: "nominal", sort: null, title: null, axis: { labelAngle: 0 } },
				xOffset: { field: "contender", type: "nominal", sort: order },
				// A logarithm has no zero for bars to stand on.
				y2: { datum: FEWEST },
				y: {
					field: "requests",
					type: "quantitative",
					stack: null,
					scale: { type: "log", domainMin: FEWEST },
					axis: { tickCount: 6 },
					title: "requests/s",
				},
				color: {
					field: "contender",
					type: "nominal",
					sort: order,
					title: null,
					legend: { orient: "bottom", columns: 3, labelLimit: 400 },
				},
			},
		},
	};
}

/** The requests a second of every contender as a picture in SVG. */
export async function toPlot(results: Pick<Results, "sizes">): Promise<string> {
	const { spec } = compile(specification(barsOf(results)));
	return new View(parse(spec), { renderer: "none" }).toSVG();
}
