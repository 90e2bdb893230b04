import type { Rule } from "../rule.ts";
import { articleExtent } from "./article-extent.ts";
import { attributionRoles } from "./attribution-roles.ts";
import { datesFit } from "./dates-fit.ts";
import { documentsAnnotated } from "./documents-annotated.ts";
import { graphemeBorders } from "./grapheme-borders.ts";
import { kindFitsQuotes } from "./kind-fits-quotes.ts";
import { knownSlug } from "./known-slug.ts";
import { locationTree } from "./location-tree.ts";
import { mentionsName } from "./mentions-name.ts";
import { officeHeld } from "./office-held.ts";
import { officeTerms } from "./office-terms.ts";
import { parentContains } from "./parent-contains.ts";
import { placesLinked } from "./places-linked.ts";
import { quotationsExplained } from "./quotations-explained.ts";
import { readingOrder } from "./reading-order.ts";
import { relayChain } from "./relay-chain.ts";
import { segmentsCover } from "./segments-cover.ts";
import { spansNest } from "./spans-nest.ts";
import { uniqueIdentifier } from "./unique-identifier.ts";
import { uniqueSlug } from "./unique-slug.ts";

/** Every rule of the corpus, by name; each has a file here and a test of its name. */
export const rules: readonly Rule[] = [
	articleExtent,
	attributionRoles,
	datesFit,
	documentsAnnotated,
	graphemeBorders,
	kindFitsQuotes,
	knownSlug,
	locationTree,
	mentionsName,
	officeHeld,
	officeTerms,
	parentContains,
	placesLinked,
	quotationsExplained,
	readingOrder,
	relayChain,
	segmentsCover,
	spansNest,
	uniqueIdentifier,
	uniqueSlug,
];
