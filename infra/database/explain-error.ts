import { ConfigurationError } from '../../platform/process/environment.js';

/** What to do about each way in which a database refuses, by PostgreSQL's code or the system's. */
const advice: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers there: start that server, or mend host and port',
  ENOTFOUND: 'its host is not known: mend the host name',
  EAI_AGAIN: 'its host is not known: mend the host name or the network',
  EHOSTUNREACH: 'its host cannot be reached: mend the host or the network',
  ETIMEDOUT: 'it does not answer in time: mend the host or the network',
  ECONNRESET: 'it broke off the connection: check that it is PostgreSQL, and its TLS settings',
  '28P01': 'it refuses this user and password: mend them',
  '28000': 'it refuses this user: mend the user, or its pg_hba.conf',
  '3D000': 'that database does not exist there: make it, or mend its name',
  '42501': 'its user may not make roles and schemas: give it CREATEROLE and CREATE on the database',
  '57P03': 'it is starting up or shutting down: try again in a moment',
  '53300': 'it has no connection left: raise its max_connections',
};

/** Turns the refusal of a database named by DATABASE_URL into one line; passes any other error on as it is. */
export function explainDatabaseError(error: unknown): unknown {
  const { code, message } = error as { code?: unknown; message?: unknown };
  const text =
    typeof code === 'string' ? advice[code] : message === 'timeout expired' ? advice['ETIMEDOUT'] : undefined;
  return text === undefined ? error : new ConfigurationError(`The database of DATABASE_URL cannot be used: ${text}.`);
}
