import type { EntityManager } from 'typeorm';
import { sqlState } from '../../../platform/database/transaction.js';
import { HubError } from '../../../platform/errors/errors.js';
import type { Correctable } from './correctable.rules.js';

const checkViolation = '23514';

/** Corrects one field. The table names and columns come from the list of what can be corrected, never from a person. */
export function correctionStore(db: EntityManager) {
  return {
    /** False when the case has no such part, such as a need. Throws BAD_USER_INPUT for a value that does not fit the rest of the case. */
    async write(caseId: string, field: string, { table, column }: Correctable, value: unknown): Promise<boolean> {
      const key = table === 'case_file' ? 'id' : 'case_id';
      try {
        const [, count] = await db.query<[unknown[], number]>(`update ${table} set ${column} = $2 where ${key} = $1`, [
          caseId,
          value,
        ]);
        return count > 0;
      } catch (error) {
        if (sqlState(error) !== checkViolation) throw error;
        throw new HubError('BAD_USER_INPUT', { field, expected: 'what fits the rest of the case' });
      }
    },
  };
}
