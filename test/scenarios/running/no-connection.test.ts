import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import { withClient } from '../../../infra/database/client.js';
import { registry } from '../../../platform/telemetry/metrics.js';
import { broker } from '../../actors.js';
import { soon } from '../../builders/soon.js';
import { caseIdOf, startTestHub, type TestHub } from '../../hub.js';

describe('a hub whose database has no connection left', () => {
  let hub: TestHub;
  let caseId: string;

  beforeAll(async () => {
    hub = await startTestHub();
    caseId = await caseIdOf(hub, 'FL-26-0042');
  });

  afterAll(() => hub.close());

  const asOwner = (sql: string) => withClient(hub.database.url('owner'), (client) => client.query(sql));

  /** How many the roles of the hub may have; the owner always gets one. */
  const allow = (connections: number) =>
    asOwner(
      `do $$ begin execute format('alter database %I connection limit ${connections}', current_database()); end $$`,
    );

  /** How many connections the hub still has, or waits for. */
  async function connections(): Promise<number> {
    const { values = [] } = (await registry.getSingleMetric('thuisbasis_database_connections')?.get()) ?? {};
    return values.reduce((sum, { value }) => sum + value, 0);
  }

  async function codes(): Promise<unknown[]> {
    const variables = { caseId, first: 3, after: null };
    const { errors } = await hub.query(committedDocument('find-options'), variables, broker);
    return errors.map(({ extensions }) => extensions?.['code']);
  }

  it('says that the data cannot be reached now, and answers once it can', async () => {
    await allow(0);
    await asOwner(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`);
    // whoever asked over one that was ended would hear of that, and not that there is none
    await soon(async () => ((await connections()) === 0 ? true : undefined));
    const another = withClient(hub.database.url('cases'), () => Promise.resolve());
    await expect(another).rejects.toMatchObject({ code: '53300' });
    expect(await codes()).toEqual(['DATABASE_UNAVAILABLE']);
    await allow(-1);
    await soon(async () => ((await codes()).length === 0 ? true : undefined));
  });
});
