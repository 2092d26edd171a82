import type { EntityManager } from 'typeorm';
import type { CaseChangeKind } from '../../timeline/case-event.vocabulary.js';
import type { ClosingReason } from '../case.vocabulary.js';

/** What somebody did to a case, and which version it made of it. */
export interface CaseChange {
  readonly caseId: string;
  readonly version: number;
  readonly kind: CaseChangeKind;
  /** The names of what changed, never a value. */
  readonly fields?: readonly string[];
  readonly reason?: ClosingReason;
  readonly toRegion?: string;
  readonly toOrganisationId?: string | null;
}

/** Who did it, the database knows. */
const byCaller = `(public.hub_caller() ->> 'organisation')::uuid,
  array(select jsonb_array_elements_text(public.hub_caller() -> 'roles')), public.hub_caller() ->> 'purpose'`;

/** Keeps what was done to cases: it is added, never changed. */
export function caseChangesStore(db: EntityManager) {
  return {
    async add({ caseId, version, kind, fields = [], ...more }: CaseChange): Promise<void> {
      await db.query(
        `insert into case_change (case_id, version, kind, fields, reason, to_region, to_organisation_id, organisation_id, roles, purpose)
         select $1, $2, $3, $4, $5, $6, $7, ${byCaller}`,
        [caseId, version, kind, fields, more.reason ?? null, more.toRegion ?? null, more.toOrganisationId ?? null],
      );
    },
  };
}

export type CaseChangesStore = ReturnType<typeof caseChangesStore>;
