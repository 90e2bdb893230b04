import type { Path } from "../format/yaml.ts";
import type { LocatedStatement } from "../located.ts";
import type { Rule } from "../rule.ts";

interface Fault {
	readonly path: Path;
	readonly message: string;
}

function roleFaults({ entry, path }: LocatedStatement): Fault[] {
	const { speakers } = entry;
	return speakers.flatMap(({ speaker, role }, index) => {
		const faults: Fault[] = [];
		const at = [...path, "speakers", index];
		if (speakers.length === 1 && role === "JOINT")
			faults.push({
				path: [...at, "role"],
				message: "expected at least two speakers of role JOINT, found one",
			});
		if (speakers.length > 1 && role !== undefined && role !== "JOINT")
			faults.push({
				path: [...at, "role"],
				message: `expected role JOINT for each of several speakers, found ${role}`,
			});
		if (speakers.findIndex((other) => other.speaker === speaker) < index)
			faults.push({
				path: [...at, "speaker"],
				message: `expected each speaker once, found ${speaker} again`,
			});
		return faults;
	});
}

function resolutionFaults({ entry, path }: LocatedStatement): Fault[] {
	return entry.speakers.flatMap(({ resolution, mention }, index): Fault[] => {
		const at = [...path, "speakers", index, "resolution"];
		if ((resolution === "HEADLINE") !== (entry.in === "TITLE"))
			return [
				{
					path: at,
					message: `expected resolution HEADLINE in the headline and only there, found ${resolution} in the ${entry.in === "TITLE" ? "headline" : "body"}`,
				},
			];
		if (resolution === "DROPPED_SUBJECT" && mention !== undefined)
			return [{ path: at, message: "expected no mention for a dropped subject, found one" }];
		if (resolution !== "DROPPED_SUBJECT" && mention === undefined)
			return [{ path: at, message: `expected a mention for resolution ${resolution}, found none` }];
		return [];
	});
}

/** Joint speakers are several, a single one is not joint, and a mention is there unless the subject is dropped. */
export const attributionRoles: Rule = {
	name: "attribution-roles",
	check({ articles }, report) {
		for (const { source, statements } of articles)
			for (const statement of statements)
				for (const { path, message } of [...roleFaults(statement), ...resolutionFaults(statement)])
					report(source.at(path), message);
	},
};
