import type { EntityManager } from 'typeorm';
import { sealerOf } from '../../../../platform/secrecy/database-sealer.js';
import type { UnmetNeed } from './unmet.rules.js';

const uuidBytes = 16;

/** A search that found nothing on some rungs: identifiers and codes only. */
export interface NewUnmetNeed {
  readonly caseId: string | null;
  /** Region of who searched; that of a case is known. */
  readonly region: string | null;
  readonly municipalityCode: string;
  readonly ageBand: string;
  readonly soughtOn: string;
  readonly needs: readonly UnmetNeed[];
}

/**
 * Who counts as one child: a case under a number of its own for counting, which stays when the case is erased and cannot be made of its identifier
 * without the keys of the hub: so two searches at once find the same. Without a case whoever is of one
 * municipality and age on one day. A case that the caller may not know is not noted.
 */
const adding = `
  with whose as materialized (
    select coalesce((select u.child_id from unmet_need u where u.case_id = c.id limit 1), $7::uuid) as child_id, c.id as case_id, c.region
    from case_projection c where c.id = $1
    union all
    select md5(concat_ws('/', $2::text, $3::text, $4::text, $5::text))::uuid, null, $2 where $1::uuid is null and $2::text is not null
  )
  insert into unmet_need (child_id, case_id, is_anonymous, region, municipality_code, age_band, sought_on, rung, reason)
  select w.child_id, w.case_id, w.case_id is null, w.region, $3, $4, $5::date, r.rung, r.reason
  from whose w cross join jsonb_to_recordset($6::jsonb) as r (rung text, reason text)
  where not exists (
    select from unmet_need u where u.child_id = w.child_id and u.sought_on = $5::date and u.rung = r.rung and u.reason = r.reason
  )
  on conflict do nothing`;

function numberOf(db: EntityManager, caseId: string): string | null {
  const [print] = sealerOf(db).fingerprints('capacity.unmet_need.child_id', caseId);
  return print?.subarray(0, uuidBytes).toString('hex') ?? null;
}

/** Writes what searches did not find. */
export function unmetNeedStore(db: EntityManager) {
  return {
    /** Adds each rung and reason once a day for a child. */
    async add(need: NewUnmetNeed): Promise<void> {
      const { caseId, region, municipalityCode, ageBand, soughtOn, needs } = need;
      const facts = [caseId, region, municipalityCode, ageBand, soughtOn, JSON.stringify(needs)];
      await db.query(adding, [...facts, caseId && numberOf(db, caseId)]);
    },
  };
}
