import type { DataSource } from '../../platform/database/database.js';
import type { PersonalData } from '../../platform/personal-data/personal-data.js';
import type { SealedColumn } from '../../platform/secrecy/database-sealer.js';
import { isUuid } from '../../platform/input/identifiers.js';
import { storages } from '../storages.js';

/** A case that is in the hub, about whose child and family somebody asks. */
export interface DataSubject {
  readonly caseId: string;
  readonly number: string;
}

/** Where one part of the hub knows data subjects. */
export interface Place {
  readonly schema: string;
  readonly data: PersonalData;
}

/** Every part that says so of itself, in the order in which a question passes them. */
export const places: readonly Place[] = Object.values(storages).flatMap(({ schema, personalData: data }) =>
  data ? [{ schema, data }] : [],
);

/** What each part keeps sealed. */
export const sealedColumns: Readonly<Record<string, readonly SealedColumn[]>> = Object.fromEntries(
  Object.values(storages).map(({ schema, sealed = [] }) => [schema, sealed]),
);

/** By the number that people say, or by the identifier; null when there is no such case. */
export async function findSubject(db: DataSource, reference: string): Promise<DataSubject | null> {
  const rows: DataSubject[] = await db.query(
    `select id as "caseId", number from cases.case_file where ${isUuid(reference) ? 'id = $1::uuid' : 'number = upper($1)'}`,
    [reference],
  );
  return rows[0] ?? null;
}
