import {
	type CorpusSummary,
	type Coverage as CoverageShape,
	type ExcludedText as ExcludedTextShape,
	readCoverage,
	readSummary,
} from "../database/coverage.ts";
import { builder } from "./builder.ts";
import { SegmentKind } from "./document.ts";
import { loadBy } from "./load.ts";
import { Article } from "./refs.ts";

const ExcludedText = builder.objectRef<ExcludedTextShape>("ExcludedText").implement({
	description: "How much text of one kind was left out of the articles.",
	fields: (t) => ({
		kind: t.expose("kind", { type: SegmentKind, description: "What was left out." }),
		segmentCount: t.exposeInt("segmentCount", {
			description: "How many parts of this kind there are.",
		}),
		characterCount: t.exposeInt("characterCount", {
			description: "How long they are together, in Unicode code points.",
		}),
	}),
});

const Coverage = builder.objectRef<CoverageShape>("Coverage").implement({
	description:
		"What the corpus does not know or leaves out, as data. Everything is counted without drafts, but for the numbers of drafts themselves.",
	fields: (t) => ({
		undatedArticles: t.exposeInt("undatedArticles", {
			description: "Articles whose date is unknown.",
		}),
		undatedStatements: t.exposeInt("undatedStatements", {
			description: "Statements of which nobody knows when they were said.",
		}),
		impreciseStatements: t.exposeInt("impreciseStatements", {
			description: "Statements that are dated, but not to the day.",
		}),
		unattributedStatements: t.exposeInt("unattributedStatements", {
			description: "Statements whose speaker is of kind UNKNOWN.",
		}),
		anonymousStatements: t.exposeInt("anonymousStatements", {
			description: "Statements of a source that the article describes and does not name.",
		}),
		droppedSubjects: t.exposeInt("droppedSubjects", {
			description:
				"Statements whose speaker the sentence does not mention: resolved by reading on from what stands before.",
		}),
		draftStatements: t.exposeInt("draftStatements", {
			description: "Statements that are proposals, which nobody has confirmed.",
		}),
		draftArticles: t.exposeInt("draftArticles", {
			description:
				"Articles that are proposals: nobody has confirmed them, nor a statement in them.",
		}),
		draftSpeakers: t.exposeInt("draftSpeakers", {
			description: "Speakers whom nothing but drafts names.",
		}),
		draftLocations: t.exposeInt("draftLocations", {
			description: "Places that nothing but drafts names.",
		}),
		articlesWithoutPublisher: t.exposeInt("articlesWithoutPublisher", {
			description: "Articles whose page does not tell the outlet.",
		}),
		articlesWithoutStatements: t.field({
			type: [Article],
			description: "Articles in which nobody says anything, as far as that has been confirmed.",
			resolve: ({ articlesWithoutStatements }, _args, { loaders }) =>
				loadBy(loaders.article, articlesWithoutStatements),
		}),
		excludedText: t.field({
			type: [ExcludedText],
			description: "What was left out of the scraped pages, by kind.",
			resolve: ({ excludedText }) => excludedText,
		}),
	}),
});

const Corpus = builder.objectRef<CorpusSummary>("Corpus").implement({
	description: "What was seeded. Its numbers leave out drafts, which coverage counts.",
	fields: (t) => ({
		version: t.exposeString("version", {
			description: "A digest of what was seeded: the same files give the same version.",
		}),
		seededAt: t.expose("seededAt", { type: "DateTime", description: "When it was seeded." }),
		articleCount: t.exposeInt("articleCount", {
			description: "How many curated articles there are.",
		}),
		statementCount: t.exposeInt("statementCount", {
			description: "How many curated statements there are.",
		}),
		speakerCount: t.exposeInt("speakerCount", {
			description:
				"How many speakers there are, those included who are only spoken to; not those whom only drafts name.",
		}),
		locationCount: t.exposeInt("locationCount", {
			description: "How many places there are; not those that only drafts name.",
		}),
		coverage: t.field({
			type: Coverage,
			description: "What is missing or unresolved.",
			resolve: (_corpus, _args, { reader }) => readCoverage(reader),
		}),
	}),
});

builder.queryField("corpus", (t) =>
	t.field({
		type: Corpus,
		description: "What was seeded, and what it does not cover.",
		resolve: (_root, _args, { reader }) => readSummary(reader),
	}),
);
