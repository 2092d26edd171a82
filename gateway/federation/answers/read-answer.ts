import {
  executeSync,
  type DocumentNode,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type GraphQLTypeResolver,
} from 'graphql';
import { readFetchesOf, type ReadFetch } from '../../execution/reading/read-fetches.js';
import { isRecord } from '../../subgraph-link/read-result.js';

/** Where a value stands in an answer: names of fields and places in lists. */
export type Path = readonly (string | number)[];

/** One fetch of a query plan, as the subgraph was asked. */
export interface Fetch {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The entities asked for, where the fetch goes in through `_entities`. */
  readonly representations: readonly Representation[] | null;
}

export type Representation = Readonly<Record<string, unknown>>;

const notAsked = 'not what was asked';

export interface ReadAnswer {
  readonly data: Record<string, unknown> | null;
  /** The places at which the answer does not hold what was asked: missing, of the wrong type, or about another entity. */
  readonly faults: readonly Path[];
}

const compiled = new WeakMap<GraphQLSchema, ReadFetch>();

/**
 * Reads a subgraph's data: only what was asked comes through, and only with the right types. A place that does not fit becomes null,
 * as it would in an answer of GraphQL itself.
 */
export function readAnswer(schema: GraphQLSchema, fetch: Fetch, data: Record<string, unknown>): ReadAnswer {
  const read = compiled.get(schema) ?? readFetchesOf(schema);
  compiled.set(schema, read);
  return read(fetch, data) ?? readByExecuting(schema, fetch, data);
}

/** The same by executing the fetch over the data, for what cannot be compiled. */
export function readByExecuting(schema: GraphQLSchema, fetch: Fetch, data: Record<string, unknown>): ReadAnswer {
  const result = executeSync({
    schema,
    document: fetch.document,
    variableValues: fetch.variables,
    rootValue: data,
    contextValue: fetch,
    fieldResolver: readField,
    typeResolver: readType,
  });
  return { data: result.data ?? null, faults: (result.errors ?? []).map(({ path }) => path ?? []) };
}

/** Everything that a fetch without an answer leaves empty: what is missing from an answer that says nothing. */
export function emptyPlaces(schema: GraphQLSchema, fetch: Fetch): readonly Path[] {
  const nothing = fetch.representations ? { _entities: fetch.representations.map(() => ({})) } : {};
  return readAnswer(schema, fetch, nothing).faults;
}

const readField: GraphQLFieldResolver<unknown, Fetch> = (source, _args, fetch, info) => {
  const { key } = info.path;
  if (!isRecord(source) || !Object.hasOwn(source, key)) return fail();
  if (info.path.prev === undefined && fetch.representations) return entities(source[key], fetch.representations);
  const asked = representationOf(info, fetch)?.[info.fieldName];
  // a field of the key comes back as it was sent, or the answer is about another entity
  if (key === info.fieldName && isScalar(asked) && asked !== source[key]) return fail();
  return source[key];
};

const readType: GraphQLTypeResolver<unknown, Fetch> = (value) => {
  const name = isRecord(value) ? value['__typename'] : undefined;
  return typeof name === 'string' ? name : fail();
};

/** One entity or null for each representation, of its type; an error in its place when it is of another. */
function entities(items: unknown, representations: readonly Representation[]): unknown[] {
  if (!Array.isArray(items) || items.length !== representations.length) return fail();
  return items.map((item: unknown, index) => {
    if (!isRecord(item)) return item;
    const asked = representations[index]?.['__typename'];
    const isAsked = item['__typename'] === undefined || item['__typename'] === asked;
    return isAsked ? { ...item, __typename: asked } : new Error(notAsked);
  });
}

/** The representation whose entity a field stands in directly. */
function representationOf({ path }: GraphQLResolveInfo, { representations }: Fetch): Representation | undefined {
  const isOfEntity = path.prev?.prev?.key === '_entities' && path.prev.prev.prev === undefined;
  return isOfEntity ? representations?.[Number(path.prev.key)] : undefined;
}

function isScalar(value: unknown): boolean {
  return value !== undefined && value !== null && typeof value !== 'object';
}

function fail(): never {
  throw new Error(notAsked);
}
