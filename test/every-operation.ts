import {
  getNamedType,
  Lexer,
  Source,
  TokenKind,
  isLeafType,
  isObjectType,
  parse,
  visit,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { limits } from '../gateway/limits/limits.js';

/** A query that asks for everything within a few steps of one root field. */
export interface WholeOperation {
  readonly name: string;
  readonly document: string;
}

/** How deep a question goes, as far as the gateway takes it. */
const depths = [4, 3, 2];
const firstOfLists = 'first: 3';

/** One operation for each root field of a schema, with all fields within reach; `given` holds the arguments that must be there. */
export function everyOperation(schema: GraphQLSchema, given: Readonly<Record<string, string>>): WholeOperation[] {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  return fields.map((field) => {
    const documents = depths.map((deepest) => `query { ${fieldText(field, given[field.name], [], deepest)} }`);
    return { name: field.name, document: documents.find(isWithinLimit) ?? documents[0] ?? '' };
  });
}

function isWithinLimit(document: string): boolean {
  let selections = 0;
  visit(parse(document), {
    Field() {
      selections++;
    },
  });
  return selections <= limits.selections && tokensOf(document) <= limits.tokens;
}

function tokensOf(document: string): number {
  const lexer = new Lexer(new Source(document));
  let tokens = 0;
  while (lexer.advance().kind !== TokenKind.EOF) tokens++;
  return tokens;
}

function fieldText(
  field: GraphQLField<unknown, unknown>,
  given: string | undefined,
  path: readonly string[],
  deepest: number,
): string {
  const type = getNamedType(field.type);
  const isList = field.args.some(({ name }) => name === 'first');
  const words = [...(given === undefined ? [] : [given]), ...(isList ? [firstOfLists] : [])];
  const asked = words.length > 0 ? `(${words.join(', ')})` : '';
  return `${field.name}${asked}${isLeafType(type) ? '' : ` { ${selection(type, [...path, type.name], deepest)} }`}`;
}

/** No type is entered twice on one way down; what needs an argument is left to the operations of its own. */
function selection(type: GraphQLNamedType, path: readonly string[], deepest: number): string {
  if (!isObjectType(type)) return '__typename';
  const fields = Object.values(type.getFields()).filter((field) => {
    const next = getNamedType(field.type);
    const isTooDeep = path.length >= deepest || path.includes(next.name);
    const needsArgument = field.args.some(
      (argument) => argument.type.toString().endsWith('!') && argument.defaultValue === undefined,
    );
    return !needsArgument && (isLeafType(next) || !isTooDeep);
  });
  return ['__typename', ...fields.map((field) => fieldText(field, undefined, path, deepest))].join(' ');
}
