import { defineConfig } from "prisma/config";

/** What the Prisma command line needs to know; the server itself reads src/config.ts. */
export default defineConfig({
	schema: "prisma/schema.prisma",
	migrations: { path: "prisma/migrations" },
	...(process.env.DATABASE_URL ? { datasource: { url: process.env.DATABASE_URL } } : {}),
});
