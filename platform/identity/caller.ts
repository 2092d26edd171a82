import type { Language } from '../errors/errors.js';
import type { Purpose } from './purpose.js';
import type { Scope } from './scopes.js';

/** Every role that a token can carry. What each may see stands in the policy of each subgraph. */
export const roles = [
  'case-owner',
  'care-broker',
  'ret-member',
  'provider-planner',
  'provider-system',
  'analyst',
  'privacy-officer',
  'operator',
  'developer',
] as const;

export type Role = (typeof roles)[number];

export interface OperationMark {
  /** Of a registered operation; null for any other. */
  readonly name: string | null;
  /** SHA-256 of the document, hexadecimal. */
  readonly hash: string;
}

/** Who is asking. Organisation and region come from the token only, never from the request. */
export interface Caller {
  /**
   * The one name of a user: issuer and subject (`userIdOf`), so that nobody is taken for somebody of another identity provider; of a
   * system that the hub registered its client id, which holds no `#`.
   */
  readonly subject: string;
  readonly roles: readonly Role[];
  /** Id of the caller's own organisation, where the role belongs to one. */
  readonly organisationId: string | null;
  /** Key of the youth region, such as `flevoland`, where the role belongs to one. */
  readonly region: string | null;
  /** By which way the caller came in: a page, a token, a client by its id; behind the lane for bulk after `lane/`. */
  readonly accessPoint: string;
  /** What a system's token is for; null for a person, whom roles alone bind. */
  readonly scopes: readonly Scope[] | null;
  /** Who the caller is among the professionals of the hub, where that is known of a person. */
  readonly professionalId?: string | null;
  /** When the caller last proved with a second factor who this is; nothing where that never was, as for every system. */
  readonly secondFactorAt?: Date | null;
  /** Asked anew for a screen because something changed: what is told must not be older than that. */
  readonly isLive?: boolean;
  /** Why the caller looks. */
  readonly purpose: Purpose;
  /** What was asked as a whole: the name of a registered operation, and the hash of the document; no value of it. */
  readonly operation: OperationMark | null;
  readonly language: Language;
  /** Identifies the request in every log line. */
  readonly requestId: string;
}

export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value);
}

export function hasRole(caller: Caller, ...allowed: readonly Role[]): boolean {
  return caller.roles.some((role) => allowed.includes(role));
}
