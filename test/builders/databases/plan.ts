import type { EntityManager } from '../../../platform/database/database.js';

/** What PostgreSQL did to answer a statement. */
export interface Plan {
  readonly 'Relation Name'?: string;
  readonly 'Actual Loops': number;
  readonly 'Actual Rows': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}

/** A manager that answers as another, and keeps how each statement was answered in `plans`. */
export function explaining(db: EntityManager, plans: Plan[]): EntityManager {
  const query = async (sql: string, values: unknown[]): Promise<unknown> => {
    const rows: { 'QUERY PLAN': { Plan: Plan }[] }[] = await db.query(`explain (analyze, format json) ${sql}`, values);
    plans.push(...rows.flatMap((row) => row['QUERY PLAN'].map(({ Plan }) => Plan)));
    return db.query<unknown>(sql, values);
  };
  return { query } as unknown as EntityManager;
}

/** How many times plans read a table. */
export function timesRead(plans: readonly Plan[], table: string): number {
  return sumOf(plans, table, (plan) => plan['Actual Loops']);
}

/** How many rows of a table plans looked at. */
export function rowsRead(plans: readonly Plan[], table: string): number {
  return sumOf(
    plans,
    table,
    (plan) => plan['Actual Loops'] * (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)),
  );
}

function sumOf(plans: readonly Plan[], table: string, count: (plan: Plan) => number): number {
  return plans.reduce(
    (sum, plan) => sum + (plan['Relation Name'] === table ? count(plan) : 0) + sumOf(plan.Plans ?? [], table, count),
    0,
  );
}
