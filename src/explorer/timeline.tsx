import { scaleLinear } from "d3-scale";
import type { Narrowed } from "./address.ts";
import type { Months } from "./queries.ts";
import { Link, useSpeech } from "./speech.tsx";

const HEIGHT = 120;
const MONTHS_A_YEAR = 12;

function monthNumber(time: string): number {
	return Number(time.slice(0, 4)) * MONTHS_A_YEAR + Number(time.slice(5, 7)) - 1;
}

function nameOfMonth(number: number): string {
	const year = Math.floor(number / MONTHS_A_YEAR);
	return `${year}-${String((number % MONTHS_A_YEAR) + 1).padStart(2, "0")}`;
}

interface Bar {
	readonly month: string;
	readonly count: number;
}

/** The most months without anything that are drawn; a longer time is left out with a mark. */
const LONGEST_SILENCE = 6;

/** The months, with those of nothing between them as long as they are few; null stands for many. */
function barsOf(rows: Months["rows"]): (Bar | null)[] {
	const bars: (Bar | null)[] = [];
	let before: number | null = null;
	for (const { time, count } of rows) {
		if (time === null) continue;
		const number = monthNumber(String(time));
		const silence = before === null ? 0 : number - before - 1;
		if (silence > LONGEST_SILENCE) bars.push(null);
		else
			for (let empty = number - silence; empty < number; empty += 1)
				bars.push({ month: nameOfMonth(empty), count: 0 });
		bars.push({ month: nameOfMonth(number), count });
		before = number;
	}
	return bars;
}

interface TimelineProps {
	readonly months: Months;
	readonly narrowed: Narrowed;
}

/** How much was said in each month; each bar narrows to its month. */
export function Timeline({ months, narrowed }: TimelineProps) {
	const { say, count, number, month: nameMonth } = useSpeech();
	const bars = barsOf(months.rows);
	const most = Math.max(1, ...bars.map((bar) => bar?.count ?? 0));
	const height = scaleLinear([0, most], [0, HEIGHT]);
	return (
		<figure class="timeline">
			<figcaption>
				{say("timeline")}
				{months.unknownCount > 0 && (
					<span class="quiet"> · {say("undated", { n: number(months.unknownCount) })}</span>
				)}
			</figcaption>
			<ol class="bars" dir="ltr">
				{bars.map((bar, index) => {
					if (bar === null)
						return (
							<li key={`gap-${index}`} class="silence" aria-hidden="true">
								…
							</li>
						);
					const { month, count: found } = bar;
					const label = `${nameMonth(month)}: ${count("statementCount", found)}`;
					const shape = (
						<>
							<span class="for-ears">{label}</span>
							<span class="number" aria-hidden="true">
								{found === 0 ? "" : number(found)}
							</span>
							<svg
								width="100%"
								height={HEIGHT}
								aria-hidden="true"
								preserveAspectRatio="none"
								viewBox={`0 0 10 ${HEIGHT}`}
							>
								<rect
									x="0"
									width="10"
									y={HEIGHT - height(found)}
									height={Math.max(1, height(found))}
								/>
							</svg>
							<span class="month" aria-hidden="true">
								{month}
							</span>
						</>
					);
					return (
						<li key={month} class={narrowed.month === month ? "chosen" : ""} title={label}>
							{found === 0 ? (
								shape
							) : (
								<Link to={{ name: "statements", narrowed: { ...narrowed, month } }}>{shape}</Link>
							)}
						</li>
					);
				})}
			</ol>
		</figure>
	);
}
