import { type GeoProjection, geoEqualEarth, geoPath } from "d3-geo";
import { scaleSqrt } from "d3-scale";
import type { ResultOf } from "gql.tada";
import { useState } from "preact/hooks";
import { type Narrowed, type View, withValue } from "./address.ts";
import { labelled, type Point, regionOf, type Weighed } from "./map-region.ts";
import { PlacePositions, type Places } from "./queries.ts";
import { Link, useSpeech } from "./speech.tsx";
import { StateLine } from "./state-line.tsx";
import { useAsked } from "./use-asked.ts";
import { useWidth } from "./use-width.ts";
import { useWorld } from "./use-world.ts";

/** How wide the map is taken to be until it is measured; all sizes are in CSS pixels. */
const USUAL_WIDTH = 640;
const [LOWEST, HIGHEST] = [300, 460];
/** The circles, by how much is said. */
const [SMALLEST, LARGEST] = [7, 30];
/** Between a circle and its name, and around all of them. */
const [GAP, BORDER] = [4, 44];
/** How much of the world is shown around a place at the least, in degrees. */
const AROUND = 4;
/** Where the map looks while no place of it is known. */
const MIDDLE: Point = [40, 30];

/** A place with how much is said of it. */
interface Dot {
	readonly slug: string;
	readonly name: string;
	readonly count: number;
	readonly at: Point | null;
}
type Placed = Dot & Weighed;

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
function around([longitude, latitude]: Point): [number, number][] {
	return [
		[longitude - AROUND, Math.max(-85, latitude - AROUND)],
		[longitude + AROUND, Math.min(85, latitude + AROUND)],
	];
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

/**
 * Fits a map to the region where most is said, or to the whole world.
 *
 * @returns the projection, to CSS pixels
 */
function projectionOf(
	placed: readonly Placed[],
	isWhole: boolean,
	[width, height]: readonly [number, number],
): GeoProjection {
	if (isWhole) return geoEqualEarth().fitSize([width, height], { type: "Sphere" });
	const region = placed.length > 0 ? regionOf(placed) : [{ at: MIDDLE }];
	const longitudes = region.map(({ at: [longitude] }) => longitude);
	const middle = (Math.min(...longitudes) + Math.max(...longitudes)) / 2;
	return geoEqualEarth()
		.rotate([-middle, 0])
		.fitExtent(
			[
				[BORDER, BORDER],
				[width - BORDER, height - BORDER],
			],
			{ type: "MultiPoint", coordinates: region.flatMap(({ at }) => around(at)) },
		);
}

/** The map once it is known where the places are. */
function Drawn({ data, dots, narrowed }: PlaceMapProps & { readonly dots: readonly Dot[] }) {
	const { say, count, number } = useSpeech();
	const world = useWorld();
	const [isWhole, setWhole] = useState(false);
	const [frame, measured] = useWidth<SVGSVGElement>();
	const width = measured ?? USUAL_WIDTH;
	const height = Math.min(HIGHEST, Math.max(LOWEST, Math.round(width / 2)));
	const placed = dots
		.flatMap(({ at, ...dot }) => (at === null ? [] : [{ ...dot, at }]))
		.toSorted((one, other) => other.count - one.count);
	const projection = projectionOf(placed, isWhole, [width, height]);
	const radius = scaleSqrt([0, Math.max(1, ...dots.map((dot) => dot.count))], [SMALLEST, LARGEST]);
	const all = placed.map(({ at, ...dot }) => {
		const [x, y] = projection([...at]) ?? [-1, -1];
		return { ...dot, x, y, r: radius(dot.count) };
	});
	const drawn = all.filter(({ x, y }) => x >= 0 && x <= width && y >= 0 && y <= height);
	const names = drawn.map((dot) => ({ ...dot, y: dot.y - dot.r - GAP }));
	const named = labelled(names);
	const outside = all.length - drawn.length;
	const viewOf = (slug: string): View => ({
		name: "statements",
		narrowed: withValue(narrowed, "place", slug),
	});
	return (
		<figure class="map">
			<figcaption class="line">
				<span>
					{say("map")}
					{data.places.unknownCount > 0 && (
						<span class="quiet"> · {say("unplaced", { n: number(data.places.unknownCount) })}</span>
					)}
				</span>
				{(isWhole || outside > 0) && (
					<button type="button" aria-pressed={isWhole} onClick={() => setWhole(!isWhole)}>
						{say("wholeWorld")}
					</button>
				)}
				{outside > 0 && (
					<span class="quiet">{say("outside", { count: count("placeCount", outside) })}</span>
				)}
			</figcaption>
			<svg ref={frame} viewBox={`0 0 ${width} ${height}`} height={height}>
				<title>{say("mapHelp")}</title>
				{world !== null && <path class="land" d={geoPath(projection)(world) ?? ""} />}
				{drawn.map(({ slug, name, count: found, x, y, r }) => {
					const label = `${name}: ${count("statementCount", found)}`;
					return (
						<Link key={slug} class="dot" to={viewOf(slug)} label={label}>
							<circle cx={x} cy={y} r={r} />
							<title>{label}</title>
						</Link>
					);
				})}
				<g class="names">
					{names
						.filter(({ slug }) => named.has(slug))
						.map(({ slug, name, x, y }) => (
							// biome-ignore lint/a11y/noAriaHiddenOnFocusable: no text of a drawing takes the focus
							<text key={slug} x={x} y={y} aria-hidden="true">
								{name}
							</text>
						))}
				</g>
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
