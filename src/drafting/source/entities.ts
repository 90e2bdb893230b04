import type { SpeakerKind } from "../draft.ts";

/** Somebody whom an article names: a person, a body, an outlet. */
export interface Entity {
	/** The fullest bare name in the article. */
	name: string;
	/** Folded words of the name, without articles and what is attached. */
	words: readonly string[];
	readonly kind: SpeakerKind;
	/** Folded words of the offices that the article gives, without articles. */
	readonly titles: Set<string>;
	/** Positions of the first tokens of its mentions. */
	readonly positions: number[];
}

function isSubset(words: readonly string[], of: readonly string[]): boolean {
	return words.length > 0 && words.every((word) => of.includes(word));
}

/** Of several the one that was mentioned last before a position, or else first behind it. */
export function latest(entities: readonly Entity[], position: number): Entity | null {
	const ranked = entities.map((entity) => {
		const before = entity.positions.filter((at) => at < position);
		const last = before.length > 0 ? Math.max(...before) : -Math.min(...entity.positions) - 1;
		return { entity, last };
	});
	return ranked.toSorted((a, b) => b.last - a.last)[0]?.entity ?? null;
}

/** All whom an article names, by the fullest name of each. */
export class Entities {
	readonly all: Entity[] = [];

	/** The entity that a name means: the one with these words, the latest before a position. */
	find(words: readonly string[], position = Number.MAX_SAFE_INTEGER): Entity | null {
		const fits = this.all.filter((entity) => isSubset(words, entity.words));
		if (fits.length === 0) return null;
		const exact = fits.filter((entity) => entity.words.length === words.length);
		const candidates = exact.length > 0 && words.length > 1 ? exact : fits;
		return latest(candidates, position);
	}

	/** Adds a mention of somebody; a fuller name takes the place of a shorter one. */
	add(
		name: string,
		words: readonly string[],
		kind: SpeakerKind,
		titles: readonly string[],
		position: number,
	): Entity {
		const known =
			this.find(words) ??
			this.all.find((entity) => entity.kind === kind && isSubset(entity.words, words));
		if (known === null || known === undefined) {
			const entity = { name, words, kind, titles: new Set(titles), positions: [position] };
			this.all.push(entity);
			return entity;
		}
		if (words.length > known.words.length) {
			known.name = name;
			known.words = words;
		}
		for (const title of titles) known.titles.add(title);
		known.positions.push(position);
		return known;
	}
}
