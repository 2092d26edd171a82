import type { EntityManager } from 'typeorm';
import { instantText } from '../../../platform/paging/instant.js';
import type { PageRequest } from '../../../platform/paging/pages.js';

/** One access to a case, as the audit holds it. */
export interface CaseAccessRow {
  readonly id: string;
  readonly at: Date;
  readonly userId: string;
  readonly roles: readonly string[];
  readonly organisationId: string | null;
  /** What was done, such as CASE_READ. */
  readonly event: string;
  readonly purpose: string;
  readonly isGranted: boolean;
  readonly isBreakGlass: boolean;
  readonly operationName: string | null;
  /** The instant to the microsecond, for cursors. */
  readonly sortedAt: string;
}

const page = `
  select id, occurred_at as at, user_id as "userId", user_roles as roles, organisation_id as "organisationId", event_code as event, purpose,
    outcome = 'GRANTED' as "isGranted", check_break_glass as "isBreakGlass", search_name as "operationName", ${instantText('occurred_at')} as "sortedAt"
  from audit_event
  where object_type in ('Case','Consent','Referral','BreakGlass') and object_ids && (select case_objects($1)) and ($2::timestamptz is null or (occurred_at, id) < ($2, $3::uuid))
  order by occurred_at desc, id desc limit $4`;

/** Reads the audit of one case. Who may is decided before. */
export function caseAccessReadModel(db: EntityManager) {
  return {
    /** The organisation that brought a case; null without one, or for a case that is not the caller's to see. No look at the case itself. */
    async findOwner(caseId: string): Promise<string | null> {
      const rows: { owner: string | null }[] = await db.query(
        'select owner_organisation_id as owner from case_file where id = $1',
        [caseId],
      );
      return rows[0]?.owner ?? null;
    },

    findPage: (caseId: string, { limit, after }: PageRequest): Promise<CaseAccessRow[]> =>
      db.query(page, [caseId, after?.[0] ?? null, after?.[1] ?? null, limit]),
  };
}

/** The sort values of an access in the list above. */
export function caseAccessSortValues({ sortedAt, id }: CaseAccessRow): readonly string[] {
  return [sortedAt, id];
}
