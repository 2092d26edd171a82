import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Figure } from '../../../figures/figure.type.js';
import { withCaller } from '../../../platform/database/with-caller.js';
import type { Caller } from '../../../platform/identity/caller.js';
import { callerAs } from '../../../test/builders/callers.js';
import { networkPeople, openNetworkDesk, teamOf, type NetworkDesk } from '../../../test/builders/desks/network-desk.js';
import { networkResponseReadModel } from './network-response.read-model.js';
import { networkResponseService } from './network-response.service.js';
import type { NetworkResponseGrouping } from './network-response.vocabulary.js';

const { broker, brokerElsewhere } = networkPeople;
const analyst = callerAs('analyst');
let desk: NetworkDesk;

beforeAll(async () => {
  desk = await openNetworkDesk(2);
});
afterAll(() => desk.close());
beforeEach(() => desk.begin());

interface Asked {
  readonly at?: string;
  readonly team?: number;
  readonly asks?: string;
  readonly code?: string;
  readonly region?: string;
  /** Hours from asking until each; null where it did not happen. */
  readonly contact?: number | null;
  readonly answer?: number | null;
  readonly escalation?: number | null;
}

/** A question at noon of 10 March 2025 from Lelystad to the first team, called back after ten hours, unless said otherwise. */
async function asked(other: Asked = {}): Promise<void> {
  const { at = '2025-03-10T12:00:00+01:00', team = 1, asks = 'KNOWLEDGE', code = '0995', region = 'flevoland' } = other;
  const { contact = 10, answer = null, escalation = null } = other;
  const state =
    answer !== null ? 'ANSWERED' : escalation !== null ? 'ESCALATED' : contact !== null ? 'CONTACTED' : 'ASKED';
  await desk.owner.query(
    `insert into network_request (region, team_id, function, situation, municipality_code, asked_by, state, asked_at, due_at, first_contact_at, answered_at,
       answer, escalated_at, escalation_reason)
     select $1, $2, $3, 'STUCK', $4, 'x', $5, at, at + interval '48 hours', at + make_interval(hours => $7), at + make_interval(hours => $8),
       case when $7::integer is not null then 'ADVICE_GIVEN' end, at + make_interval(hours => $9), case when $9::integer is not null then 'RULES' end
     from (select $6::timestamptz as at) a`,
    [region, teamOf(team), asks, code, state, at, contact, answer, escalation],
  );
}

function figureFor(
  caller: Caller,
  by: NetworkResponseGrouping,
  asOf: string | null,
  region: string | null = null,
): Promise<Figure> {
  return withCaller(desk.db, caller, (tx) =>
    networkResponseService(networkResponseReadModel(tx)).networkResponse(caller, { region, year: 2025, asOf }, by),
  );
}

/** The rows in which a question is counted: asked, in time, late, overdue, waiting, answered, escalated, and the median of hours. */
async function response(
  by: NetworkResponseGrouping,
  asOf: string | null = '2025-12-31',
  caller: Caller = broker,
): Promise<Record<string, (number | string | null)[]>> {
  const { rows, total } = await figureFor(caller, by, asOf);
  const told = [...rows, ...(total ? [total] : [])].map(
    ({ key, title, cells }) =>
      [by === 'TEAM' ? title : key, cells.map((cell) => cell.value ?? cell.whyWithheld)] as const,
  );
  return Object.fromEntries(told.filter(([, cells]) => cells[0] !== 0));
}

