import { isObjectType } from 'graphql';
import type { SubgraphRights } from '../../infra/rights/subgraph-rights.js';
import type { SubgraphName } from '../../infra/subgraphs.js';
import type { Role } from '../../platform/identity/caller.js';
import { rolesOf, type Policy } from '../../platform/policy/policy.js';
import { allowedRoles, ownFields } from '../../platform/policy/structure.js';
import type { FieldMove, Move, Place } from './graph.js';
import type { Way } from './ways.js';

/** Whether a role gets past one move by the tables. */
export type Passes = (role: Role, move: Move | EntityStart) => boolean;

/** An entity that a subgraph is asked for by its key. */
export interface EntityStart {
  readonly kind: 'entity';
  readonly to: Place;
}

/** What the tables say of every move. Each answer is remembered: a matrix asks the same thousands of times. */
export function passesBy(subgraphs: readonly SubgraphRights[]): Passes {
  const known = new Map<string, ReadonlySet<Role> | null>();
  return (role, move) => {
    const key = move.kind === 'field' ? `${move.from.subgraph}/${move.from.type}.${move.field}` : placeKey(move.to);
    const allowed = known.has(key) ? known.get(key) : rolesThatPass(subgraphs, move);
    known.set(key, allowed ?? null);
    return allowed?.has(role) !== false;
  };
}

function placeKey({ subgraph, type }: Place): string {
  return `${subgraph}/${type}`;
}

function rolesThatPass(subgraphs: readonly SubgraphRights[], move: Move | EntityStart): ReadonlySet<Role> | null {
  const { schema, policy } = served(subgraphs, move.to.subgraph);
  const allowed = move.kind === 'field' ? allowedByField(schema, policy, move) : rolesOf(policy.types, move.to.type);
  return allowed && new Set(allowed);
}

function allowedByField(schema: SubgraphRights['schema'], policy: Policy, { from, field }: FieldMove) {
  const type = schema.getType(from.type);
  const found = isObjectType(type) ? ownFields(type).find(({ name }) => name === field) : undefined;
  if (!type || !found) throw new Error(`there is no ${from.type}.${field}`);
  return allowedRoles(policy, type, found);
}

function served(subgraphs: readonly SubgraphRights[], name: SubgraphName): SubgraphRights {
  const found = subgraphs.find((subgraph) => subgraph.name === name);
  if (!found) throw new Error(`there is no subgraph ${name}`);
  return found;
}

/** The place in a way where a role is refused, counted in moves, -1 for the entity with which it begins; null when it passes all. */
export function refusedAt(passes: Passes, role: Role, { entity, moves }: Way): number | null {
  if (entity && !passes(role, { kind: 'entity', to: entity })) return -1;
  const index = moves.findIndex((move) => !passes(role, move));
  return index === -1 ? null : index;
}
