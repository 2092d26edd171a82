import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openCapacityDatabase, type CapacityDatabase } from '../../../test/builders/databases/capacity-database.js';

let capacity: CapacityDatabase;
beforeAll(async () => {
  capacity = await openCapacityDatabase();
});
afterAll(() => capacity.close());

const ask = <R>(sql: string): Promise<R[]> => capacity.owner.query(sql);

/** The tables of which any row may be read or counted by any statement, each with the reason why. */
const withoutRowSecurity: Readonly<Record<string, string>> = {
  audit_pending: 'out of reach of the login role',
  audit_seal: 'out of reach of the login role',
  break_glass_case: 'out of reach of the login role',
  capacity_report: 'figures of places; who gave one is somebody at work',
  closure: 'stops on intake; who closed is somebody at work',
  closure_revision: 'as closure',
  dispute_time: 'when a figure was disputed, not by whom',
  figure_watch: 'a moment',
  hold: 'how much of an offer is held and until when, not for whom',
  hold_unit: 'as hold',
  migration: 'out of reach of the login role',
  offer: 'what providers offer to all',
  outbox_forgotten: 'a number',
  outbox_trouble: 'numbers of events that could not be handed over',
  postcode_area: 'public geography',
  site: 'where providers work; that of a secret place is left out by statements',
  told_wait: 'what providers tell of waiting',
  waitlist_entry: 'how many wait and in which order, not who',
  waitlist_passing: 'why a place on a list was passed over, not whose',
};

describe('the tables of capacity', () => {
  it('are held to row by row, but for those that know no person and no case', async () => {
    const open = await ask<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'capacity'::regnamespace and relkind in ('r', 'p') and not relrowsecurity order by 1`,
    );
    expect(open.map(({ name }) => name)).toEqual(Object.keys(withoutRowSecurity));
  });

  it('know no case and nobody who asks where all holds and lists are counted', async () => {
    const telling = await ask<unknown>(
      `select table_name, column_name from information_schema.columns where table_schema = 'capacity'
         and table_name in ('hold', 'hold_unit', 'waitlist_entry', 'waitlist_passing', 'dispute_time')
         and column_name ~ 'case|group|region|subject|_by$|note$'`,
    );
    expect(telling).toEqual([]);
  });

  it('belong to none of the roles that log in, and none of these passes what holds rows', async () => {
    expect(
      await ask(
        `select rolname from pg_roles where rolname like 'thuisbasis\\_%' and (rolbypassrls or rolsuper or rolcreaterole)`,
      ),
    ).toEqual([]);
    expect(
      await ask(`select tablename from pg_tables where schemaname = 'capacity' and tableowner like 'thuisbasis\\_%'`),
    ).toEqual([]);
  });

  it('are read by no view that sees more than who reads it', async () => {
    expect(
      await ask(
        `select relname from pg_class where relnamespace = 'capacity'::regnamespace and relkind in ('v', 'm')
           and not coalesce('security_invoker=true' = any(reloptions), false)`,
      ),
    ).toEqual([]);
  });

  it('are changed with the rights of the owner by few functions only, which look nowhere else', async () => {
    const strong = await ask<{ name: string; config: string[] | null }>(
      `select proname as name, proconfig as config from pg_proc where pronamespace = 'capacity'::regnamespace and prosecdef order by 1`,
    );
    expect(strong.map(({ name }) => name)).toEqual([
      ...['answer_unmet_need', 'await_seal', 'follow_dispute', 'follow_entry', 'follow_reports', 'follow_withdrawals'],
      ...['forget_case', 'forget_events', 'keep_case', 'knows_steps', 'last_position', 'live_holds'],
      ...[
        'receive_break_glasses',
        'receive_cases',
        'receive_hand_overs',
        'receive_network_requests',
        'receive_placements',
        'receive_referrals',
        'rung_of_offer',
        'seal_audit',
        'verify_audit',
      ],
    ]);
    for (const { config } of strong) expect(config?.join()).toMatch(/^search_path=capacity, (public, )?pg_temp/);
  });
});
