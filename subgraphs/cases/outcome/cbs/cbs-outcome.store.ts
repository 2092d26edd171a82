import type { EntityManager } from 'typeorm';
import { databaseNow } from '../../../../platform/database/clock.js';
import { groupBy } from '../../../../platform/database/loaders.js';
import type { Caller } from '../../../../platform/identity/caller.js';
import { sightOf } from '../../access/visibility.rules.js';
import type { CbsInformant } from './cbs-outcome.vocabulary.js';

export interface NewCbsOutcome {
  readonly measuredOn: string;
  readonly informant: CbsInformant;
  readonly satisfaction: number | null;
  readonly canGoOn: number | null;
  readonly isDropOut: boolean;
  readonly isRestart: boolean;
}

export interface CbsOutcomeRow extends NewCbsOutcome {
  readonly id: string;
  readonly caseId: string;
  readonly recordedAt: Date;
}

/** Keeps what CBS asks of a trajectory: it is added, never changed. */
export function cbsOutcomeStore(db: EntityManager) {
  return {
    now: () => databaseNow(db),

    async add(caseId: string, outcome: NewCbsOutcome): Promise<string> {
      const { measuredOn, informant, satisfaction, canGoOn, isDropOut, isRestart } = outcome;
      const rows: { id: string }[] = await db.query(
        `insert into cbs_outcome (case_id, measured_on, informant, satisfaction, can_go_on, is_drop_out, is_restart)
         values ($1, $2, $3, $4, $5, $6, $7) returning id`,
        [caseId, measuredOn, informant, satisfaction, canGoOn, isDropOut, isRestart],
      );
      return rows[0]?.id ?? '';
    },

    /** Those of each case that the caller works on, the newest first. */
    async findByCaseIds(caller: Caller, ids: readonly string[]): Promise<Map<string, CbsOutcomeRow[]>> {
      const { region, organisationId } = sightOf(caller);
      const rows: CbsOutcomeRow[] = await db.query(
        `select o.id, o.case_id as "caseId", o.measured_on::text as "measuredOn", o.informant, o.satisfaction, o.can_go_on as "canGoOn",
           o.is_drop_out as "isDropOut", o.is_restart as "isRestart", o.recorded_at as "recordedAt"
         from cbs_outcome o where o.case_id = any($1)
           and exists (select from case_file f where f.id = o.case_id and (f.region = $2 or f.owner_organisation_id = $3))
         order by o.recorded_at desc, o.id desc`,
        [ids, region, organisationId],
      );
      return groupBy(rows, ({ caseId }) => caseId);
    },
  };
}

export type CbsOutcomeStore = ReturnType<typeof cbsOutcomeStore>;
