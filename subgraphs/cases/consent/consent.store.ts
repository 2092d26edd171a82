import type { EntityManager } from 'typeorm';
import { databaseNow } from '../../../platform/database/clock.js';
import type { Caller } from '../../../platform/identity/caller.js';
import { groupBy, mapBy } from '../../../platform/database/loaders.js';
import { sightOf } from '../access/visibility.rules.js';
import type { ConsentRow } from './consent.entity.js';
import type { ConsentParty, ConsentPurpose } from './consent.vocabulary.js';

/** A consent as it stands at the moment of reading. */
export type RecordedRow = ConsentRow & { readonly isValid: boolean };

export type NewConsent = Pick<
  ConsentRow,
  'caseId' | 'purpose' | 'by' | 'givenAt' | 'validUntil' | 'recordedByOrganisationId'
>;

/** Whose consent, for which case and what. */
export interface ConsentKey {
  readonly caseId: string;
  readonly by: ConsentParty;
  readonly purpose: ConsentPurpose;
}

const ownCase = `exists (select from case_file f where f.id = c.case_id and (f.region = $1 or f.owner_organisation_id = $2))`;
const columns = `c.id, c.case_id as "caseId", c.purpose, c.given_by as by, c.given_at as "givenAt", c.valid_until as "validUntil",
  c.recorded_at as "recordedAt", c.recorded_by_organisation_id as "recordedByOrganisationId", c.withdrawn_at as "withdrawnAt",
  consent_holds(c) as "isValid"`;

/** Keeps consents: they are recorded and withdrawn, never changed in anything else. */
export function consentStore(db: EntityManager) {
  const read = (caller: Caller, condition: string, ids: readonly string[]): Promise<RecordedRow[]> => {
    const { region, organisationId } = sightOf(caller);
    return db.query(
      `select ${columns} from consent c where ${ownCase} and ${condition} order by c.given_at desc, c.id desc`,
      [region, organisationId, ids],
    );
  };

  return {
    async findByIds(caller: Caller, ids: readonly string[]): Promise<Map<string, RecordedRow>> {
      return mapBy(await read(caller, 'c.id = any($3)', ids), ({ id }) => id);
    },

    /** The consents of each case, the newest first. */
    async findByCaseIds(caller: Caller, caseIds: readonly string[]): Promise<Map<string, RecordedRow[]>> {
      return groupBy(await read(caller, 'c.case_id = any($3)', caseIds), ({ caseId }) => caseId);
    },

    now: () => databaseNow(db),

    async add({ caseId, purpose, by, givenAt, validUntil, recordedByOrganisationId }: NewConsent): Promise<string> {
      const rows: { id: string }[] = await db.query(
        `insert into consent (case_id, purpose, given_by, given_at, valid_until, recorded_by_organisation_id)
         values ($1, $2, $3, $4, $5, $6) returning id`,
        [caseId, purpose, by, givenAt, validUntil, recordedByOrganisationId],
      );
      if (!rows[0]) throw new Error('a row that was added is there');
      return rows[0].id;
    },

    /** Withdraws whatever of it holds; gives what it was. */
    async withdraw(caller: Caller, { caseId, by, purpose }: ConsentKey): Promise<string[]> {
      const { region, organisationId } = sightOf(caller);
      const [rows] = await db.query<[{ id: string }[], number]>(
        `update consent c set withdrawn_at = hub_now()
         where ${ownCase} and c.case_id = $3 and c.given_by = $4 and c.purpose = $5 and consent_holds(c) returning c.id`,
        [region, organisationId, caseId, by, purpose],
      );
      return rows.map(({ id }) => id);
    },
  };
}

export type ConsentStore = ReturnType<typeof consentStore>;
