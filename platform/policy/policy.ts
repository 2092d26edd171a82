import { roles, type Role } from '../identity/caller.js';
import type { Scope } from '../identity/scopes.js';

/** What the same roles may use, on the same rows. */
export interface Rights {
  /** Operations, types, or fields as `Type.field`. */
  readonly names: readonly string[];
  readonly roles: readonly Role[];
  /** Which rows these roles reach, in a few English words for docs/rights.md; the stores hold to it. */
  readonly rows: string;
  /** Of operations: what the token of a system must be for. Every operation that a system may use has one. */
  readonly scope?: Scope;
}

/**
 * The rights of one subgraph. Every operation and every object type that it serves stands here once, with its rows: what is missing
 * stops the start. Which rows of a type a role sees is decided in the stores; this table decides whether it sees the type, field or
 * operation at all.
 */
export interface Policy {
  readonly operations: readonly Rights[];
  readonly types: readonly Rights[];
  /** The fields that fewer may read than their type. */
  readonly fields?: readonly Rights[];
}

export const everyone = roles;

/** The scope that an operation asks of a system; null where no system may use it. */
export function scopeOf({ operations }: Policy, name: string): Scope | null {
  return operations.find(({ names }) => names.includes(name))?.scope ?? null;
}

/** The roles of one entry; null when nothing is said of it. */
export function rolesOf(rights: readonly Rights[] | undefined, name: string): readonly Role[] | null {
  return rights?.find(({ names }) => names.includes(name))?.roles ?? null;
}
