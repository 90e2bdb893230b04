import { z } from "zod";

/** A setting that the process was started with and cannot be used. */
export class ConfigurationError extends Error {
	override readonly name = "ConfigurationError";
}

function isDatabaseUrl(value: string): boolean {
	return /^postgres(ql)?:\/\//.test(value) && URL.canParse(value);
}

const LARGEST_PORT = 65_535;

const environment = z.object({
	PORT: z
		.string()
		.default("4000")
		.refine((value) => /^\d{1,5}$/.test(value) && Number(value) <= LARGEST_PORT, {
			error: `expected a port from 0 to ${LARGEST_PORT}`,
		})
		.transform(Number),
	HOST: z.string().min(1, { error: "expected a host name or an address" }).default("localhost"),
	DATABASE_URL: z
		.string()
		.optional()
		.refine((value) => value === undefined || value === "" || isDatabaseUrl(value), {
			error: "expected a URL like postgresql://user@host:5432/database",
		}),
	DATA_FOLDER: z.string().min(1, { error: "expected the path of a folder" }).default("data"),
});

/** How the process was asked to run. */
export interface Configuration {
	/** 0 for any that is free. */
	readonly port: number;
	readonly host: string;
	/** Where the corpus is: a PostgreSQL server, or a folder for the embedded database. */
	readonly database: { readonly url: string } | { readonly folder: string };
}

/** A password does not belong in a message. */
function shown(name: string, value: unknown): string {
	return name === "DATABASE_URL" ? "another value" : JSON.stringify(value);
}

/**
 * Reads the settings from the environment: PORT (4000), HOST (localhost),
 * DATABASE_URL (none: the embedded database), DATA_FOLDER (data). The only reader of
 * settings in process.env.
 *
 * @throws ConfigurationError that names every wrong setting, in one line
 */
export function readConfiguration(values: NodeJS.ProcessEnv = process.env): Configuration {
	const result = environment.safeParse(values, { reportInput: true });
	if (!result.success) {
		const faults = result.error.issues.map(({ path, message, input }) => {
			const name = String(path[0]);
			return `${name}: ${message}, found ${shown(name, input)}`;
		});
		throw new ConfigurationError(faults.join("; "));
	}
	const { PORT: port, HOST: host, DATABASE_URL: url, DATA_FOLDER: folder } = result.data;
	return { port, host, database: url ? { url } : { folder } };
}
