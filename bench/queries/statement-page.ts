/** The fields of Q1 and Q4, as Aqwal and Mercurius are asked for them. */
export const STATEMENT_PAGE = `{
	nodes {
		slug
		text
		kind
		saidAt { edtf }
		article { slug title publishedAt { edtf } }
		speakers { slug name }
		locations { role location { slug name } }
	}
	pageInfo { hasNextPage endCursor }
}`;
