import { useEffect, useRef, useState } from "preact/hooks";
import { FaultNotice } from "./fault-notice.tsx";
import type { Asking, LegendEntry, Picture } from "./picture.ts";
import type { Settings } from "./settings.ts";
import { useGot } from "./use-got.ts";
import { isolated, type TextName, type Words } from "./words.ts";

/** A chart of the page. */
export interface Chart {
	/** Its name in the page, and of its heading among the texts. */
	readonly name: TextName;
	/** What the reader has to know of it. */
	readonly note: TextName;
	/** What the link to its source says. */
	readonly source: TextName;
	/** Where its source is. */
	sourceOf(settings: Settings): string;
	/** @throws NoAnswer */
	get(asking: Asking): Promise<Picture>;
}

/** Draws a picture as wide as there is room for it, and anew when that changes. */
function Canvas({ picture, name }: { readonly picture: Picture; readonly name: string }) {
	const place = useRef<HTMLDivElement>(null);
	const [width, setWidth] = useState(0);
	useEffect(() => {
		const { current } = place;
		if (current === null) return undefined;
		const observer = new ResizeObserver(() => setWidth(Math.floor(current.clientWidth)));
		observer.observe(current);
		return () => observer.disconnect();
	}, []);
	useEffect(() => {
		if (width > 0) place.current?.replaceChildren(picture.draw(width));
	}, [picture, width]);
	return (
		<div
			class="canvas"
			ref={place}
			role="img"
			aria-labelledby={`${name}-heading`}
			aria-describedby={`${name}-summary`}
		/>
	);
}

function Legend({ entries }: { readonly entries: readonly LegendEntry[] }) {
	return (
		<ul class="legend">
			{entries.map(({ label, color }) => (
				<li key={label}>
					<span class="swatch" style={{ background: color }} /> {label}
				</li>
			))}
		</ul>
	);
}

/** The most rows that a table shows at once; all of them are in the link to the source. */
const MOST_ROWS = 500;

function Table({ picture, name }: { readonly picture: Picture; readonly name: string }) {
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
		<section class="table" aria-labelledby={`${name}-heading`} tabIndex={0}>
			<table>
				<thead>
					<tr>
						{picture.columns.map((column) => (
							<th key={column} scope="col">
								{column}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{picture.rows.slice(0, MOST_ROWS).map((row, place) => (
						<tr key={`${place} ${row[0]}`}>
							{row.map((cell, column) => (
								<td key={picture.columns[column]} dir="auto">
									{isolated(cell)}
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

function Drawn({ picture, name, words }: { picture: Picture; name: string; words: Words }) {
	const { rows, summary, remark = "", legend } = picture;
	const [isOpen, setOpen] = useState(false);
	if (rows.length === 0) return <p class="nothing">{remark || words.say("nothing")}</p>;
	return (
		<>
			<p id={`${name}-summary`}>
				{summary} {remark}
			</p>
			{legend !== undefined && <Legend entries={legend} />}
			<Canvas picture={picture} name={name} />
			<details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
				<summary>{words.say("asTable")}</summary>
				{isOpen && <Table picture={picture} name={name} />}
			</details>
		</>
	);
}

interface ChartSectionProps {
	readonly chart: Chart;
	readonly settings: Settings;
	readonly total: number;
	readonly words: Words;
}

/** A chart with all that belongs to it: its heading, what it shows in words, its table, its source. */
export function ChartSection({ chart, settings, total, words }: ChartSectionProps) {
	const { name } = chart;
	const key = JSON.stringify([settings, total]);
	const got = useGot(key, (signal) => chart.get({ settings, total, words, signal }));
	const { data, fault, isWaiting } = got;
	return (
		<section class={`chart ${name}`} aria-labelledby={`${name}-heading`} aria-busy={isWaiting}>
			<h2 id={`${name}-heading`}>{words.say(name)}</h2>
			<p class="quiet">{words.say(chart.note)}</p>
			{fault !== null && !isWaiting && (
				<FaultNotice fault={fault} server={settings.server} words={words} onAgain={got.again} />
			)}
			{data === null && isWaiting && <p class="waiting">{words.say("waiting")}</p>}
			{data !== null && fault === null && <Drawn picture={data} name={name} words={words} />}
			<p class="source">
				<a href={chart.sourceOf(settings)} rel="noreferrer">
					{words.say(chart.source)}
				</a>
			</p>
		</section>
	);
}
