import { AsyncLocalStorage } from 'node:async_hooks';
import type { EntityManager } from 'typeorm';

/** A statement as rate-limiter-flexible sends it. */
interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

interface Rows {
  readonly rows: readonly unknown[];
}

interface Waiting extends Statement {
  readonly resolve: (rows: Rows) => void;
  readonly reject: (error: unknown) => void;
}

/** How long a database that failed is left alone: meanwhile the limiters count in memory. */
const restMs = 1_000;

/** The client that the limiters count by. What one request charges to several of them travels as one statement. */
export function spendingStore(db: Pick<EntityManager, 'query'>) {
  const underway = new AsyncLocalStorage<Waiting[]>();
  let restsUntil = 0;

  async function ask(text: string, values: readonly unknown[]): Promise<unknown[]> {
    if (performance.now() < restsUntil) throw new Error('the database rests');
    try {
      return await db.query<unknown[]>(text, [...values]);
    } catch (error) {
      restsUntil = performance.now() + restMs;
      throw error;
    }
  }

  async function sendTogether(statements: readonly Waiting[]): Promise<void> {
    const { text, values } = joined(statements);
    try {
      const rows = (await ask(text, values)) as { statement: number }[];
      statements.forEach(({ resolve }, index) =>
        resolve({ rows: rows.filter(({ statement }) => statement === index) }),
      );
    } catch (error) {
      for (const { reject } of statements) reject(error);
    }
  }

  return {
    /** Runs work whose statements, sent in one go, go to the database as one. */
    together: <T>(work: () => T): T => underway.run([], work),

    /** What the library calls of a client of PostgreSQL. */
    query(statement: Statement): Promise<Rows> {
      return new Promise((resolve, reject) => {
        const batch = underway.getStore() ?? [];
        // the others of this batch are sent in the same turn, before this callback has its own
        if (batch.length === 0) queueMicrotask(() => void sendTogether(batch.splice(0)));
        batch.push({ ...statement, resolve, reject });
      });
    },

    async forgetExpired(): Promise<void> {
      await db.query('delete from spending where expire < $1', [Date.now()]);
    },
  };
}

export type SpendingStore = ReturnType<typeof spendingStore>;

/** Statements on different rows, run in their order, with the rows of each by its number. */
function joined(statements: readonly Statement[]): Statement {
  const parts = statements.map(({ text }, index) => {
    const before = statements.slice(0, index).flatMap(({ values }) => values).length;
    const own = text.replace(/\$(\d+)/g, (_, place: string) => `$${Number(place) + before}`);
    return `s${index} as (${own.replace(/;\s*$/, '')})`;
  });
  const rows = statements.map((_, index) => `select ${index} as statement, * from s${index}`);
  const text = `with ${parts.join(', ')} ${rows.join(' union all ')}`;
  return { text, values: statements.flatMap(({ values }) => values) };
}
