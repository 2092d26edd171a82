import { setTimeout as wait } from 'node:timers/promises';
import { withClient } from '../../../infra/database/client.js';

/** What goes wrong in a database while it is asked: connections that are cut at work, and tables that nobody can read for a while. */
export const disturbances = [
  `select pg_terminate_backend(pid) from (select pid from pg_stat_activity where datname = current_database()
     and usename like 'thuisbasis\\_%' and pid <> pg_backend_pid() order by state = 'idle', random() limit 1) one`,
  'begin; lock table cases.case_file in access exclusive mode; select pg_sleep(0.4); commit',
  'begin; lock table capacity.offer in access exclusive mode; select pg_sleep(0.4); commit',
];

const betweenMs = 150;

/** Disturbs a database in each of these ways in turn, until the signal says that it is over. */
export async function disturb(ownerUrl: string, signal: AbortSignal, onDisturbed?: () => void): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    for (let count = 0; !signal.aborted; count += 1) {
      await client.query(disturbances[count % disturbances.length] ?? '');
      onDisturbed?.();
      await wait(betweenMs);
    }
  });
}
