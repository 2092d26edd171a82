import type { EntityManager } from 'typeorm';
import { groupBy } from '../../../../platform/database/loaders.js';
import type { Caller } from '../../../../platform/identity/caller.js';
import { sightOf } from '../../access/visibility.rules.js';

/** Keeps which cases are of children of one family. Every link stands in both directions. */
export function siblingStore(db: EntityManager) {
  return {
    /** Whether the link was not there yet. */
    async link(caseId: string, siblingId: string): Promise<boolean> {
      const added: unknown[] = await db.query(
        'insert into case_sibling (case_id, sibling_id) values ($1, $2), ($2, $1) on conflict do nothing returning case_id',
        [caseId, siblingId],
      );
      return added.length > 0;
    },

    /** Whether there was a link. */
    async unlink(caseId: string, siblingId: string): Promise<boolean> {
      const [removed] = await db.query<[unknown[], number]>(
        'delete from case_sibling where (case_id, sibling_id) in (($1, $2), ($2, $1)) returning case_id',
        [caseId, siblingId],
      );
      return removed.length > 0;
    },

    /** How many siblings a case has, as far as the caller sees them. */
    async count(caseId: string): Promise<number> {
      const rows: { count: number }[] = await db.query(
        'select count(*)::integer as count from case_sibling where case_id = $1',
        [caseId],
      );
      return rows[0]?.count ?? 0;
    },

    /** The other case has changed as well: whoever read it before meets a conflict. */
    async touch(id: string): Promise<number> {
      const [rows] = await db.query<[{ version: number }[], number]>(
        'update case_file set version = version + 1 where id = $1 returning version',
        [id],
      );
      if (!rows[0]) throw new Error('a row that is locked is there');
      return rows[0].version;
    },

    /** The siblings of each case, where the caller may know both: of a restricted case its owner's people only. */
    async findByCaseIds(caller: Caller, ids: readonly string[]): Promise<Map<string, string[]>> {
      const { region, organisationId } = sightOf(caller);
      const known = (file: string): string =>
        `(${file}.owner_organisation_id = $3 or (${file}.region = $2 and not ${file}.is_restricted))`;
      const rows: { caseId: string; siblingId: string }[] = await db.query(
        `select s.case_id as "caseId", s.sibling_id as "siblingId" from case_sibling s
         join case_file f on f.id = s.case_id join case_file o on o.id = s.sibling_id
         where s.case_id = any($1) and ${known('f')} and ${known('o')} order by s.linked_at, s.sibling_id`,
        [ids, region, organisationId],
      );
      return new Map(
        [...groupBy(rows, ({ caseId }) => caseId)].map(([id, links]) => [id, links.map(({ siblingId }) => siblingId)]),
      );
    },
  };
}

export type SiblingStore = ReturnType<typeof siblingStore>;
