import type { Client } from 'pg';
import type { EntityManager } from 'typeorm';
import type { PreparedClient } from './prepared-client.js';

/** What pg says when nothing came; it then leaves the connection as it is, with an answer that may yet come. */
const silentMessage = 'Query read timeout';

/** What an answer may take beyond the limit that the server itself keeps. */
const graceMs = 500;

/** The limit of a statement on a connection, in milliseconds, as it was told to the server; 0 for none. */
export function statementLimitOf(client: Client): number {
  const { connectionParameters } = client as unknown as { connectionParameters: { statement_timeout?: unknown } };
  return Number(connectionParameters.statement_timeout) || 0;
}

/** The setting of pg for how long it waits for the answer to one statement. */
export function silenceOf(limitMs: number): { readonly query_timeout?: number } {
  return limitMs > 0 ? { query_timeout: limitMs + graceMs } : {};
}

/** Breaks off a connection on which nothing came for too long: the pool makes another. */
export function hangUp(client: Client, error: unknown): void {
  if (error instanceof Error && error.message === silentMessage) void client.end().catch(() => undefined);
}

/** Lets the statements of a transaction take as long as the server was told that they may. */
export async function allowStatements(tx: EntityManager, statementTimeoutMs: number): Promise<void> {
  const client = (await tx.queryRunner?.connect()) as PreparedClient | undefined;
  client?.allow(statementTimeoutMs);
}
