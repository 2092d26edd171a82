import { toCapacityConfig } from '../../../subgraphs/capacity/config.js';
import { openCapacity } from '../../../subgraphs/capacity/server.js';
import type { Caller } from '../../../platform/identity/caller.js';
import type { WorldOffer } from '../../oracle/world.js';
import { askSubgraph } from '../ask-subgraph.js';
import { callerAs } from '../callers.js';
import { openCapacityDatabase, type CapacityDatabase } from '../databases/capacity-database.js';
import { anOffer } from '../rows/offer.js';

export const noon = '2026-11-21T12:00:00Z';
export const own = '20000000-0000-4000-8000-000000000001';
export const other = '20000000-0000-4000-8000-000000000002';
export const system = callerAs('provider-system', own);
export const foreign = callerAs('provider-system', other);
export const broker = callerAs('care-broker');

/** The nth offer of the own organisation. */
export function offer(n: number, replaced: Partial<WorldOffer> = {}): WorldOffer {
  return anOffer(n, { organisationId: own, ...replaced });
}

/** The own key of the nth offer, which is its id as well. */
export function key(n: number): string {
  return anOffer(n).id;
}

/** Capacity on a database of its own, with those who change it. */
export interface CapacityDesk {
  readonly database: CapacityDatabase;
  ask(caller: Caller, document: string, variables?: Record<string, unknown>): Promise<DeskAnswer>;
  /** A mutation with an input of its own name and a new idempotency key. */
  change(caller: Caller, name: string, input: object, asked: string): Promise<ChangeAnswer>;
  /** The kinds of the events that were told since the last clearing. */
  kinds(): Promise<string[]>;
  clearEvents(): Promise<void>;
  close(): Promise<void>;
}

interface DeskAnswer {
  readonly data: Record<string, unknown> | null;
  readonly codes: readonly unknown[];
}

interface ChangeAnswer {
  readonly answer: Record<string, unknown> | null;
  readonly codes: readonly unknown[];
}

export async function openCapacityDesk(): Promise<CapacityDesk> {
  const database = await openCapacityDatabase();
  await database.setClock(noon);
  const capacity = await openCapacity(database.db, toCapacityConfig({}));
  let request = 0;
  const ask = async (caller: Caller, document: string, variables = {}): Promise<DeskAnswer> => {
    const { data, errors } = await askSubgraph(capacity, caller, document, variables);
    return { data, codes: errors.map(({ code }) => code) };
  };
  return {
    database,
    ask,
    async change(caller, name, input, asked) {
      const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
      const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ${asked} } }`;
      const { data, codes } = await ask(caller, document, { input: { idempotencyKey: String(++request), ...input } });
      return { answer: (data?.[name] ?? null) as Record<string, unknown> | null, codes };
    },
    async kinds() {
      const rows: { kind: string }[] = await database.owner.query(
        `select kind from outbox where kind <> 'offer.known' order by id`,
      );
      return rows.map(({ kind }) => kind);
    },
    clearEvents: () => database.owner.query('truncate outbox cascade'),
    close: () => database.close(),
  };
}
