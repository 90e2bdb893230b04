import type { SegmentKind } from "../../curation/corpus.ts";
import { isFurniture, kindBefore } from "./before.ts";
import { chooseHeadline, LONGEST_HEADLINE, likeness } from "./headline.ts";
import { KIND_OF_ROLE, type Line } from "./line.ts";
import type { Role } from "./pieces.ts";
import { tailIsBody } from "./tail.ts";

/** What each line of a page is, and where its articles begin. */
export interface Arrangement {
	/** A kind for each line. */
	readonly kinds: readonly SegmentKind[];
	/** For each article the position of its first line: its headline, where it has one. */
	readonly starts: readonly number[];
	/** For each article the position of its headline. */
	readonly headlines: readonly (number | null)[];
}

/** Roles behind which an article does not go on by itself. */
const ENDS: ReadonlySet<Role> = new Set([
	"comments",
	"footer",
	"related-section",
	"rule",
	"source",
	"tags",
]);
/** Roles that name a day, as stands at the head of an article. */
const DAYS: ReadonlySet<Role> = new Set(["date", "published", "updated"]);

/** How much of a headline's words the text behind it has, where it is its own. */
const OWN_HEADLINE = 0.4;
/** A text of so many words is more than the teaser of another article. */
const LONGER_THAN_TEASER = 40;
/** Among so many lines before a text its headline is looked for. */
const MOST_CANDIDATES = 4;
/** Reads a page from its first line to its last. */
class Arranger {
	readonly kinds: SegmentKind[];
	readonly starts: number[] = [];
	readonly headlines: (number | null)[] = [];
	/** Lines not yet known to be one thing or another. */
	pending: number[] = [];
	place: "BEFORE" | "BODY" | "LINKS" | "BEHIND" = "BEFORE";
	/** What ended the body. */
	ending: Role | null = null;
	lastSentence = -1;
	readonly isPlain: boolean;

	constructor(readonly lines: readonly Line[]) {
		this.kinds = lines.map(({ role }) => (role === null ? "CHROME" : KIND_OF_ROLE[role]));
		this.isPlain = !lines.some((line) => isFurniture(line));
	}

	line(at: number): Line {
		const line = this.lines[at];
		if (line === undefined) throw new RangeError(`expected a line of the page, got ${at}`);
		return line;
	}

	/** The sentences that follow one another from a line on. */
	run(at: number): { lines: number; words: number } {
		let words = 0;
		let end = at;
		for (; this.lines[end]?.isSentence; end += 1) words += this.line(end).shape.words;
		return { lines: end - at, words };
	}

	/** Whether an article can begin with a line: a paragraph, or a sentence among sentences. */
	begins(at: number): boolean {
		const line = this.line(at);
		if (line.isListed && line.copies > 1) return false;
		if (line.isParagraph) return true;
		if (!line.isSentence || line.shape.bullet === "mark") return false;
		return this.lines.slice(at + 1, at + 3).some(({ isSentence }) => isSentence);
	}

	setAll(positions: readonly number[], kind: SegmentKind): void {
		for (const at of positions) this.kinds[at] = kind;
	}

	open(at: number, candidates: readonly number[]): void {
		const isPlain = !this.lines.slice(0, at).some(isFurniture);
		const headline = chooseHeadline(this.lines, candidates, at, isPlain);
		this.starts.push(headline ?? (this.starts.length === 0 ? 0 : at));
		this.headlines.push(headline);
		this.settleDays(headline ?? at, at);
		if (headline !== null) this.kinds[headline] = "HEADLINE";
		for (const between of candidates)
			if (between !== headline)
				this.kinds[between] = kindBefore(
					this.lines,
					this.line(between),
					headline === null ? null : this.line(headline),
					this.isPlain,
				);
		this.pending = [];
		this.goOn(at);
	}

	/** Days right at a headline are the article's; others before it are the page's own. */
	settleDays(headline: number, start: number): void {
		const from = this.starts.length > 1 ? headline : 0;
		for (let at = from; at < start; at += 1) {
			const { role } = this.line(at);
			if (role === null || !DAYS.has(role)) continue;
			const isOwn = at >= headline - 1 && !this.line(at).isListed;
			this.kinds[at] = isOwn ? KIND_OF_ROLE[role] : "CHROME";
		}
	}

	/** Takes a sentence into the body, and what stands between it and the one before. */
	goOn(at: number): void {
		if (this.place === "BODY" || this.ending === "rule") this.setAll(this.pending, "BODY");
		this.kinds[at] = "BODY";
		this.pending = [];
		this.place = "BODY";
		this.ending = null;
		this.lastSentence = at;
	}

	/** Ends the body before a line, and says what the lines behind its last sentence are. */
	close(role: Role | null): void {
		if (this.place !== "BODY") return;
		const tail = this.pending.map((at) => this.line(at));
		const isBody = tailIsBody(
			this.lines[this.lastSentence],
			tail,
			this.isPlain,
			role === "source" || role === "rule",
		);
		this.setAll(this.pending, isBody ? "BODY" : "RELATED");
		this.pending = [];
	}

