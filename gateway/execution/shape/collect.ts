import {
  isAbstractType,
  isCompositeType,
  isUnionType,
  Kind,
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { NotCompiled } from '../not-compiled.js';

/** What a selection is read with. */
export interface Terms {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** The variables of `@skip` and `@include`, each with its value. */
  readonly conditions: ReadonlyMap<string, boolean>;
  /** Whether what is read is checked as what a subgraph gave: nothing may be left out, and values are those of their types. */
  readonly isChecked?: boolean;
}

/** Selections on one object: those of a field that stands in several places of a document. */
export interface Selected {
  /** The type of the field. */
  readonly type: GraphQLCompositeType;
  readonly sets: readonly SelectionSetNode[];
}

/** All that is selected under one name. */
export interface Collected {
  readonly name: string;
  readonly field: string;
  /** Null for `__typename`. */
  readonly type: GraphQLOutputType | null;
  readonly sets: SelectionSetNode[];
}

/** The fields of a selection for an object of one type, in the order of the query (CollectFields of the specification). */
export function collectFields(terms: Terms, { type, sets }: Selected, objectType: GraphQLCompositeType): Collected[] {
  const fields = new Map<string, Collected>();
  for (const set of sets) collect(terms, set, type, objectType, fields);
  return [...fields.values()];
}

function collect(
  terms: Terms,
  { selections }: SelectionSetNode,
  parent: GraphQLCompositeType,
  objectType: GraphQLCompositeType,
  fields: Map<string, Collected>,
): void {
  for (const selection of selections) {
    if (!isIncluded(selection.directives ?? [], terms)) continue;
    if (selection.kind === Kind.FIELD) {
      addField(selection, parent, objectType, fields);
      continue;
    }
    const fragment = fragmentOf(selection, parent, terms);
    if (fragment && applies(terms, fragment.type, objectType))
      collect(terms, fragment.set, fragment.type, objectType, fields);
  }
}

function addField(
  { name, alias, selectionSet }: FieldNode,
  parent: GraphQLCompositeType,
  objectType: GraphQLCompositeType,
  fields: Map<string, Collected>,
): void {
  const responseName = alias?.value ?? name.value;
  if (responseName === '__proto__') throw new NotCompiled('name');
  const field = fields.get(responseName) ?? {
    name: responseName,
    field: name.value,
    type: typeOf(name.value, parent, objectType),
    sets: [],
  };
  fields.set(responseName, field);
  if (selectionSet) field.sets.push(selectionSet);
}

/** What the object itself says of the field; where it is none that has it, what the place says that it was selected in. */
function typeOf(
  name: string,
  parent: GraphQLCompositeType,
  objectType: GraphQLCompositeType,
): GraphQLOutputType | null {
  if (name === '__typename') return null;
  const found = [objectType, parent].map((type) => (isUnionType(type) ? undefined : type.getFields()[name]?.type));
  const type = found[0] ?? found[1];
  if (!type) throw new NotCompiled('introspection');
  return type;
}

type FragmentNode = Exclude<SelectionNode, FieldNode>;

function fragmentOf(
  node: FragmentNode,
  parent: GraphQLCompositeType,
  { schema, fragments }: Terms,
): { type: GraphQLCompositeType; set: SelectionSetNode } | null {
  const { typeCondition, selectionSet } =
    node.kind === Kind.FRAGMENT_SPREAD ? definitionOf(node.name.value, fragments) : node;
  const type = typeCondition ? schema.getType(typeCondition.name.value) : parent;
  return isCompositeType(type) ? { type, set: selectionSet } : null;
}

function definitionOf(name: string, fragments: Terms['fragments']): FragmentDefinitionNode {
  const definition = fragments[name];
  if (!definition) throw new Error('a fragment that is not there');
  return definition;
}

function applies({ schema }: Terms, condition: GraphQLCompositeType, type: GraphQLCompositeType): boolean {
  if (condition === type) return true;
  return isAbstractType(condition) && !isUnionType(type) && schema.isSubType(condition, type);
}

function isIncluded(directives: readonly DirectiveNode[], { conditions }: Terms): boolean {
  return directives.every(({ name, arguments: given = [] }) => {
    if (name.value !== 'skip' && name.value !== 'include') return true;
    const value = given.find((argument) => argument.name.value === 'if')?.value;
    return (name.value === 'include') === conditionOf(value, conditions);
  });
}

function conditionOf(value: unknown, conditions: Terms['conditions']): boolean {
  const node = value as { kind?: unknown; value?: unknown; name?: { value: string } } | undefined;
  const holds = node?.kind === Kind.VARIABLE ? conditions.get(node.name?.value ?? '') : node?.value;
  if (typeof holds !== 'boolean') throw new NotCompiled('condition');
  return holds;
}
