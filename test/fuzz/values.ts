import {
	type GraphQLInputField,
	type GraphQLInputObjectType,
	type GraphQLInputType,
	type GraphQLScalarType,
	isEnumType,
	isInputObjectType,
	isListType,
	isNonNullType,
	isRequiredInputField,
} from "graphql";
import type { NodeType } from "../../src/database/global-id.ts";
import type { Draw } from "./draw.ts";
import { idOf, type Known } from "./known.ts";
import { strangeText } from "./texts.ts";

/** A value as JSON has it; what is left out of an object is not in it. */
export type Json =
	| null
	| boolean
	| number
	| string
	| readonly Json[]
	| { readonly [key: string]: Json };

/** What values are made with. */
export interface Source {
	readonly draw: Draw;
	readonly known: Known;
	/** How many of a hundred values are such as nobody should send. */
	readonly wildness: number;
}

/** The names on the way to a value: of the field, the argument, and the fields of inputs. */
export type Way = readonly string[];

/** How deep filters are nested in filters. */
const DEEPEST = 7;
/** How many fields an input object has at the most, besides those that it must have. */
const MOST_FIELDS = 3;

const NOUNS: Readonly<Record<string, NodeType>> = {
	speaker: "Speaker",
	addressee: "Speaker",
	relay: "Speaker",
	location: "Location",
	within: "Location",
	article: "Article",
	statement: "Statement",
	publisher: "Publisher",
	occasion: "Occasion",
};
const REFERENCES = new Set(["eq", "in", "notIn", "slug", "within"]);
const NODE_TYPES: readonly NodeType[] = [
	"Article",
	"Statement",
	"Speaker",
	"Location",
	"Occasion",
	"Publisher",
];

const DAYS = ["2018-10-03", "2024-12-08", "2025-01-20", "0001-01-01", "9999-12-31", "2020-02-29"];
const WRONG_DAYS = ["2018-02-30", "0000-01-01", "10000-01-01", "2018-1-1", "", "now", "infinity"];
const MOMENTS: readonly Json[] = [
	...DAYS,
	"2018-10-03T12:00:00+03:00",
	"2025-01-20T23:59:59.999Z",
	1_538_524_800_000,
	"1538524800000",
	0,
	-1,
];
const WRONG_MOMENTS: readonly Json[] = [...WRONG_DAYS, 1.5, 1e300, -1e15, "9".repeat(40), true];
const LANGUAGES = ["ar", "en", "ar-MA", "zh-Hant-TW", "ru"];
const WRONG_LANGUAGES = ["", "x", "ar_MA", "😀", "en-"];
const ZONES = ["UTC", "Asia/Riyadh", "America/St_Johns", "Pacific/Apia", "Asia/Kathmandu"];
const CONFIDENCES = [0.5, 0, 1, 0.95, 0.8, 1e-7, 3];
const SIZES = [1, 2, 3, 5, 10, 0, 20, 50, 100];
const WRONG_NUMBERS = [-1, 101, 1001, 2_147_483_647, -2_147_483_648, 2_147_483_648, 1.5, 1e21];

function referenceOf({ draw, known }: Source, type: NodeType): string {
	const slug = draw.among(known.slugs[type]);
	if (draw.chance(15)) return idOf(type, slug);
	return slug;
}

function idFor({ draw, known }: Source, way: Way): string {
	const type = NOUNS[way[0] ?? ""] ?? draw.among(NODE_TYPES);
	return idOf(type, draw.among(known.slugs[type]));
}

/** A part of a name, as somebody types it who looks for it. */
function beginningOf({ draw, known }: Source): string {
	const name = draw.among(known.names);
	return draw.chance(50) ? name : name.slice(0, 1 + draw.below(name.length));
}

/** A text that is answered where the way leads. */
function goodText(source: Source, way: Way): string {
	const { draw, known } = source;
	const last = way.at(-1) ?? "";
	if (REFERENCES.has(last)) {
		const noun = way.slice(0, last === "within" ? undefined : -1).findLast((name) => name in NOUNS);
		const type = NOUNS[noun ?? ""];
		if (type !== undefined) return referenceOf(source, type);
	}
	if (last === "wikidataId") return draw.among(known.wikidataIds);
	if (last === "timeZone") return draw.among(ZONES);
	if (last === "search" && (way[0] === "speakers" || way[0] === "locations"))
		return beginningOf(source);
	if (last === "search") return draw.among(known.searches);
	if (last === "text" || last === "name") return beginningOf(source);
	// Cursors, which only who knows the order can choose.
	return draw.among([...known.cursors.values()].flat());
}

