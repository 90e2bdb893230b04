import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type { PrismaClient } from "../generated/prisma/client.ts";

/** Makes what connects Prisma to an open database; asked for only when Prisma is needed. */
export type AdapterMaker = () => Promise<SqlMigrationAwareDriverAdapterFactory>;

/** The one Prisma client of a database. */
export interface Writer {
	/** Makes the client the first time. */
	open(): Promise<PrismaClient>;
	/** Ends the client's part of the connections, if there is one. */
	close(): Promise<void>;
}

/** A Prisma client that is loaded and made when it is first asked for: most starts only read. */
export function createWriter(adapter: AdapterMaker): Writer {
	let client: Promise<PrismaClient> | undefined;
	const make = async () => {
		const generated = await import("../generated/prisma/client.ts");
		return new generated.PrismaClient({ adapter: await adapter() });
	};
	return {
		open: () => {
			client ??= make();
			return client;
		},
		close: async () => {
			await (await client)?.$disconnect();
		},
	};
}
