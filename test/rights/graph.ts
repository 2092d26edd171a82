import {
  getNamedType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import type { SubgraphRights } from '../../infra/rights/subgraph-rights.js';
import type { SubgraphName } from '../../infra/subgraphs.js';
import { itemField, objectTypes, ownFields } from '../../platform/policy/structure.js';

/** A type as one subgraph serves it. */
export interface Place {
  readonly subgraph: SubgraphName;
  readonly type: string;
}

/** From a type to another along a field of one subgraph; of a page straight to its items. */
export interface FieldMove {
  readonly kind: 'field';
  readonly from: Place;
  readonly field: string;
  /** The type of each level that is passed, the first that of the field's parent. */
  readonly parents: readonly string[];
  /** The name of each field that is passed. */
  readonly keys: readonly string[];
  readonly to: Place;
  readonly isLeaf: boolean;
  readonly isList: boolean;
  readonly isPage: boolean;
  /** Whether it needs a value of another subgraph (`@requires`). */
  readonly isRequiring: boolean;
  /** Whether another subgraph gives its value (`@external`). */
  readonly isExternal: boolean;
}

/** Into another subgraph that serves more of the same entity. */
export interface HopMove {
  readonly kind: 'hop';
  readonly from: Place;
  readonly to: Place;
}

export type Move = FieldMove | HopMove;

/** Where one can go in the schemas of all subgraphs together. */
export class RightsGraph {
  readonly #moves = new Map<string, readonly Move[]>();
  readonly #entities: readonly Place[];

  constructor(subgraphs: readonly SubgraphRights[]) {
    const served = subgraphs.flatMap(({ name, schema }) => objectTypes(schema).map((type) => ({ name, type })));
    const entities = served.filter(({ type }) => directives(type).some((one) => one.name === 'key'));
    this.#entities = entities.map(({ name, type }) => ({ subgraph: name, type: type.name }));
    const enterable = entities.filter(({ type }) => directives(type).every((one) => !one.isUnresolvable));
    for (const { name, type } of served) {
      const from = { subgraph: name, type: type.name };
      const others = enterable.filter((entity) => entity.type.name === type.name && entity.name !== name);
      const hops = others.map(
        (other) => ({ kind: 'hop', from, to: { subgraph: other.name, type: type.name } }) as const,
      );
      const fields = ownFields(type).map((field) => fieldMove(from, field));
      this.#moves.set(keyOf(from), [...fields.sort((a, b) => detour(a) - detour(b)), ...hops]);
    }
  }

  movesFrom(place: Place): readonly Move[] {
    return this.#moves.get(keyOf(place)) ?? [];
  }

  /** The entities for which a subgraph can be asked by their key. */
  entitiesOf(subgraph: SubgraphName): readonly Place[] {
    return this.#entities.filter((entity) => entity.subgraph === subgraph);
  }
}

export function keyOf({ subgraph, type }: Place): string {
  return `${subgraph}/${type}`;
}

/** Lists that may well be empty; a way along another field is more likely to come to something. */
const oftenEmpty = new Set(['offerChanges', 'disputes', 'notices', 'changesSince']);

function detour({ keys, field }: FieldMove): number {
  return keys.length + (oftenEmpty.has(field) ? 10 : 0);
}

function fieldMove(from: Place, field: GraphQLField<unknown, unknown>): FieldMove {
  const passed = [{ parent: from.type, field }];
  for (let item = itemField(getNamedType(field.type)); item; item = itemField(getNamedType(item.type))) {
    passed.push({ parent: getNamedType(passed.at(-1)?.field.type ?? field.type).name, field: item });
  }
  const last = getNamedType((passed.at(-1)?.field ?? field).type);
  const marks = field.astNode?.directives?.map(({ name }) => name.value) ?? [];
  return {
    kind: 'field',
    from,
    field: field.name,
    parents: passed.map(({ parent }) => parent),
    keys: passed.map((step) => step.field.name),
    to: { subgraph: from.subgraph, type: last.name },
    isLeaf: !isObjectType(last),
    isList: passed.some((step) =>
      isListType(isNonNullType(step.field.type) ? step.field.type.ofType : step.field.type),
    ),
    isPage: field.args.some(({ name }) => name === 'first'),
    isRequiring: marks.includes('requires'),
    isExternal: marks.includes('external'),
  };
}

function directives(type: GraphQLObjectType): { name: string; isUnresolvable: boolean }[] {
  return (type.astNode?.directives ?? []).map((directive) => ({
    name: directive.name.value,
    isUnresolvable: (directive.arguments ?? []).some(
      ({ name, value }) => name.value === 'resolvable' && value.kind === Kind.BOOLEAN && !value.value,
    ),
  }));
}