function wildText(source: Source): string {
	const { draw, known } = source;
	const made = draw.among([
		() => strangeText(draw),
		() => goodText(source, ["search"]),
		() => draw.among(known.slugs.Statement),
		() => idFor(source, []).slice(0, -1),
		() => `${draw.among([...known.cursors.values()].flat())}=`,
		() => Buffer.from(JSON.stringify(["SAID_AT DESC", strangeText(draw)])).toString("base64url"),
		() => draw.among(known.wikidataIds),
	]);
	return made();
}

function goodScalar(source: Source, type: GraphQLScalarType, way: Way): Json {
	const { draw } = source;
	switch (type.name) {
		case "Boolean":
			return draw.chance(50);
		case "Int":
			return draw.among(SIZES);
		case "Float":
			return draw.among(CONFIDENCES);
		case "ID":
			return idFor(source, way);
		case "Date":
			return draw.among(DAYS);
		case "TimeInput":
			return draw.among(MOMENTS);
		case "Locale":
			return draw.among(LANGUAGES);
		default:
			return goodText(source, way);
	}
}

function wildScalar(source: Source, type: GraphQLScalarType): Json {
	const { draw } = source;
	switch (type.name) {
		case "Boolean":
			return draw.chance(50);
		case "Int":
			return draw.among(WRONG_NUMBERS);
		case "Float":
			return draw.among([-1, 1e308, -1e308, 5e-324, 0]);
		case "Date":
			return draw.among(WRONG_DAYS);
		case "TimeInput":
			return draw.among(WRONG_MOMENTS);
		case "Locale":
			return draw.among(WRONG_LANGUAGES);
		default:
			return wildText(source);
	}
}

function listOf(source: Source, type: GraphQLInputType, way: Way): Json {
	const { draw, wildness } = source;
	const inner = isNonNullType(type) ? type.ofType : type;
	const isWild = draw.chance(wildness);
	// One value stands for a list of it.
	if (draw.chance(5) && !isInputObjectType(inner)) return someValue(source, type, way);
	if (isEnumType(inner) && !isWild)
		return draw.some(
			inner.getValues().map(({ name }) => name),
			3,
		);
	const length = isWild ? draw.among([0, 2, 101]) : 1 + draw.below(3);
	return Array.from({ length }, () => someValue(source, type, way));
}

/** How many fields of an input object are chosen: fewer the deeper it stands. */
function chosenFields(draw: Draw, type: GraphQLInputObjectType, way: Way): GraphQLInputField[] {
	const fields = Object.values(type.getFields());
	if (type.isOneOf) return [draw.among(fields)];
	const others = fields.filter(
		(field) =>
			!isRequiredInputField(field) && (way.length < DEEPEST || !/^(or|not)$/.test(field.name)),
	);
	return [...fields.filter(isRequiredInputField), ...draw.some(others, MOST_FIELDS)];
}

function objectOf(source: Source, type: GraphQLInputObjectType, way: Way): Json {
	const fields = chosenFields(source.draw, type, way);
	return Object.fromEntries(
		fields.map(({ name, type: inner }) => {
			// The one key of an object with one key must have a value.
			const make = type.isOneOf ? notNull : someValue;
			return [name, make(source, inner, [...way, name])];
		}),
	);
}

function notNull(source: Source, type: GraphQLInputType, way: Way): Json {
	const { draw, wildness } = source;
	if (isNonNullType(type)) return notNull(source, type.ofType, way);
	if (isListType(type)) return listOf(source, type.ofType, way);
	if (isInputObjectType(type)) return objectOf(source, type, way);
	if (isEnumType(type)) return draw.among(type.getValues()).name;
	return draw.chance(wildness) ? wildScalar(source, type) : goodScalar(source, type, way);
}

/** A value of an input type. */
export function someValue(source: Source, type: GraphQLInputType, way: Way): Json {
	if (!isNonNullType(type) && source.draw.chance(4)) return null;
	return notNull(source, type, way);
}
