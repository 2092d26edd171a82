import { isEnumType, type GraphQLSchema } from 'graphql';

/** The Dutch word of a code: the description of the value in the schema, so that every code has one word everywhere. */
export type Words = (enumName: string, code: string) => string;

export function wordsOf(schema: GraphQLSchema): Words {
  return (enumName, code) => {
    const type = schema.getType(enumName);
    return (isEnumType(type) ? type.getValue(code)?.description : null) ?? code;
  };
}
