/** What the database's thread can be asked for. */
export type Request =
	| { readonly kind: "open"; readonly archive: ArrayBuffer | null }
	/** Leaves the session as a new one has it, for a client that begins. */
	| { readonly kind: "connect" }
	/** Whole messages of PostgreSQL's protocol, which are answered in it. */
	| { readonly kind: "ask"; readonly messages: Uint8Array<ArrayBuffer> }
	| { readonly kind: "dump" };

/** A request on its way, with the number that its replies carry. */
export type Order = Request & { readonly number: number };

/** What the thread replies: any number of parts, and then that it is done or has failed. */
export type Reply = { readonly number: number } & (
	| { readonly kind: "part"; readonly bytes: Uint8Array<ArrayBuffer> }
	| { readonly kind: "done"; readonly bytes: Uint8Array<ArrayBuffer> }
	| { readonly kind: "failed"; readonly error: Error }
	/** As "failed", and nothing will be answered any more. */
	| { readonly kind: "broken"; readonly error: Error }
);
