/** The part of a DOM's node that is read here; linkedom and browsers have it. */
export interface DomNode {
	readonly nodeType: number;
	readonly nodeName: string;
	readonly textContent: string | null;
	readonly childNodes: Iterable<DomNode>;
	getAttribute?(name: string): string | null;
}

/** A stretch of text of an HTML page between two borders of block elements or line breaks. */
export interface Block {
	/** Without white space round it, and single spaces in it. */
	readonly text: string;
	/** Which share of its characters is the text of links, from 0 to 1. */
	readonly linked: number;
	/** The element that it stands in directly. */
	readonly parent: DomNode;
	/** The names of the block elements round it, in capitals, the nearest first. */
	readonly inside: readonly string[];
	/** The outermost ARTICLE element round it. */
	readonly article: DomNode | null;
	/** Whether an element round it says that it holds no article: navigation, comments, sharing. */
	readonly isAside: boolean;
}

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;
/** Elements that show no words of the page, or none that a reader sees as text. */
const WITHOUT_WORDS = new Set(
	"SCRIPT STYLE NOSCRIPT TEMPLATE SVG IFRAME OBJECT CANVAS AUDIO VIDEO HEAD SELECT TEXTAREA".split(
		" ",
	),
);
const INLINE = new Set(
	"A ABBR B BDI BDO CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q S SAMP SMALL SPAN STRONG SUB SUP TIME U VAR WBR".split(
		" ",
	),
);
const ASIDE = new Set("NAV ASIDE FOOTER FORM BUTTON FIGCAPTION".split(" "));
const ASIDE_CLASS =
	/comment|related|share|social|breadcrumb|sidebar|promo|newsletter|most-?read|recommend|caption|copyright|cookie|advert/iu;
/** A post of a social medium, which is read as one block. */
const POST_CLASS = /twitter-tweet|instagram-media|fb-post|telegram-post|tiktok-embed/iu;

interface Walk {
	readonly blocks: Block[];
	text: string;
	linked: number;
}

interface Place extends Pick<Block, "parent" | "inside" | "article" | "isAside"> {
	readonly isLink: boolean;
}

function collapse(text: string): string {
	return text.replace(/\s+/gu, " ").trim();
}

function flush(walk: Walk, place: Place): void {
	const text = collapse(walk.text);
	if (text !== "") {
		const { parent, inside, article, isAside } = place;
		walk.blocks.push({ text, linked: walk.linked / text.length, parent, inside, article, isAside });
	}
	walk.text = "";
	walk.linked = 0;
}

function classesOf(node: DomNode): string {
	return `${node.getAttribute?.("class") ?? ""} ${node.getAttribute?.("id") ?? ""}`;
}

function readElement(walk: Walk, node: DomNode, place: Place): void {
	const name = node.nodeName.toUpperCase();
	if (WITHOUT_WORDS.has(name)) return;
	if (name === "BR" || name === "HR") {
		flush(walk, place);
		return;
	}
	if (INLINE.has(name)) {
		readChildren(walk, node, { ...place, isLink: place.isLink || name === "A" });
		return;
	}
	flush(walk, place);
	const classes = classesOf(node);
	const inner: Place = {
		parent: node,
		inside: [name, ...place.inside],
		article: place.article ?? (name === "ARTICLE" ? node : null),
		isAside: place.isAside || ASIDE.has(name) || ASIDE_CLASS.test(classes),
		isLink: place.isLink,
	};
	if (POST_CLASS.test(classes)) walk.text = node.textContent ?? "";
	else readChildren(walk, node, inner);
	flush(walk, inner);
}

function readChildren(walk: Walk, node: DomNode, place: Place): void {
	for (const child of node.childNodes) {
		if (child.nodeType === TEXT_NODE) {
			const text = child.textContent ?? "";
			walk.text += text;
			if (place.isLink) walk.linked += collapse(text).length;
		} else if (child.nodeType === ELEMENT_NODE) readElement(walk, child, place);
	}
}

/** The blocks of an element in the order of the page; what is no text for readers is left out. */
export function blocksOf(root: DomNode): Block[] {
	const walk: Walk = { blocks: [], text: "", linked: 0 };
	const place = {
		parent: root,
		inside: [root.nodeName],
		article: null,
		isAside: false,
		isLink: false,
	};
	readChildren(walk, root, place);
	flush(walk, place);
	return walk.blocks;
}
