import {
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  typeFromAST,
  type FieldNode,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** What a registered operation gives and takes, in TypeScript. */
export interface OperationTypes {
  readonly name: string;
  readonly kind: string;
  readonly data: string;
  readonly variables: string;
}

/** Scalars of the hub as they travel in JSON; every other one is text. */
const scalars: Readonly<Record<string, string>> = {
  Boolean: 'boolean',
  Int: 'number',
  Float: 'number',
  NonNegativeInt: 'number',
  SafeInt: 'number',
};

/**
 * The types of one operation. `note` is told of each enum and input that they name: those are written once for all. Throws for what
 * operations of a page do not use: fragments and abstract types.
 */
export function operationTypes(
  schema: GraphQLSchema,
  document: string,
  note: (type: GraphQLNamedType) => void,
): OperationTypes {
  const operation = parse(document).definitions.find(
    (one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION,
  );
  const root = operation && schema.getRootType(operation.operation);
  if (!root || !operation.name) throw new Error('a page runs one operation with a name');
  const variables = (operation.variableDefinitions ?? []).map(({ variable, type, defaultValue }) => {
    const known = typeFromAST(schema, type as never) as GraphQLInputType;
    return inputLine(variable.name.value, known, defaultValue !== undefined, note);
  });
  return {
    name: operation.name.value,
    kind: operation.operation,
    data: selectionType(root, operation.selectionSet, '  ', note),
    variables: variables.length === 0 ? '{}' : `{ ${variables.join(' ')} }`,
  };
}

/** The fields of an input object as lines of a TypeScript type. */
export function inputLines(type: GraphQLNamedType, note: (type: GraphQLNamedType) => void): string[] {
  if (!isInputObjectType(type)) return [];
  return Object.values(type.getFields()).map((field) =>
    inputLine(field.name, field.type, field.defaultValue !== undefined, note),
  );
}

function inputLine(
  name: string,
  type: GraphQLInputType,
  hasDefault: boolean,
  note: (type: GraphQLNamedType) => void,
): string {
  const isOptional = hasDefault || !isNonNullType(type);
  return `readonly ${name}${isOptional ? '?' : ''}: ${typeText(type, (named) => leafText(named, note))};`;
}

function selectionType(
  type: GraphQLNamedType,
  selections: SelectionSetNode,
  indent: string,
  note: (type: GraphQLNamedType) => void,
): string {
  if (!isObjectType(type)) throw new Error(`a page asks no fields of ${type.name}`);
  const fields = type.getFields();
  const lines = selections.selections.map((selection) => {
    const { name, alias, selectionSet } = selection as FieldNode;
    const field = fields[name.value];
    if (selection.kind !== Kind.FIELD || !field) throw new Error(`${type.name} has no field to ask here`);
    const text = typeText(field.type, (named) =>
      selectionSet ? selectionType(named, selectionSet, `${indent}  `, note) : leafText(named, note),
    );
    return `${indent}readonly ${(alias ?? name).value}: ${text};`;
  });
  return `{\n${lines.join('\n')}\n${indent.slice(2)}}`;
}

function typeText(type: GraphQLOutputType | GraphQLInputType, named: (type: GraphQLNamedType) => string): string {
  if (!isNonNullType(type)) return `${bareText(type, named)} | null`;
  return bareText(type.ofType, named);
}

function bareText(type: GraphQLOutputType | GraphQLInputType, named: (type: GraphQLNamedType) => string): string {
  if (isListType(type)) return `readonly (${typeText(type.ofType, named)})[]`;
  return named(getNamedType(type));
}

function leafText(type: GraphQLNamedType, note: (type: GraphQLNamedType) => void): string {
  if (isAbstractType(type)) throw new Error(`a page asks no ${type.name}`);
  if (!isEnumType(type) && !isInputObjectType(type)) return scalars[type.name] ?? 'string';
  note(type);
  return type.name;
}
