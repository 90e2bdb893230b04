import { useEffect, useState } from "preact/hooks";
import { feature } from "topojson-client";
import { built } from "./built.ts";

type Topology = Parameters<typeof feature>[0];
/** The outlines of the countries. */
export type World = ReturnType<typeof feature>;

let asked: Promise<World | null> | undefined;

async function read(): Promise<World | null> {
	try {
		const response = await fetch(built.worldPath, { priority: "low" });
		const topology = (await response.json()) as Topology;
		const { countries } = topology.objects;
		return countries === undefined ? null : feature(topology, countries);
	} catch {
		// The next map asks again; the circles and the list say the same without the outlines.
		asked = undefined;
		return null;
	}
}

/**
 * Asks for the outlines of the countries, once for all maps. A view that will have a map calls it
 * before the map's own data are there; null where they cannot be had.
 */
export function loadWorld(): Promise<World | null> {
	asked ??= read();
	return asked;
}

/** The outlines of the countries; null until they are there. */
export function useWorld(): World | null {
	const [world, setWorld] = useState<World | null>(null);
	useEffect(() => {
		void loadWorld().then((loaded) => setWorld(() => loaded));
	}, []);
	return world;
}
