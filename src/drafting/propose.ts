import { contentOf } from "./content.ts";
import type { Borders } from "./content-end.ts";
import { creditedClause, isOwnClause } from "./credited.ts";
import type { Cue } from "./cues/cue.ts";
import { type According, findAccordings } from "./cues/find-according.ts";
import { findQuotationsFirst } from "./cues/find-quotations.ts";
import { findVerbCues } from "./cues/find-verbs.ts";
import { IN } from "./letters.ts";
import { isBeside, isNested } from "./nested.ts";
import type { Proposal } from "./proposal.ts";
import { isAddressed } from "./resolve/addressed.ts";
import { outletSpokenTo } from "./resolve/outlet-spoken-to.ts";
import {
	creditsOf,
	isOutlet,
	isRelaying,
	type RelayFrame,
	readRelayFrame,
} from "./resolve/relay.ts";
import { Resolver } from "./resolve/resolver.ts";
import type { Speaker } from "./resolve/speaker.ts";
import { governedBy, subjectBefore } from "./resolve/subject.ts";
import { isSameSentence, isSentenceStart } from "./sentence.ts";
import type { Entities } from "./source/entities.ts";
import { jointMentions } from "./source/joint.ts";
import { briefMentionIn, mentionIn } from "./source/mention.ts";
import type { Stretch } from "./source/stretch.ts";
import type { TokenisedText } from "./tokens.ts";
import { grammar } from "./words.ts";

/** "Already", behind who had spoken: qad. */
const ALREADY = "\u0642\u062f";

/** The cues of a text in reading order, and where "according to" begins. */
interface Found extends Borders {
	readonly inOrder: readonly Cue[];
	readonly credits: readonly According[];
}

function findCues(text: TokenisedText): Found {
	const verbs = findVerbCues(text);
	const opened = new Set(verbs.flatMap(({ content }) => [content, content + 1]));
	const own = new Set(
		verbs.filter(({ opening }) => opening !== "NOMINAL").map(({ start }) => start),
	);
	const behind = findQuotationsFirst(text, opened, own);
	// A verb behind its quotation has no other content, but where the quotation opens again.
	const isBehind = new Set(behind.map(({ start }) => start).filter((start) => !own.has(start)));
	const inOrder = [...verbs.filter(({ start }) => !isBehind.has(start)), ...behind].toSorted(
		(a, b) => a.start - b.start,
	);
	const credits = findAccordings(text);
	return {
		inOrder,
		credits,
		cues: new Map(inOrder.map((cue) => [cue.start, cue])),
		accordings: new Set(credits.map(({ start }) => start)),
	};
}

/** Credited clauses stand behind those that have a cue. */
function isCredited({ cue }: Proposal): number {
	return cue.opening === "BEFORE" ? 1 : 0;
}

/** Finds the statements of one text, one cue after the other. */
class Proposer {
	readonly #text: TokenisedText;
	readonly #resolver: Resolver;
	readonly #found: Found;
	readonly #proposals: Proposal[] = [];
	readonly #taken = new Set<number>();

	constructor(text: TokenisedText, entities: Entities) {
		this.#text = text;
		this.#resolver = new Resolver(text, entities);
		this.#found = findCues(text);
	}

	run(): Proposal[] {
		let read = 0;
		const { credits } = this.#found;
		for (const cue of this.#found.inOrder) {
			// A sentence that credits a source has been read when the next one goes on with him.
			const next = credits.findIndex(({ start }) => !this.#isSentenceBefore(start, cue.start));
			const end = next < 0 ? credits.length : next;
			for (const credit of credits.slice(read, end)) this.#readCredit(credit);
			read = Math.max(read, end);
			this.#readCue(cue);
		}
		for (const credit of credits.slice(read)) this.#readCredit(credit);
		return this.#proposals.toSorted((one, other) => isCredited(one) - isCredited(other));
	}

	#isSentenceBefore(one: number, other: number): boolean {
		const { tokens } = this.#text;
		return (tokens[one]?.sentence ?? 0) < (tokens[other]?.sentence ?? 0);
	}

	#readCredit(credit: According): void {
		const proposal = creditedClause(
			this.#text,
			credit,
			this.#proposals,
			this.#found,
			this.#resolver,
		);
		if (proposal === null || this.#taken.has(proposal.content.start)) return;
		this.#proposals.push(proposal);
		this.#taken.add(proposal.content.start);
		// Outlets are credited for what others say: these go on.
		if (proposal.speakers[0]?.kind !== "MEDIA")
			this.#resolver.remember(proposal.cue, proposal.speakers, false);
	}

