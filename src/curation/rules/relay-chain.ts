import type { Rule } from "../rule.ts";

/** Nobody relays their own statement, and nobody relays it twice. */
export const relayChain: Rule = {
	name: "relay-chain",
	check({ articles }, report) {
		for (const { source, statements } of articles)
			for (const { entry, path } of statements) {
				const relays = (entry.relays ?? []).map(({ speaker }) => speaker);
				for (const [index, relay] of relays.entries()) {
					const place = source.at([...path, "relays", index, "speaker"]);
					if (entry.speakers.some(({ speaker }) => speaker === relay))
						report(
							place,
							`expected a relay that is not a speaker of the statement, found ${relay}, who is`,
						);
					if (relays.indexOf(relay) < index)
						report(place, `expected each relay once, found ${relay} again`);
				}
			}
	},
};
