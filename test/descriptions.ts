import {
  isEnumType,
  isInputObjectType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** What federation and introspection add to a schema. */
const notOurs = /^(_|link__|federation__)/;

/** Root types speak through their fields. */
const rootTypes = new Set(['Query', 'Mutation']);

interface Element {
  readonly coordinate: string;
  readonly description?: string | null | undefined;
}

/** The coordinates of everything in a schema that says nothing of itself: types, fields, arguments, values. */
export function undescribed(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => !isSpecifiedScalarType(type) && !notOurs.test(type.name))
    .flatMap(elementsOf)
    .filter(({ description }) => !description)
    .map(({ coordinate }) => coordinate);
}

function elementsOf(type: GraphQLNamedType): Element[] {
  const own = rootTypes.has(type.name) ? [] : [{ coordinate: type.name, description: type.description }];
  return [...own, ...partsOf(type)];
}

function partsOf(type: GraphQLNamedType): Element[] {
  const element = ({ name, description }: { name: string; description?: string | null | undefined }): Element => {
    return { coordinate: `${type.name}.${name}`, description };
  };
  if (isEnumType(type)) return type.getValues().map(element);
  if (isInputObjectType(type)) return Object.values(type.getFields()).map(element);
  if (!isObjectType(type)) return [];
  const fields = Object.values(type.getFields()).filter(({ name }) => !notOurs.test(name));
  return fields.flatMap((field) => [element(field), ...argumentsOf(type.name, field)]);
}

function argumentsOf(typeName: string, field: GraphQLField<unknown, unknown>): Element[] {
  return field.args.map(({ name, description }) => ({
    coordinate: `${typeName}.${field.name}(${name}:)`,
    description,
  }));
}