	meetRole(at: number, role: Role): void {
		if (this.place === "BEFORE") return;
		if (DAYS.has(role) && this.place === "BEHIND" && this.ending !== "source")
			this.kinds[at] = "RELATED";
		if (ENDS.has(role)) {
			this.close(role);
			this.place = "BEHIND";
			// A source line does not undo that comments or tags came before.
			if (this.ending === null || role !== "source") this.ending = role;
			this.pending = [];
		} else if (role === "related-link" && this.place === "BODY") {
			const isLabelAlone =
				/[:\uff1a]?\s*$/u.test(this.line(at).text) && this.line(at).shape.words <= 3;
			if (!isLabelAlone) return;
			this.setAll(this.pending, "BODY");
			this.pending = [];
			this.place = "LINKS";
		} else if (role === "related-link") this.pending = [];
	}

	meetFree(at: number): void {
		const line = this.line(at);
		if (this.place === "BEFORE") {
			if (this.begins(at)) this.open(at, this.pending);
			else this.pending.push(at);
		} else if (this.place === "BODY") this.meetInBody(at, line);
		else if (this.isTextBehind(at)) this.meetTextBehind(at);
		else {
			this.kinds[at] = this.kindBehind(line);
			this.pending.push(at);
		}
	}

	meetInBody(at: number, line: Line): void {
		if (line.isSentence) this.goOn(at);
		else if (line.copies > 1 && !this.isPlain && line.shape.words <= LONGEST_HEADLINE)
			this.kinds[at] = "CHROME";
		else this.pending.push(at);
	}

	/** Behind links a sentence is text; behind the end of an article it takes a paragraph. */
	isTextBehind(at: number): boolean {
		const line = this.line(at);
		if (line.shape.bullet === "mark") return false;
		return this.place === "LINKS" ? line.isSentence : line.isParagraph;
	}

	kindBehind(line: Line): SegmentKind {
		if (this.ending === "footer") return "CHROME";
		if (this.ending === "comments" && line.isSentence) return "COMMENT";
		return line.shape.words > 2 ? "RELATED" : "CHROME";
	}

	/** The lines right before a text that can be its headline or stand below that. */
	candidatesBefore(at: number): number[] {
		const label = this.lines
			.slice(0, at)
			.findLastIndex(({ role }) => role === "related-link" || role === "related-section");
		return this.pending
			.filter((other) => other > label && this.line(other).shape.words > 2)
			.slice(-MOST_CANDIDATES);
	}

	hasDayBetween(from: number, to: number): boolean {
		return this.lines.slice(from, to).some(({ role }) => role !== null && DAYS.has(role));
	}

	/** Whether what begins here is another article, under the headline before it. */
	isAnother(at: number, headline: number): boolean {
		if (this.line(at).shape.continues || this.ending === "footer") return false;
		const { lines, words } = this.run(at);
		const isText = lines > 1 || words >= LONGER_THAN_TEASER;
		if (!isText) return false;
		const own = likeness(this.line(headline), this.lines.slice(at, at + 2));
		if (this.hasDayBetween(headline, at)) return own >= OWN_HEADLINE / 2;
		return this.ending !== null && own >= OWN_HEADLINE;
	}

	/** Whether the article that was left goes on here. */
	isContinued(at: number, headline: number | null): boolean {
		const { lines, words } = this.run(at);
		if (this.place === "LINKS" || this.ending === null) return true;
		if (this.ending === "footer" || this.ending === "comments") return false;
		if (this.line(at).shape.continues) return true;
		if (this.ending === "rule") return true;
		if (this.ending === "source") return headline === null || lines > 1;
		return this.ending === "related-section" && (lines > 1 || words >= LONGER_THAN_TEASER);
	}

	meetTextBehind(at: number): void {
		const candidates = this.candidatesBefore(at);
		const headline = chooseHeadline(this.lines, candidates, at, false);
		if (headline !== null && this.isAnother(at, headline)) {
			this.open(
				at,
				candidates.filter((other) => other >= headline),
			);
		} else if (this.isContinued(at, headline)) this.goOn(at);
		else {
			this.kinds[at] = this.kindBehind(this.line(at));
			this.pending = [];
		}
	}

	/** A page without a paragraph: its headline, and whatever sentences it has. */
	closeWithoutText(): void {
		const sentence = this.pending.find((at) => this.line(at).isSentence);
		if (sentence !== undefined) {
			const before = this.pending.filter((at) => at < sentence);
			const rest = this.pending.filter((at) => at > sentence);
			this.open(sentence, before);
			this.pending = rest;
			this.close(null);
			return;
		}
		const headline = chooseHeadline(this.lines, this.pending, this.lines.length, this.isPlain);
		this.starts.push(0);
		this.headlines.push(headline);
		for (const at of this.pending) this.kinds[at] = this.isPlain ? "BODY" : "CHROME";
		if (headline !== null) this.kinds[headline] = "HEADLINE";
	}

	arrange(): Arrangement {
		for (const [at, { role }] of this.lines.entries())
			if (role === null) this.meetFree(at);
			else this.meetRole(at, role);
		if (this.starts.length === 0 && this.lines.length > 0) this.closeWithoutText();
		else this.close(null);
		return { kinds: this.kinds, starts: this.starts, headlines: this.headlines };
	}
}

/**
 * Says of each line of a page what it is: the page is read from its first line to its last,
 * and every line is taken by its role, its looks and what stands before it. In doubt a line
 * beside sentences is part of the article.
 */
export function arrange(lines: readonly Line[]): Arrangement {
	return new Arranger(lines).arrange();
}
