import type { EntityManager } from '../../../platform/database/database.js';
import type { Caller } from '../../../platform/identity/caller.js';
import type { LadderRung } from '../../../vocabulary/ladder.js';
import type { NeedFields } from '../../../vocabulary/need.js';
import { toNeedRecord } from '../options/need/need.rules.js';
import { keptDays, searchesChannel } from './saved-search.rules.js';

/** What fits a search now, and since when that is known. */
export interface FindRow {
  readonly offerId: string;
  readonly foundAt: string;
}

export interface SavedSearchRow {
  readonly id: string;
  readonly caseId: string | null;
  readonly municipalityCode: string;
  readonly birthYear: number;
  readonly rungs: readonly LadderRung[];
  readonly createdAt: Date;
  readonly endsAt: Date;
  /** The newest first. */
  readonly finds: readonly FindRow[];
}

/** Most that is told of one search. */
const mostFinds = 50;

/** Whether somebody keeps it still, and may see its case. */
const ownSearches = `s.subject = $1 and s.ends_at > hub_now()
  and (s.case_id is null or exists (select from case_projection known where known.id = s.case_id
    and (known.region = $2 or known.owner_organisation_id = $3::uuid)))`;

/** Keeps the searches of people. */
export function savedSearchStore(db: EntityManager) {
  const valuesOf = ({ subject, region, organisationId }: Caller) => [subject, region, organisationId];
  return {
    /** Lets one change of a person's searches come after the other. */
    async takeTurn({ subject }: Caller): Promise<void> {
      await db.query(`select pg_advisory_xact_lock(hashtext('saved_search'), hashtext($1))`, [subject]);
    },

    async countOwn(caller: Caller): Promise<number> {
      const rows: { count: number }[] = await db.query(
        `select count(*)::integer as count from saved_search s where ${ownSearches}`,
        valuesOf(caller),
      );
      return rows[0]?.count ?? 0;
    },

    /** Whether a case is the caller's, and open. */
    async isOwnCase(caller: Caller, caseId: string): Promise<boolean> {
      const rows: unknown[] = await db.query(
        `select from case_projection known where known.id = $1 and known.status = 'OPEN'
           and (known.region = $2 or known.owner_organisation_id = $3::uuid)`,
        [caseId, caller.region, caller.organisationId],
      );
      return rows.length > 0;
    },

    /** Keeps a search; gives its identifier. */
    async add({ subject, region, organisationId }: Caller, need: NeedFields, caseId: string | null): Promise<string> {
      const rows: { id: string }[] = await db.query(
        `insert into saved_search (subject, region, organisation_id, case_id, municipality_code, need, ends_at)
         values ($1, $2, $3, $4, $5, $6, hub_now() + make_interval(days => $7)) returning id`,
        [subject, region, organisationId, caseId, need.municipalityCode, JSON.stringify(toNeedRecord(need)), keptDays],
      );
      if (!rows[0]) throw new Error('a row that was added is there');
      await db.query(`select pg_notify('${searchesChannel}', '')`);
      return rows[0].id;
    },

    /** Keeps a search for as long again, from now on; whether it was there. */
    async renew(caller: Caller, id: string): Promise<boolean> {
      const [rows]: [unknown[], number] = await db.query(
        `update saved_search s set ends_at = hub_now() + make_interval(days => $5) where ${ownSearches} and s.id = $4 returning s.id`,
        [...valuesOf(caller), id, keptDays],
      );
      return rows.length > 0;
    },

    /** Whether it was there. */
    async remove(caller: Caller, id: string): Promise<boolean> {
      const [rows]: [unknown[], number] = await db.query(
        `delete from saved_search s where ${ownSearches} and s.id = $4 returning s.id`,
        [...valuesOf(caller), id],
      );
      return rows.length > 0;
    },

    /** The caller's own, the newest first, with what fits them: in one statement. */
    async findOwn(caller: Caller): Promise<SavedSearchRow[]> {
      return db.query(
        `select s.id, s.case_id as "caseId", s.municipality_code as "municipalityCode", (s.need ->> 'birth_year')::integer as "birthYear",
           array(select jsonb_array_elements_text(s.need -> 'rungs')) as rungs, s.created_at as "createdAt", s.ends_at as "endsAt",
           coalesce((select jsonb_agg(jsonb_build_object('offerId', f.offer_id, 'foundAt', f.found_at) order by f.found_at desc, f.offer_id)
             from (select * from saved_search_find f where f.search_id = s.id and f.gone_at is null
               order by f.found_at desc, f.offer_id limit ${mostFinds}) f), '[]') as finds
         from saved_search s where ${ownSearches} order by s.created_at desc, s.id`,
        valuesOf(caller),
      );
    },
  };
}

export type SavedSearchStore = ReturnType<typeof savedSearchStore>;
