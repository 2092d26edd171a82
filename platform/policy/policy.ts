import { roles, type Role } from '../identity/caller.js';
import type { Scope } from '../identity/scopes.js';

/** What the same roles may use, on the same rows. */
export interface Rights {
  /** Operations, types, or fields as `Type.field`. */
  readonly names: readonly string[];
  readonly roles: readonly Role[];
  /** Which rows these roles reach, in a few English words for docs/rights.md; the stores hold to it. */
  readonly rows: string;
  /** What the token of a system must be for: one of these. Whatever a system may use or read has some; of fields only those that ask more. */
  readonly scopes?: readonly Scope[];
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

/** What a table grants to: the roles of a caller, and what the token of a system is for. */
export interface Grants {
  readonly roles: Role;
  readonly scopes: Scope;
}

/** To whom something is granted; null when nothing is said of it. */
export type Granted<A extends keyof Grants> = readonly Grants[A][] | null;

/** To whom one entry grants what it names. */
export function grantedIn<A extends keyof Grants>(
  rights: readonly Rights[] | undefined,
  name: string,
  to: A,
): Granted<A> {
  const found: Partial<{ [K in keyof Grants]: readonly Grants[K][] }> = (rights && byName(rights).get(name)) ?? {};
  return found[to] ?? null;
}

const known = new WeakMap<readonly Rights[], ReadonlyMap<string, Rights>>();

/** Entries by what they name; where two name the same, the first. */
function byName(rights: readonly Rights[]): ReadonlyMap<string, Rights> {
  const made =
    known.get(rights) ?? new Map(rights.toReversed().flatMap((one) => one.names.map((name) => [name, one] as const)));
  known.set(rights, made);
  return made;
}
