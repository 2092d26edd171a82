import { Kind, type GraphQLResolveInfo, type SelectionNode } from 'graphql';

/** Whether everything asked of a field's value is among these fields of its type: what else its row holds need not be read. */
export function selectsOnly({ fieldNodes, fragments }: GraphQLResolveInfo, fields: ReadonlySet<string>): boolean {
  const isAmong = (selection: SelectionNode): boolean => {
    if (selection.kind === Kind.FIELD) return selection.name.value === '__typename' || fields.has(selection.name.value);
    const node = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
    return node?.selectionSet.selections.every(isAmong) ?? false;
  };
  return fieldNodes.every(({ selectionSet }) => selectionSet?.selections.every(isAmong) ?? false);
}
