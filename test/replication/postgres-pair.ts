import { loadDemonstration } from '../../infra/demonstration/load.js';
import { roleUrl } from '../../infra/database/role-url.js';
import { migrate } from '../../infra/migrate.js';
import { databaseSecrets, type TestDatabase } from '../database.js';
import { openRelay } from '../builders/relay.js';
import { newServer, standbyOf, type PostgresServer } from './postgres-server.js';

/** Two servers with the demonstration region, the second of which follows the first by streaming replication. */
export interface PostgresPair {
  readonly primary: PostgresServer;
  readonly standby: PostgresServer;
  /** The database, at an address that stays when another server takes over. */
  readonly database: TestDatabase;
  /** The standby as DATABASE_REPLICAS names it. */
  readonly replica: string;
  /** From now on nothing is committed before the standby has it on disk. */
  commitTogether(): Promise<void>;
  /** The primary is lost; the standby takes over, and then its address. */
  failOver(): Promise<void>;
  remove(): Promise<void>;
}

const standbyName = 'standby';
export const databaseName = 'thuisbasis';

export async function openPair(): Promise<PostgresPair> {
  const secrets = databaseSecrets();
  const primary = await newServer(secrets.owner);
  await primary.start();
  await primary.ask('postgres', `create database ${databaseName}`);
  await migrate(primary.url(databaseName), secrets);
  await loadDemonstration(primary.url(databaseName), () => undefined);
  await primary.stop();
  const standby = await standbyOf(primary, standbyName, secrets.owner);
  await primary.start();
  await standby.start();
  let port = primary.port;
  const address = await openRelay(() => [port]);

  const own = new URL(primary.url(databaseName));
  own.port = String(address.port);
  return {
    primary,
    standby,
    replica: `127.0.0.1:${standby.port}`,
    database: {
      url: (role) => (role === 'owner' ? own.href : roleUrl(own.href, role, secrets)),
      moveClock: () => Promise.reject(new Error('the clock of two servers stays')),
      stopClock: () => Promise.reject(new Error('the clock of two servers stays')),
      drop: () => Promise.resolve(),
    },
    async commitTogether() {
      await primary.ask('postgres', `alter system set synchronous_standby_names = '${standbyName}'`);
      await primary.ask('postgres', 'select pg_reload_conf()');
    },
    async failOver() {
      primary.breakDown();
      await standby.ask('postgres', 'select pg_promote()');
      port = standby.port;
      address.cut();
    },
    async remove() {
      await address.close();
      await standby.remove();
      await primary.remove();
    },
  };
}
