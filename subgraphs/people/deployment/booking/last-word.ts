import type { EntityManager } from 'typeorm';
import { violatedConstraint } from '../../../../platform/database/transaction.js';
import { HubError, type ErrorCode } from '../../../../platform/errors/errors.js';

/** The constraints by which the database has the last word, and what they mean. */
const refusals: Readonly<Record<string, ErrorCode>> = {
  never_over_hours: 'NO_HOURS_LEFT',
  always_two: 'ALREADY_IN_DUO',
};

/** Writes hours of professionals. Throws NO_HOURS_LEFT or ALREADY_IN_DUO when the database refuses: somebody was asked meanwhile. */
export async function writeHours(db: EntityManager, sql: string, values: readonly unknown[]): Promise<void> {
  try {
    await db.query(sql, [...values]);
  } catch (error) {
    const code = refusals[violatedConstraint(error)];
    throw code === undefined ? error : new HubError(code);
  }
}
