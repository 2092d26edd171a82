import { createHash } from 'node:crypto';
import { Client, type QueryConfig, type QueryResult } from 'pg';
import { watchedStatement } from './database-telemetry.js';
import { hangUp, silenceOf, statementLimitOf } from './silence.js';

/** Planning a statement under row level security costs as much as running it: what is sent again is planned once for a connection. */
const sentBefore = 2;
/** The most that one connection keeps planned, and counts; what is made of lists of many lengths stays outside. */
const mostPrepared = 200;
const mostCounted = 2_000;

/** SQLSTATE of a plan that a change of the tables made useless. */
const planIsStale = '0A000';

const endsTransaction = /^\s*(commit|rollback)\b(?! to)/i;

/**
 * A connection that prepares the statements with values that it is sent again and again, and that is given up when the server stays silent for
 * longer than any statement may take: a server that hangs, or a way to it that is lost, ends no statement by its own limit.
 */
export class PreparedClient extends Client {
  private readonly counts = new Map<string, number>();
  private readonly names = new Map<string, string>();
  private readonly pool = poolOf(this);
  private readonly usualLimitMs = statementLimitOf(this);
  private limitMs = this.usualLimitMs;

  /** How long a statement may take until the transaction ends, where that is longer than usual. */
  allow(statementTimeoutMs: number): void {
    this.limitMs = statementTimeoutMs;
  }

  // pg overloads `query` for streams and callbacks, which go through as they are
  override query(...sent: never[]): never;
  override query(statement: unknown, values?: unknown, ...more: unknown[]): unknown {
    const isWatched = typeof statement === 'string' && (values === undefined || Array.isArray(values)) && !more.length;
    return isWatched
      ? watchedStatement(this.pool, () => this.send(statement, values))
      : super.query(statement as string, values as never[], ...(more as []));
  }

  private async send(text: string, values: unknown[] = []): Promise<QueryResult> {
    const name = values.length > 0 ? this.nameOf(text) : null;
    const statement = { text, values, ...(name !== null && { name }) };
    try {
      return await super.query({ ...statement, ...silenceOf(this.limitMs) } as QueryConfig);
    } catch (error) {
      if ((error as { code?: unknown }).code === planIsStale) this.forget(text);
      hangUp(this, error);
      throw error;
    } finally {
      if (endsTransaction.test(text)) this.limitMs = this.usualLimitMs;
    }
  }

  /** The name under which a statement is prepared; null for one that is not, or not yet. */
  private nameOf(text: string): string | null {
    const known = this.names.get(text);
    if (known !== undefined) return known;
    if (this.names.size >= mostPrepared || this.timesSent(text) <= sentBefore) return null;
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 32);
    this.names.set(text, name);
    return name;
  }

  private timesSent(text: string): number {
    if (this.counts.size >= mostCounted) this.counts.clear();
    const times = (this.counts.get(text) ?? 0) + 1;
    this.counts.set(text, times);
    return times;
  }

  /** Never prepared again on this connection. */
  private forget(text: string): void {
    this.names.delete(text);
    this.counts.set(text, Number.NEGATIVE_INFINITY);
  }
}

/** The pool that a connection belongs to, as it is called in pg_stat_activity. */
function poolOf(client: Client): string {
  const { connectionParameters } = client as unknown as { connectionParameters: { application_name?: string } };
  return connectionParameters.application_name ?? 'none';
}
