import type { Judged, Proposed } from "./judge.ts";
import type { Measure, MeasureGroup, Ratio } from "./measures.ts";

/** Where bands of confidence begin. */
const BANDS = [0, 0.6, 0.7, 0.8, 0.9];

/** Every proposal of a page, and whether it was found right: a statement, by its speaker. */
export function outcomes({ found, extra }: Judged): { proposal: Proposed; isRight: boolean }[] {
	return [
		...found.map(({ proposal, speakerIsRight }) => ({ proposal, isRight: speakerIsRight })),
		...extra.map((proposal) => ({ proposal, isRight: false })),
	];
}

function band(row: string, from: number, to: number): Measure {
	const inside = (page: Judged) =>
		outcomes(page).filter(({ proposal: { confidence } }) => from <= confidence && confidence < to);
	const told = (page: Judged): Ratio => {
		const meant = inside(page);
		return {
			right: meant.reduce((sum, { proposal }) => sum + proposal.confidence, 0),
			of: meant.length,
		};
	};
	const right = (page: Judged): Ratio => {
		const meant = inside(page);
		return { right: meant.filter(({ isRight }) => isRight).length, of: meant.length };
	};
	return { row, figures: { "mean confidence": told, share: right } };
}

/** Whether confidence says what it should: how often proposals are right. */
export const calibrationGroup: MeasureGroup = {
	key: "confidence",
	title: "Confidence, and how often it is right",
	detailed: "share",
	measures: [
		band("ALL", 0, Number.POSITIVE_INFINITY),
		...BANDS.map((from, index) => {
			const to = BANDS[index + 1];
			const row = to === undefined ? `from ${from}` : `${from} to under ${to}`;
			return band(row, from, to ?? Number.POSITIVE_INFINITY);
		}),
	],
};
