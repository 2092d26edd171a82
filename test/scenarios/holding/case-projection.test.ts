import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { withClient } from '../../../infra/database/client.js';
import { sqlState } from '../../../platform/database/transaction.js';
import { soon } from '../../builders/soon.js';
import { startTestHub, type TestHub } from '../../hub.js';

interface Known {
  readonly status: string;
  readonly is_restricted: boolean;
}

describe.each(['one-process', 'processes'] as const)('what capacity knows of cases (%s)', (form) => {
  let hub: TestHub;

  /** Cases are changed by hand, past the hub and the rights of its roles. */
  const byHand = <T>(work: (client: Client) => Promise<T>): Promise<T> => withClient(hub.database.url('owner'), work);

  async function known(number: string): Promise<Known[]> {
    const ids = await byHand(async (client) =>
      client.query('select id from cases.case_file where number = $1', [number]),
    );
    return byHand(async (client) => {
      const { rows } = await client.query<Known>(
        'select status, is_restricted from capacity.case_projection where id = any($1)',
        [(ids.rows as { id: string }[]).map(({ id }) => id)],
      );
      return rows;
    });
  }

  async function untilKnown(number: string, expected: Partial<Known>): Promise<void> {
    await soon(async () => {
      const [found] = await known(number);
      const isKnown = found && Object.entries(expected).every(([key, value]) => found[key as keyof Known] === value);
      return isKnown ? true : undefined;
    });
  }

  beforeAll(async () => {
    hub = await startTestHub({ form });
  });

  afterAll(() => hub.close());

  it('is there for every case as soon as the hub answers', async () => {
    const owner = hub.database.url('owner');
    const { rows } = await withClient(owner, (client) =>
      client.query(
        'select (select count(*) from cases.case_file) as cases, (select count(*) from capacity.case_projection) as known, (select count(*) from people.case_projection) as heard',
      ),
    );
    const [counts] = rows as { cases: number; known: number; heard: number }[];
    expect([counts?.known, counts?.heard]).toEqual([counts?.cases, counts?.cases]);
    expect(Number(counts?.known)).toBeGreaterThan(50);
  });

  it('follows a change', async () => {
    await byHand((client) =>
      client.query(`update cases.case_file set status = 'CLOSED', closed_at = hub_now() where number = 'FL-26-0042'`),
    );
    await untilKnown('FL-26-0042', { status: 'CLOSED' });
    await byHand((client) =>
      client.query(`update cases.case_file set status = 'OPEN', closed_at = null where number = 'FL-26-0042'`),
    );
    await untilKnown('FL-26-0042', { status: 'OPEN' });
    expect(await known('FL-26-0042')).toMatchObject([{ status: 'OPEN' }]);
  });

  it('is the newest, when changes follow each other fast', async () => {
    await byHand(async (client) => {
      for (let turn = 0; turn < 31; turn++)
        await client.query(`update cases.case_file set is_restricted = not is_restricted where number = 'FL-26-0042'`);
    });
    const { rows } = await byHand((client) =>
      client.query<Known>(`select is_restricted from cases.case_file where number = 'FL-26-0042'`),
    );
    await untilKnown('FL-26-0042', { is_restricted: rows[0]?.is_restricted ?? false });
    await wait(500);
    expect((await known('FL-26-0042'))[0]?.is_restricted).toBe(rows[0]?.is_restricted);
  });

  it.each(['lost connections', 'a lost listener'])('goes on after %s', async (what) => {
    const which = what === 'lost connections' ? '' : `and query like 'listen%'`;
    await withClient(hub.database.url('owner'), (client) =>
      client.query(`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name like 'thuisbasis-%-background' ${which}`),
    );
    await wait(700);
    await byHand((client) =>
      client.query(`update cases.case_file set is_restricted = not is_restricted where number = 'FL-26-0042'`),
    );
    const { rows } = await byHand((client) =>
      client.query<Known>(`select is_restricted from cases.case_file where number = 'FL-26-0042'`),
    );
    const isRestricted = rows[0]?.is_restricted ?? false;
    await untilKnown('FL-26-0042', { is_restricted: isRestricted });
    expect(await known('FL-26-0042')).toMatchObject([{ is_restricted: isRestricted }]);
  });
});

describe('the role of cases', () => {
  let hub: TestHub;

  beforeAll(async () => {
    hub = await startTestHub();
  });

  afterAll(() => hub.close());

  it.each([
    'select * from capacity.case_projection',
    'insert into capacity.offer default values',
    'select * from capacity.hold',
    'select * from capacity.outbox',
    'select * from capacity.break_glass_case',
    'select * from capacity.notice',
    `select * from capacity.offer_availability(gen_random_uuid(), 'FOSTER', hub_now(), '{}')`,
    'delete from capacity.case_projection',
    'create table capacity.mine ()',
  ])('can do nothing else in capacity: %s', async (sql) => {
    const refused = withClient(hub.database.url('cases'), (client) => client.query(sql)).then(
      () => 'done',
      (error: unknown) => sqlState(error),
    );
    expect(await refused).toBe('42501');
  });
});
