import { type Interval, middleOf, resample } from "./bootstrap.ts";
import { calibrationGroup } from "./calibration.ts";
import type { Judged } from "./judge.ts";
import { type MeasureGroup, type Ratio, statementGroups } from "./measures.ts";
import { stageGroup } from "./stages.ts";

/** A measured figure. */
export interface Figure extends Ratio {
	/** From 0 to 1; null where there was nothing to measure. */
	readonly value: number | null;
	/** In which it lies for 95 of 100 resamples of the pages; null where the value is. */
	readonly interval: Interval | null;
}

/** The figures of one row, by the names of their columns. */
export interface FigureRow {
	readonly row: string;
	readonly figures: Readonly<Record<string, Figure>>;
}

/** Figures that belong together: all rows have the same columns. */
export interface FigureGroup {
	readonly key: string;
	readonly title: string;
	/** The column whose figures are shown with what they are made of; null for none. */
	readonly detailed: string | null;
	readonly rows: readonly FigureRow[];
}

const groups: readonly MeasureGroup[] = [...statementGroups, stageGroup, calibrationGroup];

function sum(ratios: readonly Ratio[], weights: readonly number[] | null): Ratio {
	let [right, of] = [0, 0];
	for (const [at, ratio] of ratios.entries()) {
		const weight = weights === null ? 1 : (weights[at] ?? 0);
		right += weight * ratio.right;
		of += weight * ratio.of;
	}
	return { right, of };
}

function figureOf(ratios: readonly Ratio[], resamples: readonly (readonly number[])[]): Figure {
	const total = sum(ratios, null);
	const values = resamples
		.map((weights) => sum(ratios, weights))
		.flatMap(({ right, of }) => (of === 0 ? [] : [right / of]));
	const value = total.of === 0 ? null : total.right / total.of;
	return { ...total, value, interval: value === null ? null : middleOf(values) };
}

/**
 * Measures everything of some pages, with the intervals in which the figures lie.
 *
 * @param times how many resamples the intervals are made of
 */
export function measure(pages: readonly Judged[], times?: number): FigureGroup[] {
	const resamples = resample(pages.length, times);
	return groups.map(({ key, title, detailed, measures }) => ({
		key,
		title,
		detailed,
		rows: measures.map(({ row, figures }) => ({
			row,
			figures: Object.fromEntries(
				Object.entries(figures).map(([column, ratioOf]) => [
					column,
					figureOf(pages.map(ratioOf), resamples),
				]),
			),
		})),
	}));
}

/** One figure of many; undefined where there is none of that name. */
export function figureIn(
	measured: readonly FigureGroup[],
	key: string,
	row: string,
	column: string,
): Figure | undefined {
	return measured.find((group) => group.key === key)?.rows.find((one) => one.row === row)?.figures[
		column
	];
}
