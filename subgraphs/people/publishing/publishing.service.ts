import { HubError } from '../../../platform/errors/errors.js';
import type { Caller } from '../../../platform/identity/caller.js';
import { ownOrganisation } from '../../../platform/identity/own-organisation.js';
import { isKey, longestKey, repeatedIn } from '../../../platform/input/own-key.js';
import { rowFault, type RowFault } from '../../../platform/input/row-fault.js';
import type { PublishedProfessionalInput, PublishProfessionalsInput } from './publishing.input.js';
import {
  judgeProfessional,
  professionalFault,
  refusedRow,
  type KnownProfessional,
  type ProfessionalJudgement,
} from './publishing.rules.js';
import type { PublishingStore } from './publishing.store.js';
import type { ProfessionalOutcome } from './publishing.vocabulary.js';

/** What became of one professional, at the place that it had in the request. Survives JSON. */
export interface PublishedProfessionalRow {
  readonly outcome: ProfessionalOutcome;
  readonly professionalId: string | null;
  readonly fault: RowFault | null;
}

/** What became of a publication. Survives JSON. */
export interface PublicationRecord {
  readonly rows: readonly PublishedProfessionalRow[];
  /** Null when it was not said to be complete. */
  readonly leftOut: { readonly count: number; readonly keys: readonly string[] } | null;
}

/** What became of a confirmation. Survives JSON. */
export interface ConfirmationRecord {
  /** ISO 8601, UTC. */
  readonly confirmedAt: string | null;
  readonly professionalIds: readonly string[];
  readonly unknownKeys: readonly string[];
}

type Rows = readonly PublishedProfessionalInput[];
type Known = ReadonlyMap<string, KnownProfessional>;

const mostRows = 500;

/** Takes in whom an organisation has: new, changed, confirmed or gone, by its own keys. */
export function publishingService(store: PublishingStore) {
  /** Writes what is to be written and confirms all that stands. Gives the ids by key. */
  async function write(
    organisationId: string,
    rows: Rows,
    judgements: readonly ProfessionalJudgement[],
    known: Known,
  ): Promise<ReadonlyMap<string, string>> {
    const judged = rows.flatMap((row, index) => (judgements[index] ? [{ ...row, ...judgements[index] }] : []));
    await store.write(organisationId, new Map(judged.flatMap(({ key, record }) => (record ? [[key, record]] : []))));
    const standing = judged.filter(({ outcome }) => ['CREATED', 'CHANGED', 'UNCHANGED'].includes(outcome));
    const { confirmed } = await store.confirm(
      organisationId,
      standing.map(({ key }) => key),
    );
    const leaving = judged.filter(({ outcome }) => outcome === 'LEFT');
    await store.letGo(leaving.map(({ key, leftOn }) => ({ id: known.get(key)?.id ?? '', leftOn: leftOn ?? '' })));
    return new Map([...[...known].map(([key, { id }]) => [key, id] as const), ...confirmed]);
  }

  return {
    /** Throws FORBIDDEN and TOO_MANY_ROWS; all else is told of each professional by itself. */
    async publish(
      caller: Caller,
      { professionals: rows, isComplete }: Pick<PublishProfessionalsInput, 'professionals' | 'isComplete'>,
    ): Promise<PublicationRecord> {
      const organisationId = ownOrganisation(caller);
      assertRows('professionals', rows);
      const faults = ownFaults(rows, await store.takeTurn(organisationId));
      const keys = rows.map(({ key }) => key);
      const known = await store.findOwn(
        organisationId,
        keys.filter((_, index) => !faults[index]),
      );
      const judgements = rows.map((row, index) => {
        const fault = faults[index];
        return fault ? refusedRow(fault) : judgeProfessional(row, known.get(row.key), index);
      });
      const ids = await write(organisationId, rows, judgements, known);
      return {
        rows: judgements.map(({ outcome, fault }, index) => ({
          ...{ outcome, fault, professionalId: fault ? null : (ids.get(keys[index] ?? '') ?? null) },
        })),
        leftOut: isComplete ? await store.findLeftOut(organisationId, keys.filter(isKey)) : null,
      };
    },

    /** Throws FORBIDDEN, TOO_MANY_ROWS, and BAD_USER_INPUT for what cannot be a key. */
    async confirm(caller: Caller, keys: readonly string[] | null): Promise<ConfirmationRecord> {
      const organisationId = ownOrganisation(caller);
      if (keys) assertKeys(keys);
      // the rows of one organisation are locked by one of its steps at a time
      await store.takeTurn(organisationId);
      const { at, confirmed } = await store.confirm(organisationId, keys);
      return {
        confirmedAt: at?.toISOString() ?? null,
        professionalIds: [...confirmed.values()],
        unknownKeys: [...new Set(keys ?? [])].filter((key) => !confirmed.has(key)),
      };
    },
  };
}

function assertKeys(keys: readonly string[]): void {
  assertRows('keys', keys);
  const wrong = keys.findIndex((key) => !isKey(key));
  if (wrong >= 0) throw new HubError('BAD_USER_INPUT', { field: `keys.${wrong}`, expected: `1–${longestKey}` });
}

function assertRows(field: string, rows: readonly unknown[]): void {
  if (rows.length < 1 || rows.length > mostRows) throw new HubError('TOO_MANY_ROWS', { field, limit: mostRows });
}

function ownFaults(rows: Rows, today: string): (RowFault | null)[] {
  const repeated = repeatedIn(rows.map(({ key }) => key));
  return rows.map((row, index) => {
    const fault = professionalFault(row, index, today);
    const isRepeated = repeated.has(row.key);
    return fault ?? (isRepeated ? rowFault('PROFESSIONAL_KEY_REPEATED', `professionals.${index}.key`) : null);
  });
}
