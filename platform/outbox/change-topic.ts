import { createHash } from 'node:crypto';
import type { EntityManager } from '../database/database.js';

/** On which everybody who shows something hears what kind of thing changed, whichever process changed it. */
export const changesChannel = 'hub_changes';

/** What changed, as far as anybody may hear it: no row, no person, nothing of what it became. */
export interface Change {
  /** Whose it is and what it is, such as `capacity.hold`. */
  readonly noun: string;
  /** The youth region that it concerns, where it concerns one. */
  readonly region: string | null;
  /** The mark of the organisation that it concerns, where it concerns one. */
  readonly organisation: string | null;
  /** The mark of what changed, where that is one thing: who knows its identifier knows it again, and nobody else. */
  readonly mark: string | null;
}

interface Happened {
  /** Such as `hold.expired`. */
  readonly kind: string;
  readonly region: string | null;
  readonly organisationId: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** By what a thing is known again whose identifier is not told. */
export function markOf(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}

/** Tells, once the transaction is committed, of which kinds the events of a schema are. The same twice is told once. */
export async function tellOfChanges(tx: EntityManager, schema: string, events: readonly Happened[]): Promise<void> {
  const words = events.map((event) => wordsOf(schema, event));
  await tx.query('select pg_notify($1, told) from unnest($2::text[]) as t (told)', [
    changesChannel,
    [...new Set(words)],
  ]);
}

/** A change out of the words in which it was told. */
export function readChange(words: string): Change {
  const [noun = '', region = nothing, mark = nothing, organisation = nothing] = words.split(' ');
  return { noun, region: orNull(region), mark: orNull(mark), organisation: orNull(organisation) };
}

/** `hold.expired` is about a hold, and tells which by its `holdId`. */
function wordsOf(schema: string, { kind, region, organisationId, data }: Happened): string {
  const noun = kind.split('.', 1)[0] ?? kind;
  const id = data[`${noun}Id`];
  return [`${schema}.${noun}`, region ?? nothing, markOrNothing(id), markOrNothing(organisationId)].join(' ');
}

/** Stands where something is not told. */
const nothing = '-';

function markOrNothing(id: unknown): string {
  return typeof id === 'string' ? markOf(id) : nothing;
}

function orNull(word: string): string | null {
  return word === nothing ? null : word;
}
