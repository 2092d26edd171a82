import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** A value of a client that no answer may repeat. */
export const canary = 'Kanarie7f3c';

/** Every name that a schema would give away: types, fields, arguments, codes. */
export function namesIn(schema: GraphQLSchema): Set<string> {
  return new Set(typesOf(schema).flatMap((type) => [type.name, ...namesOf(type)]));
}

function namesOf(type: GraphQLNamedType): string[] {
  if (isEnumType(type)) return type.getValues().map(({ name }) => name);
  if (isInputObjectType(type)) return Object.keys(type.getFields());
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap(({ name, args }) => [name, ...args.map((argument) => argument.name)]);
}

function typesOf(schema: GraphQLSchema): GraphQLNamedType[] {
  return Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));
}

/** A name as somebody would mistype or guess it. */
export function nearMiss(name: string): string {
  return name.length > 4 ? name.slice(0, -1) : `${name}X`;
}

/** Documents that are wrong in one way each, for every type, field, argument and code of a schema. */
export function wrongDocuments(schema: GraphQLSchema): string[] {
  return typesOf(schema).flatMap((type) => [
    `{ ...F } fragment F on ${nearMiss(type.name)} { id }`,
    `query($v: ${nearMiss(type.name)}) { __typename @include(if: $v) }`,
    `query($v: ${type.name}) { __typename @include(if: $v) }`,
    ...(isInputType(type) ? wrongLiterals(type).map((text) => `query($v: ${type.name} = ${text}) { __typename }`) : []),
    ...(isObjectType(type) || isInterfaceType(type)
      ? Object.values(type.getFields()).flatMap((field) => wrongSelections(type.name, field))
      : []),
  ]);
}

function wrongLiterals(type: GraphQLInputType): string[] {
  const always = [`[{ ${canary}: 1 }]`, `"${canary}"`, canary];
  if (isEnumType(type)) return [...always, ...type.getValues().map(({ name }) => nearMiss(name))];
  if (!isInputObjectType(type)) return type.toString() === 'String' ? [canary] : always;
  const names = Object.keys(type.getFields());
  return ['{}', ...always, ...names.flatMap((name) => [`{ ${nearMiss(name)}: 1 }`, `{ ${name}: [{ ${canary}: 1 }] }`])];
}

function wrongSelections(type: string, { name, type: of, args }: GraphQLField<unknown, unknown>): string[] {
  const isParent = isCompositeType(getNamedType(of));
  const below = isParent ? ' { __typename }' : '';
  const selections = [
    nearMiss(name) + below,
    isParent ? name : `${name} { id }`,
    `${name}(${canary}: 1)${below}`,
    ...args.flatMap((argument) => [
      `${name}(${nearMiss(argument.name)}: 1)${below}`,
      `${name}(${argument.name}: [{ ${canary}: 1 }])${below}`,
      ...(isRequiredArgument(argument) ? [`${name}(${argument.name}: null)${below}`] : []),
    ]),
  ];
  return selections.map((selection) => `{ ...F } fragment F on ${type} { ${selection} }`);
}
