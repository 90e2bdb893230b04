import type { Rule } from "../rule.ts";

/** Every document has at least one article. */
export const documentsAnnotated: Rule = {
	name: "documents-annotated",
	check({ documents, halfRead, articles }, report) {
		const used = new Set([...halfRead, ...articles.map(({ document }) => document.fileName)]);
		for (const fileName of documents.keys())
			if (!used.has(fileName))
				report(
					{ file: `documents/${fileName}`, line: 1, column: 1 },
					"expected a file in articles that names this document, found none",
				);
	},
};
