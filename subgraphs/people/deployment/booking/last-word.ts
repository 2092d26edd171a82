import type { EntityManager } from 'typeorm';
import { sqlState, violatedConstraint } from '../../../../platform/database/transaction.js';
import { HubError, type ErrorCode } from '../../../../platform/errors/errors.js';

/** The constraints by which the database has the last word, and what they mean. */
const refusals: Readonly<Record<string, ErrorCode>> = {
  never_over_hours: 'NO_HOURS_LEFT',
  always_two: 'ALREADY_IN_DUO',
};

/** Of a case that was erased meanwhile (`keep_case`). */
const forgottenCase = '40001';

/** Writes what the database may refuse: NO_HOURS_LEFT or ALREADY_IN_DUO where somebody was asked meanwhile, NOT_FOUND where the case is gone. */
export async function writeBooking(db: EntityManager, sql: string, values: readonly unknown[]): Promise<void> {
  try {
    await db.query(sql, [...values]);
  } catch (error) {
    const code = sqlState(error) === forgottenCase ? 'NOT_FOUND' : refusals[violatedConstraint(error)];
    throw code === undefined ? error : new HubError(code);
  }
}