describe('how the network answers', () => {
  it('counts every question once by whether somebody called back within 48 hours', async () => {
    await asked();
    await asked({ contact: 48, answer: 50 });
    await asked({ contact: 49, escalation: 48 });
    await asked({ contact: null, escalation: 60 });
    expect(await response('MONTH')).toEqual({
      '2025-03': [4, 2, 1, 1, 0, 1, 2, 48],
      TOTAL: [4, 2, 1, 1, 0, 1, 2, 48],
    });
  });

  it('counts what had happened by the end of a day', async () => {
    await asked({ contact: 40, answer: 100, escalation: 41 });
    await asked({ contact: null });
    // noon of the tenth: by the end of that day nobody called back, and there is time until the twelfth
    expect(await response('FUNCTION', '2025-03-10')).toMatchObject({
      KNOWLEDGE: [2, 0, 0, 0, 2, 0, 0, 'NOT_MEASURED'],
    });
    expect(await response('FUNCTION', '2025-03-12')).toMatchObject({ KNOWLEDGE: [2, 1, 0, 1, 0, 0, 1, 40] });
    expect(await response('FUNCTION', '2025-03-14')).toMatchObject({ KNOWLEDGE: [2, 1, 0, 1, 0, 1, 1, 40] });
    expect(await response('FUNCTION', '2025-03-09')).toEqual({});
  });

  it('groups by what was asked, from where, and which team it was', async () => {
    await asked({ asks: 'CONSULT_ADVICE', code: '0034', contact: 1 });
    await asked({ team: 2, contact: 3 });
    const [one, other, all] = [[1, 1, 0, 0, 0, 0, 0, 1], [1, 1, 0, 0, 0, 0, 0, 3], [2, 2, 0, 0, 0, 0, 0, 2]]; // prettier-ignore
    expect(await response('FUNCTION')).toEqual({ CONSULT_ADVICE: one, KNOWLEDGE: other, TOTAL: all });
    expect(await response('MUNICIPALITY')).toEqual({ '0034': one, '0995': other, TOTAL: all });
    expect(await response('TEAM')).toEqual({ 'Team 51': one, 'Team 52': other, Totaal: all });
    expect(await response('TEAM_KIND')).toEqual({ RET: all, TOTAL: all });
  });

  it('names a team that was asked nothing, which a missing row would hide', async () => {
    await asked();
    const figure = await figureFor(broker, 'TEAM', null);
    expect(figure.rows.map(({ title, cells }) => [title, cells[0]?.value])).toEqual([
      ['Team 51', 1],
      ['Team 52', 0],
    ]);
  });

  it('counts the year and the month by the clock of the Netherlands, and no other region', async () => {
    await asked({ at: '2024-12-31T23:30:00Z' });
    await asked({ at: '2025-12-31T23:30:00Z' });
    await asked({ region: 'region-2' });
    expect(await response('MONTH')).toEqual({
      '2025-01': [1, 1, 0, 0, 0, 0, 0, 10],
      TOTAL: [1, 1, 0, 0, 0, 0, 0, 10],
    });
    expect(await response('MONTH', '2025-12-31', brokerElsewhere)).toMatchObject({ '2025-03': expect.any(Array) });
    await expect(figureFor(brokerElsewhere, 'MONTH', null, 'flevoland')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('says of few nothing to an analyst, and of a single team nothing at all', async () => {
    await asked();
    expect(new Set(Object.values(await response('MONTH', null, analyst)).flat())).toEqual(new Set(['FEW']));
    await expect(response('TEAM', null, analyst)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('counts nothing for whom it is not, also in the database', async () => {
    await asked();
    const counted = (caller: Caller, by: string) =>
      withCaller(desk.db, caller, (tx) =>
        tx.query<object[]>(
          `select part from network_response('flevoland', '{0995}', '{RET}', $1, '2025-01-01', '2026-01-01', '2026-01-01') where asked > 0`,
          [by],
        ),
      );
    expect([await counted(broker, 'TEAM'), await counted(analyst, 'MONTH')].map(({ length }) => length)).toEqual([
      2, 2,
    ]);
    for (const [caller, by] of [
      [analyst, 'TEAM'],
      [brokerElsewhere, 'MONTH'],
      [networkPeople.asker, 'MONTH'],
    ] as const)
      // prettier-ignore
      expect(await counted(caller, by)).toEqual([]);
  });
});
