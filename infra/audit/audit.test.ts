import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '../database/client.js';
import { idOf } from '../../test/builders/rows/case.js';
import { cloneDatabase, type TestDatabase } from '../../test/database.js';
import { describeChain, findAccesses, verifyAudit, writeAccesses } from './audit.js';

let database: TestDatabase;
let owner: string;

beforeAll(async () => {
  database = await cloneDatabase('empty');
  owner = database.url('owner');
  await run(`insert into cases.audit_event (event_code, action, outcome, check_authorisation, check_relation, user_id, user_roles, access_point, purpose,
      object_type, object_ids, authorisation_protocol, source_id, trace_id, occurred_at)
    select 'CASE_READ', 'R', 'GRANTED', true, true, person, '{care-broker}', 'gateway', 'FIND_CARE', 'Case', array[object::uuid], 'p', 'cases', 't',
      hub_now() - age from (values ('=1+1', '${idOf(1)}', interval '3 s'), ('els', '${idOf(2)}', interval '2 s'), ('els', '${idOf(1)}', interval '1 s'))
      as e (person, object, age)`);
});
afterAll(() => database.drop());

const lines = async () => (await verifyAudit(owner)).map(describeChain);
const run = (sql: string) => withClient(owner, (client) => client.query(sql));
async function people(selection: object): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const access of findAccesses(owner, selection)) found.push(access['user_id']);
  return found;
}

describe('the audit for a privacy officer', () => {
  it('says who looked at one case, or at what one person looked, the newest first', async () => {
    expect(await people({})).toEqual(['els', 'els', '=1+1']);
    expect(await people({ object: idOf(1) })).toEqual(['els', '=1+1']);
    expect(await people({ object: idOf(2), user: 'els' })).toEqual(['els']);
    expect(await people({ object: idOf(3) })).toEqual([]);
    await expect(people({ object: 'FL-26-0042' })).rejects.toThrow('--object must be');
  });

  it('goes over whoever keeps an audit', async () => {
    await run(`insert into people.audit_event (event_code, action, outcome, check_authorisation, check_relation, user_id, user_roles, access_point, purpose,
        object_type, object_ids, authorisation_protocol, source_id, trace_id)
      values ('PROFESSIONAL_READ', 'R', 'GRANTED', true, true, 'jan', '{}', 'page', 'FIND_CARE', 'Professional', '{${idOf(9)}}', 'p', 'people', 't')`);
    expect(await people({})).toEqual(['jan', 'els', 'els', '=1+1']);
    expect(await people({ object: idOf(9) })).toEqual(['jan']);
    await run('truncate people.audit_event, people.audit_pending, people.audit_seal');
  });

  it('is written as a table that no spreadsheet runs', async () => {
    let text = '';
    const write = (chunk: Buffer, _encoding: string, done: () => void): void => {
      text += chunk.toString();
      done();
    };
    const output = new Writable({ write });
    await writeAccesses(findAccesses(owner, { object: idOf(1) }), output);
    const lines = text.trim().split('\n');
    expect(lines[0]).toBe(
      'occurred_at,user_id,user_roles,responsible_user_id,organisation_id,access_point,purpose,event_code,outcome,object_type,object_ids,search_name,search_hash,check_consent,consent_profile,check_break_glass,authorisation_protocol,source_id,trace_id,seal',
    );
    expect(lines).toHaveLength(3);
    expect(lines[2]).toContain(",'=1+1,care-broker,");
  });

  it('is read page by page, none twice and none left out', async () => {
    await run(`insert into cases.audit_event (event_code, action, outcome, check_authorisation, check_relation, user_id, user_roles, access_point, purpose,
        object_type, object_ids, authorisation_protocol, source_id, trace_id, occurred_at)
      select 'CASE_READ', 'R', 'GRANTED', true, true, 'many-' || n, '{}', 'gateway', 'FIND_CARE', 'Case', array['${idOf(7)}'::uuid], 'p', 'cases', 't',
        hub_now() - interval '1 day' from generate_series(1, 2500) n`);
    const found = await people({ object: idOf(7) });
    expect([found.length, new Set(found).size]).toEqual([2_500, 2_500]);
    await run(`delete from cases.audit_pending; delete from cases.audit_event where user_id like 'many-%'`);
    await run(`insert into cases.audit_pending select id from cases.audit_event`);
  });

  it('tells in one line whether the chain holds', async () => {
    expect(await lines()).toEqual([
      'capacity: nothing was sealed yet.',
      'cases: nothing was sealed yet.',
      'people: nothing was sealed yet.',
    ]);
    await run('select cases.seal_audit(500)');
    expect((await lines())[1]).toMatch(/^cases: all 3 seals hold\. The newest is [0-9a-f]{64}\.$/);
    await run(`update cases.audit_event set purpose = 'STATISTICS' where user_id = '=1+1'`);
    expect((await lines())[1]).toBe('cases: the chain is broken at seal 1 of 3.');
    expect(describeChain({ schema: 'people', sealed: 3, brokenAt: null, unsealed: 2, head: '' })).toBe(
      'people: 2 accesses older than a minute were never sealed; the 3 seals hold.',
    );
  });
});
