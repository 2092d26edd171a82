import {
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLNullableType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type GraphQLTypeResolver,
} from 'graphql';
import type { Row } from '../rows.js';
import { hash, pick } from './chance.js';

/**
 * Every value of the world follows from its place alone. So all subgraphs tell the same, and an answer over many of them can be
 * compared with one of graphql-js over the whole schema.
 */
export interface Thing {
  readonly __typename: string;
  /** Such as `Book:2` for an entity, or the place of its parent and its field. */
  readonly place: string;
  /** What a subgraph was told of an entity besides its key. */
  readonly told?: Readonly<Row>;
}

/** What a world is like. */
export interface WorldTerms {
  /** The types that are the same thing wherever they stand. */
  readonly keyed: ReadonlySet<string>;
  /** The types that things of an interface are of, where not every subgraph knows all of them. */
  readonly concrete: Readonly<Record<string, readonly string[]>>;
}

/** How many entities there are of each type. */
export const entityCount = 3;

export function worldResolver(terms: WorldTerms): GraphQLFieldResolver<Thing | undefined, unknown> {
  return (thing, args: Readonly<Row>, _context, { fieldName, returnType, schema, parentType }) => {
    const root = placeOfRoot(parentType, schema);
    const at = root === null && thing ? thing : { __typename: parentType.name, place: root ?? '' };
    if (fieldName === 'id') return at.place;
    if (fieldName === 'sku') return `sku ${at.place}`;
    const place = `${at.place}/${fieldName}${argumentsText(args)}${lieIn(at)}`;
    return new World(terms, schema, args['id']).valueAt(returnType, place);
  };
}

export const worldType: GraphQLTypeResolver<Thing, unknown> = ({ __typename }) => __typename;

/** The entity that a representation stands for, with what was told of it. */
export function referred({ __typename, id, sku, ...told }: Readonly<Row>): Thing | null {
  const place = typeof id === 'string' ? id : typeof sku === 'string' ? sku.replace(/^sku /, '') : null;
  return place === null || typeof __typename !== 'string' ? null : { __typename, place, told };
}

function placeOfRoot(type: GraphQLObjectType, schema: GraphQLSchema): string | null {
  if (type === schema.getQueryType()) return 'query';
  return type === schema.getMutationType() ? 'mutation' : null;
}

class World {
  constructor(
    private readonly terms: WorldTerms,
    private readonly schema: GraphQLSchema,
    private readonly id: unknown,
  ) {}

  valueAt(type: GraphQLOutputType, place: string): unknown {
    if (isNonNullType(type)) return this.#presentAt(type.ofType, place);
    return isNothing(place) ? null : this.#presentAt(type, place);
  }

  #presentAt(type: GraphQLNullableType & GraphQLOutputType, place: string): unknown {
    if (isListType(type)) {
      const length = hash(`${place} length`) % 4;
      return Array.from({ length }, (_, index) => this.valueAt(type.ofType, `${place}.${index}`));
    }
    if (isEnumType(type)) return pick(type.getValues(), place).name;
    if (isObjectType(type) || isAbstractType(type)) return this.#thingAt(type.name, place);
    return leafAt(type.name, place);
  }

  #thingAt(name: string, place: string): Thing {
    const type = this.schema.getType(name);
    const possible = this.terms.concrete[name] ?? this.#possible(name);
    const given = typeof this.id === 'string' ? this.id : null;
    const concrete = possible.find((one) => given?.startsWith(`${one}:`)) ?? pick(possible, `${place} type`);
    const __typename = isObjectType(type) ? name : concrete;
    if (!this.terms.keyed.has(concrete)) return { __typename, place };
    return { __typename, place: given ?? `${concrete}:${hash(place) % entityCount}` };
  }

  #possible(name: string): string[] {
    const type = this.schema.getType(name);
    if (!isAbstractType(type)) return [name];
    return this.schema
      .getPossibleTypes(type)
      .map((one) => one.name)
      .sort();
  }
}

/** What is told wrongly of a thing shows in all that it says. */
function lieIn({ place, told = {} }: Thing): string {
  const lies = Object.entries(told).filter(([name, value]) => !isTrue(`${place}/${name}`, value));
  return lies.length > 0 ? ` told ${JSON.stringify(lies)}` : '';
}

function isTrue(place: string, value: unknown): boolean {
  if (value === null) return isNothing(place);
  const leaves = ['Int', 'Float', 'Boolean', 'String', 'Json'].map((type) => JSON.stringify(leafAt(type, place)));
  if (leaves.includes(JSON.stringify(value))) return true;
  if (Array.isArray(value)) return value.every((item, index) => isTrue(`${place}.${index}`, item));
  // the values of an enum follow from their type
  if (typeof value !== 'object') return typeof value === 'string' && /^[A-Z_0-9]+$/.test(value);
  // another entity that is part of a key
  if ('id' in value) return true;
  return Object.entries(value).every(([name, part]) => name === '__typename' || isTrue(`${place}/${name}`, part));
}

function isNothing(place: string): boolean {
  return hash(`${place} null`) % 7 === 0;
}

function leafAt(type: string, place: string): unknown {
  if (type === 'Int') return numberAt(place);
  if (type === 'Float') return numberAt(place) / 4;
  if (type === 'Boolean') return hash(place) % 2 === 0;
  if (type === 'String' || type === 'ID') return `text ${hash(place) % 1_000}`;
  return pick<unknown>([{ json: place }, [place, [1, null]], numberAt(place), true], place);
}

/** Never zero. */
function numberAt(place: string): number {
  return 1 + (hash(place) % 1_000);
}

function argumentsText(args: Readonly<Row>): string {
  const given = Object.entries(args).sort(([a], [b]) => (a < b ? -1 : 1));
  return given.length > 0 ? `(${JSON.stringify(given)})` : '';
}
