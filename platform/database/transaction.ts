import type { Caller } from '../identity/caller.js';
import { storableCaller } from '../identity/storable-caller.js';
import type { DataSource, EntityManager } from './database.js';
import { allowStatements } from './silence.js';

export interface TransactionOptions {
  /** Who asks for the work, for row level security; nobody where it is work of the hub itself. */
  readonly caller?: Caller;
  /** Everything is done and answered, then undone: nothing is kept. */
  readonly isRehearsal?: boolean;
  /** How long one statement may take, where the pool's own limit is too short for bulk work. */
  readonly statementTimeoutMs?: number;
  /** How long the work may wait for a lock, such as that of the same request sent twice. */
  readonly lockTimeoutMs?: number;
}

/** A deadlock or a conflict that PostgreSQL resolved by undoing one side: that side may simply begin again. */
const beginAgain = new Set(['40P01', '40001']);
const attempts = 5;

/** Does work in one transaction, again from the start when PostgreSQL undid it to resolve a deadlock. */
export async function inTransaction<T>(
  db: DataSource,
  options: TransactionOptions,
  work: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await runOnce(db, options, work);
    } catch (error) {
      if (attempt === attempts || !beginAgain.has(sqlState(error))) throw error;
    }
  }
}

/** The SQLSTATE of what PostgreSQL refused; empty for any other error. */
export function sqlState(error: unknown): string {
  const { code, driverError } = (error ?? {}) as { code?: unknown; driverError?: { code?: unknown } };
  const state = driverError?.code ?? code;
  return typeof state === 'string' ? state : '';
}

/** The name of the constraint that refused; empty for any other error. */
export function violatedConstraint(error: unknown): string {
  const { driverError } = (error ?? {}) as { driverError?: { constraint?: unknown } };
  return typeof driverError?.constraint === 'string' ? driverError.constraint : '';
}

/** The way out of a transaction that keeps nothing: what the work would have given. */
class Rehearsed extends Error {
  constructor(readonly result: unknown) {
    super('rehearsed');
  }
}

async function runOnce<T>(
  db: DataSource,
  { isRehearsal = false, ...options }: TransactionOptions,
  work: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  try {
    return await db.transaction(async (tx) => {
      await set(tx, settingsOf(options));
      if (options.statementTimeoutMs !== undefined) await allowStatements(tx, options.statementTimeoutMs);
      const result = await work(tx);
      if (isRehearsal) throw new Rehearsed(result);
      return result;
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.result as T;
    throw error;
  }
}

function settingsOf({ caller, statementTimeoutMs, lockTimeoutMs }: TransactionOptions): [string, string][] {
  const settings: Record<string, string | undefined> = {
    'hub.caller': caller && JSON.stringify(storableCaller(caller)),
    statement_timeout: statementTimeoutMs?.toString(),
    lock_timeout: lockTimeoutMs?.toString(),
  };
  return Object.entries(settings).filter((setting): setting is [string, string] => setting[1] !== undefined);
}

/** Settings that end with the transaction, all in one statement. */
async function set(tx: EntityManager, settings: readonly (readonly [string, string])[]): Promise<void> {
  if (settings.length === 0) return;
  const each = settings.map((_, index) => `set_config($${2 * index + 1}, $${2 * index + 2}, true)`);
  await tx.query(`select ${each.join(', ')}`, settings.flat());
}
