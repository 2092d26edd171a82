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
import { HubError } from '../../../platform/errors/errors.js';
import { countIds } from './count-ids.js';
import { limits } from '../limits.js';

export interface CostedOperation {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** Coerced, defaults filled in. */
  readonly variables: Record<string, unknown>;
}

/** What an operation asks for. */
export interface Cost {
  /** Objects that it may give. */
  readonly cost: number;
  /** Objects that it names by an identifier, as often as it names them. */
  readonly objects: number;
}

const nothing: Cost = { cost: 0, objects: 0 };

/**
 * What an operation costs: pages by their `first`, the results of a mutation by the list that it was given, other lists as if they
 * held ten, and fifty where a type turns up below itself. Refuses one that asks for more objects than the limit.
 */
export function checkCost(costed: CostedOperation): Cost {
  const root = costed.schema.getRootType(costed.operation.operation);
  const whole = root ? costOf(costed, costed.operation.selectionSet, root, assumed) : nothing;
  if (whole.cost > limits.cost) throw new HubError('QUERY_TOO_LARGE', { measure: 'cost' });
  return whole;
}

/** How many items the lists of an object have: a page as many as its field was asked for, any other list as many as is assumed. */
interface Sizes {
  readonly page: number | null;
  readonly list: number;
  /** The types of the objects that they hang below. */
  readonly above: readonly string[];
  /** Whether they answer what a mutation was given, item by item. */
  readonly isAnswer: boolean;
}

const assumed: Sizes = { page: null, list: limits.assumedListSize, above: [], isAnswer: false };

/** The objects below one object of a type. */
function costOf(
  costed: CostedOperation,
  { selections }: SelectionSetNode,
  parent: GraphQLNamedType,
  sizes: Sizes,
): Cost {
  return selections.reduce((sum, selection) => {
    checkArguments(() =>
      [GraphQLSkipDirective, GraphQLIncludeDirective].map((one) =>
        getDirectiveValues(one, selection, costed.variables),
      ),
    );
    if (selection.kind === Kind.FIELD) return plus(sum, fieldCost(costed, selection, parent, sizes));
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : costed.fragments[selection.name.value];
    const condition = fragment?.typeCondition && costed.schema.getType(fragment.typeCondition.name.value);
    return fragment ? plus(sum, costOf(costed, fragment.selectionSet, condition ?? parent, sizes)) : sum;
  }, nothing);
}

function fieldCost(costed: CostedOperation, node: FieldNode, parent: GraphQLNamedType, sizes: Sizes): Cost {
  const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
  if (!field) return nothing;
  const values = checkArguments(() => getArgumentValues(field, node, costed.variables));
  const type = getNamedType(field.type);
  const objects = countIds(field.args, values);
  if (!isCompositeType(type) || !node.selectionSet) return { cost: 0, objects };
  const isAnswer = parent === costed.schema.getMutationType();
  const above = [...sizes.above, parent.name];
  // what turns up below itself goes round in circles, where lists are as long as they get
  const list = above.includes(type.name) ? limits.circularListSize : limits.assumedListSize;
  const below: Sizes = {
    page: typeof values['first'] === 'number' ? Math.max(values['first'], 1) : null,
    list: isAnswer ? Math.max(longestList(values), list) : list,
    above,
    isAnswer,
  };
  const within = costOf(costed, node.selectionSet, type, below);
  const size = listSize(field, sizes);
  return { cost: size * (1 + within.cost), objects: objects + size * within.objects };
}

function plus(one: Cost, other: Cost): Cost {
  return { cost: one.cost + other.cost, objects: one.objects + other.objects };
}

function listSize(field: GraphQLField<unknown, unknown>, sizes: Sizes): number {
  if (!isList(field.type)) return 1;
  return isPage(field, sizes) ? (sizes.page ?? 1) : sizes.list;
}

function isPage({ name }: GraphQLField<unknown, unknown>, { page }: Sizes): boolean {
  return page !== null && (name === 'edges' || name === 'nodes');
}

/** The length of the longest list among the values of arguments. */
function longestList(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? value.length : 0;
  return Math.max(own, ...Object.values(value).map(longestList));
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
