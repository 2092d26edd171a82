import type { Readable } from 'node:stream';
import type { Caller, Role } from '../../identity/caller.js';
import type { Scope } from '../../identity/scopes.js';
import { HubError } from '../../errors/errors.js';

/** What the gateway says of a request before its body, and signs. */
export interface RoadHead {
  /** Which road of the subgraph. */
  readonly road: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly mediaType: string | null;
  /** The length of the body, where the client told it. */
  readonly bytes: number | null;
  readonly idempotencyKey: string | null;
}

/** A request that came along a road: its body is read as it comes in. */
export interface RoadRequest extends RoadHead {
  readonly caller: Caller;
  readonly body: Readable;
  /** Fires when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** Writes down, without content, what broke in the hub and the sender only knows the code of. */
  readonly report: (error: unknown) => void;
}

/** An answer that is sent as it is made. */
export interface RoadAnswer {
  readonly status: number;
  readonly mediaType: string;
  readonly body: Readable;
}

/**
 * A way into a subgraph beside GraphQL, for what is too much for one request or one answer. Only these roles are let in, and systems with this scope,
 * before anything of the body is read; a HubError refuses the whole request.
 */
export interface Road {
  /** What the token of a system must be for. */
  readonly scope: Scope;
  readonly roles: readonly Role[];
  travel(request: RoadRequest): Promise<RoadAnswer>;
}

export function writeHead(head: RoadHead): string {
  return JSON.stringify(head);
}

/** The head that the gateway wrote and signed; UNAUTHENTICATED for any other text. */
export function readHead(text: string): RoadHead {
  try {
    return JSON.parse(text) as RoadHead;
  } catch {
    throw new HubError('UNAUTHENTICATED');
  }
}
