import type { TadaDocumentNode } from "gql.tada";
import { useState } from "preact/hooks";
import { ask } from "./api.ts";
import { type Asked, useAsked } from "./use-asked.ts";

/** A page of a list, as Relay's connections have them. */
interface Page<Row> {
	readonly rows: readonly Row[];
	readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** A list that is read page by page. */
interface Pages<Data, Row> {
	/** The first page. */
	readonly asked: Asked<Data>;
	/** Of all pages that were read. */
	readonly rows: readonly Row[];
	readonly hasMore: boolean;
	/** Whether the next page could not be had. */
	readonly isFailing: boolean;
	readonly more: () => Promise<void>;
}

/** Pages that were read after the first one. */
interface Further<Row> {
	/** Of which list they are. */
	readonly key: string;
	readonly rows: readonly Row[];
	readonly next: string | null;
}

function nextOf({ pageInfo }: Page<unknown>): string | null {
	return pageInfo.hasNextPage ? pageInfo.endCursor : null;
}

/**
 * Reads a list page by page; with other variables it begins anew.
 *
 * @param pageOf finds the page in an answer
 */
export function usePages<Data, Variables extends { after?: string | null }, Row>(
	document: TadaDocumentNode<Data, Variables>,
	variables: Variables,
	pageOf: (data: Data) => Page<Row>,
): Pages<Data, Row> {
	const key = JSON.stringify(variables);
	const asked = useAsked(document, variables);
	const [further, setFurther] = useState<Further<Row> | null>(null);
	const [isFailing, setFailing] = useState(false);
	const first = asked.data === null ? null : pageOf(asked.data);
	const own = further?.key === key ? further : null;
	const next = own === null ? first && nextOf(first) : own.next;
	const more = async () => {
		try {
			const page = pageOf(
				await ask(document, { ...variables, after: next }, new AbortController().signal),
			);
			setFailing(false);
			setFurther({ key, rows: [...(own?.rows ?? []), ...page.rows], next: nextOf(page) });
		} catch {
			setFailing(true);
		}
	};
	const rows = [...(first?.rows ?? []), ...(own?.rows ?? [])];
	return { asked, rows, hasMore: next !== null && !asked.isWaiting, isFailing, more };
}
