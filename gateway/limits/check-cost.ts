import {
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  isInterfaceType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { HubError } from '../../platform/errors.js';
import { limits } from './limits.js';

export interface CostedOperation {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** Coerced, defaults filled in. */
  readonly variables: Record<string, unknown>;
}

/** Refuses an operation that asks for more objects than the limit: pages by their `first`, other lists as if they held ten. */
export function checkCost(costed: CostedOperation): void {
  const root = costed.schema.getRootType(costed.operation.operation);
  if (root && cost(costed, costed.operation.selectionSet, root, null) > limits.cost) {
    throw new HubError('QUERY_TOO_LARGE', { measure: 'cost' });
  }
}

/** The objects below one object of a type; `pageSize` is what the field that led here was asked for. */
function cost(
  costed: CostedOperation,
  { selections }: SelectionSetNode,
  parent: GraphQLNamedType,
  pageSize: number | null,
): number {
  return selections.reduce((sum, selection) => {
    checkArguments(() =>
      [GraphQLSkipDirective, GraphQLIncludeDirective].map((one) =>
        getDirectiveValues(one, selection, costed.variables),
      ),
    );
    if (selection.kind === Kind.FIELD) return sum + fieldCost(costed, selection, parent, pageSize);
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : costed.fragments[selection.name.value];
    const condition = fragment?.typeCondition && costed.schema.getType(fragment.typeCondition.name.value);
    return fragment ? sum + cost(costed, fragment.selectionSet, condition ?? parent, pageSize) : sum;
  }, 0);
}

function fieldCost(
  costed: CostedOperation,
  node: FieldNode,
  parent: GraphQLNamedType,
  pageSize: number | null,
): number {
  const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
  if (!field) return 0;
  const values = checkArguments(() => getArgumentValues(field, node, costed.variables));
  const type = getNamedType(field.type);
  if (!isCompositeType(type) || !node.selectionSet) return 0;
  const first = typeof values['first'] === 'number' ? Math.max(values['first'], 1) : null;
  return listSize(field, pageSize) * (1 + cost(costed, node.selectionSet, type, first));
}

function listSize({ name, type }: GraphQLField<unknown, unknown>, pageSize: number | null): number {
  if (!isList(type)) return 1;
  return pageSize !== null && (name === 'edges' || name === 'nodes') ? pageSize : limits.assumedListSize;
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

/** graphql-js throws when a variable is null where an argument may not be: a client's mistake, told before anything is planned. */
function checkArguments<T>(values: () => T): T {
  try {
    return values();
  } catch {
    throw new HubError('BAD_USER_INPUT', { field: 'variables', expected: 'not null' });
  }
}
