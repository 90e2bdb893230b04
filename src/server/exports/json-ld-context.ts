/** Terms of a vocabulary under their own names. */
function termsOf(prefix: string, names: readonly string[]): Record<string, string> {
	return Object.fromEntries(names.map((name) => [name, `${prefix}:${name}`]));
}

const SCHEMA_TERMS = [
	...["Dataset", "Event", "NewsArticle", "NewsMediaOrganization", "Organization", "Person"],
	...["Place", "Quotation", "about", "creativeWorkStatus", "dateCreated", "datePublished"],
	...["headline", "identifier", "inLanguage", "isBasedOn", "isPartOf", "locationCreated"],
	...["mentions", "name", "publisher", "recordedAt", "spokenByCharacter", "text", "version"],
];

const ANNOTATION_TERMS = [
	...["SpecificResource", "TextPositionSelector", "TextQuoteSelector"],
	...["exact", "prefix", "suffix"],
];

/** What no public vocabulary has a word for: how words are given, to whom, through whom, and what a date rests on. */
const OWN_TERMS = [
	...["addressee", "dateBasis", "relayedBy", "speechAct", "statementKind", "verbatim"],
];

/**
 * What the words of the document mean. It stands in the document itself, so that
 * nothing has to be fetched to read it. The words of the Web Annotation vocabulary are
 * those of its own context.
 *
 * @see https://schema.org/docs/full.html
 * @see https://www.w3.org/TR/annotation-vocab/
 * @see https://id.loc.gov/datatypes/edtf.html
 */
export const CONTEXT = {
	schema: "https://schema.org/",
	oa: "http://www.w3.org/ns/oa#",
	xsd: "http://www.w3.org/2001/XMLSchema#",
	edtf: "http://id.loc.gov/datatypes/edtf/",
	aqwal: "urn:aqwal:term:",
	...termsOf("schema", SCHEMA_TERMS),
	...termsOf("oa", ANNOTATION_TERMS),
	...termsOf("aqwal", OWN_TERMS),
	sameAs: { "@id": "schema:sameAs", "@type": "@id" },
	source: { "@id": "oa:hasSource", "@type": "@id" },
	selector: { "@id": "oa:hasSelector" },
	start: { "@id": "oa:start", "@type": "xsd:nonNegativeInteger" },
	end: { "@id": "oa:end", "@type": "xsd:nonNegativeInteger" },
};
