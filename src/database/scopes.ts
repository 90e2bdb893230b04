import { type Sql, sql } from "./sql.ts";

/**
 * What a statement s has to do with the row that lists it: a condition on s for each
 * noun, given the row's slug.
 */
export const SCOPES = {
	article: (slug: Sql) => sql`s."articleSlug" = ${slug}`,
	speaker: (slug: Sql) =>
		sql`EXISTS (SELECT FROM "Attribution" WHERE "statementNumber" = s.number AND "speakerSlug" = ${slug})`,
	location: (slug: Sql) =>
		sql`EXISTS (SELECT FROM "StatementLocation" WHERE "statementNumber" = s.number AND "locationSlug" = ${slug})`,
	occasion: (slug: Sql) => sql`s."occasionSlug" = ${slug}`,
} as const satisfies Record<string, (slug: Sql) => Sql>;

/** A noun whose rows have lists of statements in them. */
export type Scope = keyof typeof SCOPES;
