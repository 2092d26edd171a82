import {
  getNamedType,
  isLeafType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** A query that asks for everything within a few steps of one root field. */
export interface WholeOperation {
  readonly name: string;
  readonly document: string;
}

const deepest = 4;
const firstOfLists = 'first: 3';

/** One operation for each root field of a schema, with all fields within reach; `given` holds the arguments that must be there. */
export function everyOperation(schema: GraphQLSchema, given: Readonly<Record<string, string>>): WholeOperation[] {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  return fields.map((field) => ({
    name: field.name,
    document: `query { ${fieldText(field, given[field.name], [])} }`,
  }));
}

function fieldText(field: GraphQLField<unknown, unknown>, given: string | undefined, path: readonly string[]): string {
  const type = getNamedType(field.type);
  const isList = field.args.some(({ name }) => name === 'first');
  const words = [...(given === undefined ? [] : [given]), ...(isList ? [firstOfLists] : [])];
  const asked = words.length > 0 ? `(${words.join(', ')})` : '';
  return `${field.name}${asked}${isLeafType(type) ? '' : ` { ${selection(type, [...path, type.name])} }`}`;
}

/** No type is entered twice on one way down; what needs an argument is left to the operations of its own. */
function selection(type: GraphQLNamedType, path: readonly string[]): string {
  if (!isObjectType(type)) return '__typename';
  const fields = Object.values(type.getFields()).filter((field) => {
    const next = getNamedType(field.type);
    const isTooDeep = path.length >= deepest || path.includes(next.name);
    const needsArgument = field.args.some(
      (argument) => argument.type.toString().endsWith('!') && argument.defaultValue === undefined,
    );
    return !needsArgument && (isLeafType(next) || !isTooDeep);
  });
  return ['__typename', ...fields.map((field) => fieldText(field, undefined, path))].join(' ');
}