	#readCue(cue: Cue): void {
		const content = contentOf(this.#text, cue, this.#found);
		if (content === null || this.#taken.has(content.start)) return;
		const isInside = this.#proposals.some(
			(other) => other.content.start <= cue.start && cue.start < other.content.end,
		);
		const frame = readRelayFrame(this.#text, cue);
		const mention = this.#mentionOf(cue, frame);
		if (isRelaying(cue) && frame === null && !isOutlet(this.#text, mention)) return;
		if (isInside && !isNested(this.#text, cue, mention)) return;
		const isAlone = mention === null && isBeside(this.#text, cue, this.#proposals);
		if (isAlone && this.#resolver.subjectOf(cue) === null) return;
		const speakers = this.#speakersOf(cue, mention);
		if (speakers === null) return;
		const via = this.#relaysOf(cue, mention, frame?.relay ?? null, speakers);
		if (!isInside) this.#resolver.remember(cue, speakers, frame !== null);
		this.#proposals.push({ cue, content, speakers, via });
		this.#taken.add(content.start);
	}

	/** Who had already spoken, between "had" and "already": behind the verb stands whom he spoke to. */
	#mentionBeforeAlready(cue: Cue): Stretch | null {
		if (this.#text.tokens[cue.start - 1]?.folded !== ALREADY) return null;
		const subject = subjectBefore(this.#text, cue);
		const before = this.#text.tokens[(subject?.start ?? 0) - 1];
		return grammar.had.has(before?.folded ?? "") ? subject : null;
	}

	/** The words that name who speaks: behind the cue, before it, or beside the verb that governs it. */
	#mentionOf(cue: Cue, frame: RelayFrame | null): Stretch | null {
		const isInside =
			cue.form?.verb.frames.has("inside") === true && this.#text.tokens[cue.end]?.folded === IN;
		const from = isInside ? cue.end + 1 : cue.end;
		const already = this.#mentionBeforeAlready(cue);
		if (already !== null) return already;
		const behind = frame?.source ?? mentionIn(this.#text, from, cue.marker);
		const isSpokenTo =
			behind !== null && isAddressed(this.#text, cue, behind, this.#proposals.length === 0);
		return (
			(isSpokenTo ? null : behind) ?? governedBy(this.#text, cue) ?? subjectBefore(this.#text, cue)
		);
	}

	#speakersOf(cue: Cue, mention: Stretch | null): readonly Speaker[] | null {
		if (mention === null) return this.#resolver.goesOn(cue);
		const joint = jointMentions(this.#text, mention);
		if (joint.length > 1) return joint.map((part) => this.#resolver.describe(part));
		const takesPerson = cue.form?.verb.frames.has("person") === true;
		const pointed = takesPerson ? briefMentionIn(this.#text, mention.start, mention.end) : mention;
		if (pointed === null) return this.#resolver.goesOn(cue);
		return jointMentions(this.#text, pointed).map((part) => this.#resolver.describe(part));
	}

	#relaysOf(
		cue: Cue,
		mention: Stretch | null,
		relay: Stretch | null,
		speakers: readonly Speaker[],
	): Speaker[] {
		if (relay !== null) return [this.#resolver.describe(relay)];
		const outlet = isRelaying(cue) ? null : outletSpokenTo(this.#text, cue, mention);
		if (outlet !== null) return [this.#resolver.describe(outlet)];
		const [credit] = creditsOf(this.#text, this.#found.credits, cue).filter(
			(one) => !isOwnClause(this.#text, one, this.#found),
		);
		if (credit !== undefined) {
			const relay = this.#resolver.describe(credit.mention);
			// A speaker's own communique passes nothing on.
			return speakers.some(({ name }) => name === relay.name) ? [] : [relay];
		}
		const last = this.#proposals.at(-1);
		const inherits =
			cue.form?.form === "PARTICIPLE" &&
			last !== undefined &&
			// A sentence that begins with a participle goes on with the one before.
			(isSameSentence(this.#text, last.cue.start, cue.start) ||
				isSentenceStart(this.#text, cue.start));
		return inherits ? [...last.via] : [];
	}
}

/**
 * Finds the statements of a text and who speaks in each.
 *
 * @param entities whom the text names; those that it names beside a cue are added
 * @returns in the order of their cues, credited clauses last
 */
export function propose(text: TokenisedText, entities: Entities): Proposal[] {
	return new Proposer(text, entities).run();
}
