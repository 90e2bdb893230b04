import { geoEqualEarth, geoPath } from "d3-geo";
import { scaleSqrt } from "d3-scale";
import type { ResultOf } from "gql.tada";
import { useEffect, useState } from "preact/hooks";
import { feature } from "topojson-client";
import { type Narrowed, type View, withValue } from "./address.ts";
import { built } from "./built.ts";

import { PlacePositions, type Places } from "./queries.ts";
import { Link, useSpeech } from "./speech.tsx";
import { StateLine } from "./state-line.tsx";
import { useAsked } from "./use-asked.ts";

const [WIDTH, HEIGHT] = [640, 360];
/** The largest circle, in units of the drawing. */
const LARGEST = 26;
const SMALLEST = 5;
/** Between a circle and its name, and around all of them. */
const [GAP, BORDER] = [3, 40];
/** How much of the world is shown around a place at the least, in degrees. */
const AROUND = 8;
/** Where the map looks while no place of it is known. */
const MIDDLE = [40, 30] as const;

type World = Parameters<typeof feature>[0];

/** The outlines of the countries, loaded once; null until they are there, or where they cannot be had. */
function useWorld(): ReturnType<typeof feature> | null {
	const [world, setWorld] = useState<ReturnType<typeof feature> | null>(null);
	useEffect(() => {
		fetch(built.worldPath)
			.then((response) => response.json() as Promise<World>)
			.then((topology) => {
				const { countries } = topology.objects;
				if (countries !== undefined) setWorld(feature(topology, countries));
			})
			// The circles and the list say the same without the outlines.
			.catch(() => undefined);
	}, []);
	return world;
}

/** A place with how much is said of it. */
interface Dot {
	readonly slug: string;
	readonly name: string;
	readonly count: number;
	readonly at: readonly [number, number] | null;
}

function dotsOf(
	{ places, positions }: Places,
	others: ResultOf<typeof PlacePositions>["nodes"],
): Dot[] {
	const known = new Map(
		[...positions.nodes, ...others].flatMap((one) =>
			one !== null && "id" in one ? [[one.id, one] as const] : [],
		),
	);
	return places.rows.flatMap(({ locationId, location, count }) => {
		const found = known.get(locationId ?? "");
		if (found === undefined || location === null) return [];
		const { slug, latitude, longitude } = found;
		const at = latitude === null || longitude === null ? null : ([longitude, latitude] as const);
		return [{ slug, name: location, count, at }];
	});
}

/** Two corners around a place, so that one place alone is seen in its region. */
function around([longitude, latitude]: readonly [number, number]): [number, number][] {
	return [
		[longitude - AROUND, Math.max(-85, latitude - AROUND)],
		[longitude + AROUND, Math.min(85, latitude + AROUND)],
	];
}

/** About how wide a letter of a label is, and how high, in units of the drawing. */
const [LETTER, LINE] = [5.5, 12];

/** Those whose names can stand on the map without standing on each other; the first come first. */
function labelled(
	drawn: readonly {
		readonly slug: string;
		readonly name: string;
		readonly x: number;
		readonly y: number;
	}[],
): Set<string> {
	const kept: { left: number; right: number; y: number; slug: string }[] = [];
	for (const { slug, name, x, y } of drawn) {
		const half = (name.length * LETTER) / 2;
		const box = { left: x - half, right: x + half, y, slug };
		const isFree = kept.every(
			(other) => Math.abs(other.y - y) > LINE || other.right < box.left || other.left > box.right,
		);
		if (isFree) kept.push(box);
	}
	return new Set(kept.map(({ slug }) => slug));
}

interface PlaceMapProps {
	readonly data: Places;
	readonly narrowed: Narrowed;
}

/** Where that lies which is spoken of; the same stands below as a list. */
export function PlaceMap({ data, narrowed }: PlaceMapProps) {
	const known = new Set(data.positions.nodes.map(({ id }) => id));
	const missing = data.places.rows.flatMap(({ locationId: id }) =>
		id === null || known.has(id) ? [] : [id],
	);
	const asked = useAsked(PlacePositions, missing.length === 0 ? null : { ids: missing });
	const dots = dotsOf(data, asked.data?.nodes ?? []);
	if (dots.length === 0) return <StateLine asked={asked} />;
	return <Drawn data={data} dots={dots} narrowed={narrowed} />;
}

/** The map once it is known where the places are. */
function Drawn({ data, dots, narrowed }: PlaceMapProps & { readonly dots: readonly Dot[] }) {
	const { say, count, number } = useSpeech();
	const world = useWorld();
	const placed = dots
		.flatMap(({ at, ...dot }) => (at === null ? [] : [{ ...dot, at: [...at] as [number, number] }]))
		.toSorted((one, other) => other.count - one.count);
	const projection = geoEqualEarth().fitExtent(
		[
			[BORDER, BORDER],
			[WIDTH - BORDER, HEIGHT - BORDER],
		],
		{
			type: "MultiPoint",
			coordinates: (placed.length > 0 ? placed : [{ at: MIDDLE }]).flatMap(({ at }) => around(at)),
		},
	);
	const path = geoPath(projection);
	const radius = scaleSqrt([0, Math.max(1, ...dots.map((dot) => dot.count))], [SMALLEST, LARGEST]);
	const drawn = placed.map(({ at, ...dot }) => {
		const [x, y] = projection(at) ?? [0, 0];
		return { ...dot, x, y, r: radius(dot.count) };
	});
	const named = labelled(drawn.map((dot) => ({ ...dot, y: dot.y - dot.r - GAP })));
	const viewOf = (slug: string): View => ({
		name: "statements",
		narrowed: withValue(narrowed, "place", slug),
	});
	return (
		<figure class="map">
			<figcaption>
				{say("map")}
				{data.places.unknownCount > 0 && (
					<span class="quiet"> · {say("unplaced", { n: number(data.places.unknownCount) })}</span>
				)}
			</figcaption>
			<svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
				<title>{say("mapHelp")}</title>
				{world !== null && <path class="land" d={path(world) ?? ""} />}
				{drawn.map(({ slug, name, count: found, x, y, r }) => {
					const label = `${name}: ${count("statementCount", found)}`;
					return (
						<Link key={slug} class="dot" to={viewOf(slug)} label={label}>
							<circle cx={x} cy={y} r={r} />
							{named.has(slug) && (
								<text x={x} y={y - r - GAP}>
									{name}
								</text>
							)}
							<title>{label}</title>
						</Link>
					);
				})}
			</svg>
			<details>
				<summary>{say("placesAsList")}</summary>
				<ul class="chips">
					{dots.map(({ slug, name, count: found }) => (
						<li key={slug}>
							<Link to={viewOf(slug)}>
								<bdi>{name}</bdi> <span class="number">{number(found)}</span>
							</Link>
						</li>
					))}
				</ul>
			</details>
		</figure>
	);
}
