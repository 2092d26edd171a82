import { Kind, visit, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';

interface Asked {
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

/** The variables by which fields come and go: for each of their values an operation is compiled by itself. */
export function conditionsIn({ operation, fragments }: Asked): string[] {
  const names = new Set<string>();
  for (const definition of [operation, ...Object.values(fragments)])
    visit(definition, {
      Directive: ({ name, arguments: given = [] }) => {
        if (name.value !== 'skip' && name.value !== 'include') return;
        for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
      },
    });
  return [...names].sort();
}
