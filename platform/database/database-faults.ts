import type { ErrorCode } from '../errors/errors.js';

/** Where TypeORM and pg put what PostgreSQL or the network said. */
interface DriverFault {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
  readonly driverError?: unknown;
}

/** SQLSTATE of a statement or lock that took too long: another try may do. */
const slow = /^(57014|55P03)$/;

/**
 * SQLSTATE classes and system codes of a server that is away, starting or stopping, has no disk, memory or connection left, only reads since another took over, or
 * that hung up on a transaction in which nothing came.
 */
const away = /^(08...|25006|25P03|53[123]00|58030|57P0[123]|ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|ENOENT|ETIMEDOUT)$/;

/** pg itself has no code for these. */
const awayMessage =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client was closed|Client has encountered a connection error)/;

/** What TypeORM says when a connection broke in the middle of a transaction: it cannot undo what the server has already undone. */
const brokenTransaction = /AlreadyReleasedError$/;

/** The code under which a fault of the database reaches the client: away, or too slow; null for any other error. */
export function databaseFault(error: unknown): ErrorCode | null {
  if (typeof error !== 'object' || error === null) return null;
  const { name, code, message, driverError } = error as DriverFault;
  if (typeof name === 'string' && brokenTransaction.test(name)) return 'DATABASE_UNAVAILABLE';
  if (typeof code === 'string' && slow.test(code)) return 'DEADLINE_EXCEEDED';
  if (typeof code === 'string' && away.test(code)) return 'DATABASE_UNAVAILABLE';
  if (typeof message === 'string' && awayMessage.test(message)) return 'DATABASE_UNAVAILABLE';
  return driverError === undefined ? null : databaseFault(driverError);
}
