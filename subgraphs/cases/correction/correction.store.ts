import type { EntityManager } from 'typeorm';
import { sqlState } from '../../../platform/database/transaction.js';
import { sealedPlace, sealerOf } from '../../../platform/secrecy/database-sealer.js';
import { HubError } from '../../../platform/errors/errors.js';
import { casesSealed } from '../sealed.js';
import type { Correctable } from './correctable.rules.js';

const checkViolation = '23514';

/** How a column of each part of a case is written. Where a child is may not have been told before. */
const writing: Readonly<Record<Correctable['table'], (column: string) => string>> = {
  case_file: (column) => `update case_file set ${column} = $2 where id = $1`,
  case_place: (column) =>
    `insert into case_place (case_id, ${column}) select id, $2 from case_file where id = $1
     on conflict (case_id) do update set ${column} = excluded.${column}`,
  need: (column) => `update need set ${column} = $2 where case_id = $1`,
};

/** A value as its column keeps it. */
function asKept(db: EntityManager, { table, column }: Correctable, value: unknown): unknown {
  const isSealed = casesSealed.some((one) => one.table === table && one.column === column);
  return isSealed && typeof value === 'string'
    ? sealerOf(db).seal(sealedPlace('cases', { table, column }), value)
    : value;
}

/** Corrects one field. The table names and columns come from the list of what can be corrected, never from a person. */
export function correctionStore(db: EntityManager) {
  return {
    /** False when the case has no such part, such as a need. Throws BAD_USER_INPUT for a value that does not fit the rest of the case. */
    async write(caseId: string, field: string, of: Correctable, value: unknown): Promise<boolean> {
      const { table, column } = of;
      try {
        const rows: unknown[] = await db.query(
          `with written as (${writing[table](column)} returning true) select from written`,
          [caseId, asKept(db, of, value)],
        );
        // who read the case before does not write over what was corrected
        if (rows.length > 0) await db.query('update case_file set version = version + 1 where id = $1', [caseId]);
        return rows.length > 0;
      } catch (error) {
        if (sqlState(error) !== checkViolation) throw error;
        throw new HubError('BAD_USER_INPUT', { field, expected: 'what fits the rest of the case' });
      }
    },
  };
}
