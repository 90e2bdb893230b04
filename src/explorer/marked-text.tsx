/** A part of a text, in UTF-16 code units. */
export interface Part {
	readonly start: number;
	readonly end: number;
}

interface MarkedTextProps {
	readonly text: string;
	readonly marks: readonly Part[];
}

/** A text with some of its parts marked; parts outside of it are left out. */
export function MarkedText({ text, marks }: MarkedTextProps) {
	const parts = marks
		.filter(({ start, end }) => start >= 0 && end <= text.length && start < end)
		.toSorted((one, other) => one.start - other.start);
	const pieces: preact.ComponentChildren[] = [];
	let place = 0;
	for (const { start, end } of parts) {
		if (start < place) continue;
		pieces.push(text.slice(place, start), <mark key={start}>{text.slice(start, end)}</mark>);
		place = end;
	}
	return (
		<>
			{pieces}
			{text.slice(place)}
		</>
	);
}

interface Span extends Part {
	readonly source: string;
}

/** What stands between two spans of one content in its text. */
const GAP = " … ";

/** Where marks of the article stand in the text of a statement, which is put together of its spans. */
export function marksInText(spans: readonly Span[], marks: readonly Span[]): Part[] {
	let shift = 0;
	return spans.flatMap((span) => {
		const here = marks
			.filter(
				({ source, start, end }) =>
					source === span.source && start >= span.start && end <= span.end,
			)
			.map(({ start, end }) => ({
				start: start - span.start + shift,
				end: end - span.start + shift,
			}));
		shift += span.end - span.start + GAP.length;
		return here;
	});
}
