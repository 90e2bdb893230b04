import {
	type FragmentDefinitionNode,
	Kind,
	type OperationDefinitionNode,
	type SelectionSetNode,
} from "graphql";

/**
 * How many directives an operation has, its own and its variables' too; those of a fragment
 * count at each place where it is used, beside those of that place. Each fragment is looked at
 * once; one that is in itself, which no operation may have, counts nothing there.
 *
 * @param fragmentOf a fragment by its name, where there is one
 */
export function countDirectives(
	operation: OperationDefinitionNode,
	fragmentOf: (name: string) => FragmentDefinitionNode | null | undefined,
): number {
	const known = new Map<string, number>();
	const inFragment = (name: string): number => {
		const counted = known.get(name);
		if (counted !== undefined) return counted;
		known.set(name, 0);
		const fragment = fragmentOf(name);
		const count = fragment
			? (fragment.directives?.length ?? 0) + inSelection(fragment.selectionSet)
			: 0;
		known.set(name, count);
		return count;
	};
	const inSelection = (set: SelectionSetNode | undefined): number =>
		(set?.selections ?? []).reduce((sum, node) => {
			const own = node.directives?.length ?? 0;
			const inside =
				node.kind === Kind.FRAGMENT_SPREAD
					? inFragment(node.name.value)
					: inSelection(node.selectionSet);
			return sum + own + inside;
		}, 0);
	const ofVariables = (operation.variableDefinitions ?? []).reduce(
		(sum, { directives = [] }) => sum + directives.length,
		0,
	);
	return (operation.directives?.length ?? 0) + ofVariables + inSelection(operation.selectionSet);
}
