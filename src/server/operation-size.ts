import {
	type DocumentNode,
	type FragmentDefinitionNode,
	getOperationAST,
	Kind,
	type SelectionSetNode,
} from "graphql";

/**
 * How many fields an operation has, those of a fragment at each place where it is used, those
 * of introspection too. Fragments that each use the next one twice are many in a short
 * operation that costs nothing; each is looked at once here.
 *
 * @param name which operation of the document; null for the only one
 */
export function sizeOf(document: DocumentNode, name: string | null): number {
	const fragments = new Map<string, FragmentDefinitionNode>();
	for (const one of document.definitions)
		if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
	const known = new Map<SelectionSetNode, number>();
	const sizeOfAll = (set: SelectionSetNode | undefined): number => {
		if (set === undefined) return 0;
		const size =
			known.get(set) ??
			set.selections.reduce((sum, node) => {
				if (node.kind === Kind.FIELD) return sum + 1 + sizeOfAll(node.selectionSet);
				const inner = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
				return sum + sizeOfAll(inner?.selectionSet);
			}, 0);
		known.set(set, size);
		return size;
	};
	return sizeOfAll(getOperationAST(document, name)?.selectionSet);
}
