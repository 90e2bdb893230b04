import { NOUN_VIEWS } from "./nouns.ts";
import { STATEMENT_VIEWS } from "./statements.ts";
import type { View } from "./view.ts";

/**
 * All views, for people who ask in SQL: dashboards of Metabase, Superset and the like. What
 * is a draft is in none of them. It is no secret, as the API gives it to whoever asks for it,
 * so the views are no barriers of security: those would keep conditions from the indexes.
 */
export const VIEWS: readonly View[] = [...STATEMENT_VIEWS, ...NOUN_VIEWS];
