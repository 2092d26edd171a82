import { isObjectType, type GraphQLField } from 'graphql';
import type { SubgraphRights } from '../../infra/rights/subgraph-rights.js';
import type { SubgraphName } from '../../infra/subgraphs.js';
import { grantedIn, type Granted, type Grants, type Policy } from '../../platform/policy/policy.js';
import { passersOf } from '../../platform/policy/structure.js';
import type { Asker } from './asker.js';
import { keyOf, type FieldMove, type Move, type Place } from './graph.js';
import type { Way } from './ways.js';

/** Whether somebody gets past one move by the tables. */
export type Passes = (asker: Asker, move: Move | EntityStart) => boolean;

/** An entity that a subgraph is asked for by its key. */
export interface EntityStart {
  readonly kind: 'entity';
  readonly to: Place;
}

/** What the tables say of every move. Each answer is remembered: a matrix asks the same thousands of times. */
export function passesBy(subgraphs: readonly SubgraphRights[]): Passes {
  const known = { roles: new Map<unknown, Passing>(), scopes: new Map<unknown, Passing>() };
  const may = (as: keyof Grants, one: string, move: Move | EntityStart): boolean => {
    // there is one move for each field, and many to an entity
    const key = move.kind === 'field' ? move : keyOf(move.to);
    let allowed = known[as].get(key);
    if (allowed === undefined) {
      allowed = thosePassing(subgraphs, move, as);
      known[as].set(key, allowed);
    }
    return allowed?.has(one) !== false;
  };
  return ({ role, scope }, move) => may('roles', role, move) && (scope === null || may('scopes', scope, move));
}

/** Roles or scopes; null for all of them. */
type Passing = ReadonlySet<string> | null;

function thosePassing(subgraphs: readonly SubgraphRights[], move: Move | EntityStart, as: keyof Grants): Passing {
  const { schema, policy } = served(subgraphs, move.to.subgraph);
  const allowed: Granted<keyof Grants> =
    move.kind === 'field' ? passersOfField(schema, policy, move, as) : grantedIn(policy.types, move.to.type, as);
  return allowed && new Set(allowed);
}

function passersOfField(
  schema: SubgraphRights['schema'],
  policy: Policy,
  { from, field }: FieldMove,
  as: keyof Grants,
): Granted<keyof Grants> {
  const type = schema.getType(from.type);
  const found: GraphQLField<unknown, unknown> | undefined = isObjectType(type) ? type.getFields()[field] : undefined;
  if (!type || !found) throw new Error(`there is no ${from.type}.${field}`);
  return passersOf(policy, type, found, as);
}

function served(subgraphs: readonly SubgraphRights[], name: SubgraphName): SubgraphRights {
  const found = subgraphs.find((subgraph) => subgraph.name === name);
  if (!found) throw new Error(`there is no subgraph ${name}`);
  return found;
}

/** The place in a way where somebody is refused, counted in moves, -1 for the entity with which it begins; null when it passes all. */
export function refusedAt(passes: Passes, asker: Asker, { entity, moves }: Way): number | null {
  if (entity && !passes(asker, { kind: 'entity', to: entity })) return -1;
  const index = moves.findIndex((move) => !passes(asker, move));
  return index === -1 ? null : index;
}
