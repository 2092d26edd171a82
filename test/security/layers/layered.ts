import type { DataSource } from '../../../platform/database/database.js';
import type { Caller } from '../../../platform/identity/caller.js';
import type { Subgraph } from '../../../platform/subgraph/subgraph-endpoint.js';
import { callerAs } from '../../builders/callers.js';
import { idOf } from '../../builders/rows/case.js';

/** A subgraph whose rows somebody else must not see, whichever of its layers is left. */
export interface LayeredSubgraph {
  readonly name: string;
  readonly askers: Askers;
  readonly subjects: readonly Subject[];
  readonly open: () => Promise<LayeredDatabase>;
}

export interface LayeredDatabase {
  /** As the login role of the subgraph: row level security holds. */
  readonly db: DataSource;
  /** As the owner, whom row level security lets pass. */
  readonly owner: DataSource;
  /** The subgraph over either of them, past the gateway. */
  readonly openOver: (db: DataSource) => Promise<Subgraph>;
  close(): Promise<void>;
}

/** A table, the question that shows its rows, and which of them each asker may see; whoever is not named sees none. */
export interface Subject {
  /** What it is, in words. */
  readonly what: string;
  readonly table: string;
  /** SQL that tells of a row by four digits at its end which one it is; null where the table stands open and the subgraph alone holds to it. */
  readonly key: string | null;
  /** Asks as `id` for what tells of a row which one it is. */
  readonly document: string;
  readonly seen: SeenRows;
  /** Beyond that in the database alone: what is counted, and what the table of rights refuses by role. */
  readonly alsoInDatabase?: SeenRows;
}

export type SeenRows = Readonly<Partial<Record<Asker, readonly number[]>>>;
export type Askers = Readonly<Record<Asker, Caller>>;

export type Asker =
  | ('broker' | 'broker of another region' | 'owner' | 'another owner')
  | ('planner' | 'planner of another provider' | 'system of a provider')
  | ('analyst' | 'member' | 'officer' | 'operator');

interface Organisations {
  readonly owners: readonly [string, string];
  readonly providers: readonly [string, string];
}

/** Everybody who asks, of two regions, two owners and two providers; of the second provider a planner and a system. */
export function askersOf({ owners: [owner, otherOwner], providers: [provider, otherProvider] }: Organisations): Askers {
  return {
    broker: callerAs('care-broker'),
    'broker of another region': { ...callerAs('care-broker'), subject: 'somebody else', region: 'region-2' },
    owner: callerAs('case-owner', owner),
    'another owner': callerAs('case-owner', otherOwner),
    planner: callerAs('provider-planner', provider),
    'planner of another provider': callerAs('provider-planner', otherProvider),
    'system of a provider': callerAs('provider-system', otherProvider),
    analyst: callerAs('analyst', provider),
    member: callerAs('ret-member'),
    officer: callerAs('privacy-officer'),
    operator: callerAs('operator'),
  };
}

export const twoOwners = [idOf(901), idOf(902)] as const;
