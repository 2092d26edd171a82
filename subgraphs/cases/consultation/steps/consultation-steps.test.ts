import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../../../platform/identity/caller.js';
import { callerAs } from '../../../../test/builders/callers.js';
import { idOf } from '../../../../test/builders/rows/case.js';
import {
  openConsultationDesk,
  type AnsweredConsultation,
  type ConsultationDesk,
  type ConsultationOperation,
} from '../../../../test/builders/desks/consultation-desk.js';

const broker = callerAs('care-broker');
const owner: Caller = { ...callerAs('case-owner', idOf(901)), region: 'flevoland' };
const contact = { kind: 'PHONE' };

let desk: ConsultationDesk;

beforeAll(async () => {
  desk = await openConsultationDesk();
});

afterAll(() => desk.close());

async function received(): Promise<AnsweredConsultation | null> {
  return (await desk.register(broker)).consultation;
}

async function contacted(): Promise<AnsweredConsultation | null> {
  return (await desk.step(broker, 'recordContact', await received(), contact)).consultation;
}

const codesOf = ({ errors }: { errors: readonly { code: unknown }[] }) => errors.map(({ code }) => code);

describe('a question about a child', () => {
  it('is registered as it comes in: a phone call counts', async () => {
    const { consultation } = await desk.register(broker);
    expect(consultation).toMatchObject({ status: 'RECEIVED', version: 1, result: 'OPEN', contacts: [], outcomes: [] });
  });

  it('that came in last year counts in that year', async () => {
    const { consultation } = await desk.register(broker, { receivedAt: '2024-12-31T23:30:00Z' });
    expect(consultation?.reportingYear).toBe(2025);
  });

  it('of an organisation that brings cases is its own, whatever is asked', async () => {
    const { consultation } = await desk.register(owner, {
      referrer: { kind: 'LOCAL_ACCESS', municipalityCode: '0995' },
    });
    const [row] = await desk.database.owner.query<{ organisation: string }[]>(
      'select referrer_organisation_id as organisation from consultation where id = $1',
      [consultation?.id],
    );
    expect(row?.organisation).toBe(idOf(901));
  });

  it.each<[string, Caller, object, string]>([
    ['of a municipality that does not exist', broker, { municipalityCode: '0000' }, 'UNKNOWN_MUNICIPALITY'],
    ['of a year before there was anything to count', broker, { receivedAt: '1999-12-31T00:00:00Z' }, 'BAD_USER_INPUT'],
    ['of long ago by who does not work on it', owner, { receivedAt: '2023-05-05T00:00:00Z' }, 'BAD_USER_INPUT'],
    ['that comes in tomorrow', broker, { receivedAt: '2999-01-01T00:00:00Z' }, 'BAD_USER_INPUT'],
    [
      'in the name of another organisation',
      owner,
      { referrer: { kind: 'LOCAL_ACCESS', municipalityCode: '0995', organisationId: idOf(902) } },
      'BAD_USER_INPUT',
    ],
    ['by somebody without a region', { ...broker, region: null }, {}, 'FORBIDDEN'],
    ['by a provider', callerAs('provider-planner', idOf(801)), {}, 'FORBIDDEN'],
    ['by an analyst', callerAs('analyst'), {}, 'FORBIDDEN'],
  ])('is refused %s', async (_, caller, input, code) => {
    expect(codesOf(await desk.register(caller, input))).toEqual([code]);
  });
});

describe('contact', () => {
  it('is the first one when it is the earliest, also when it is written down later', async () => {
    const asked = (await desk.register(broker, { receivedAt: '2026-01-05T08:00:00Z' })).consultation;
    const later = await desk.step(broker, 'recordContact', asked, { ...contact, at: '2026-01-07T08:00:00Z' });
    const earlier = await desk.step(broker, 'recordContact', later.consultation, {
      kind: 'EMAIL',
      at: '2026-01-06T08:00:00Z',
      minutes: 10,
    });
    expect(later.consultation).toMatchObject({ status: 'CONTACTED', firstContactAt: '2026-01-07T08:00:00.000Z' });
    expect(earlier.consultation).toMatchObject({
      firstContactAt: '2026-01-06T08:00:00.000Z',
      version: 3,
      contacts: [
        { kind: 'PHONE', minutes: null },
        { kind: 'EMAIL', minutes: 10 },
      ],
    });
  });

  it.each([
    ['before the question came in', { at: '2020-01-01T00:00:00Z' }],
    ['tomorrow', { at: '2999-01-01T00:00:00Z' }],
    ['of no time at all', { minutes: 0 }],
    ['of more than a day', { minutes: 1_441 }],
  ])('is refused %s', async (_, input) => {
    expect(codesOf(await desk.step(broker, 'recordContact', await received(), { ...contact, ...input }))).toEqual([
      'BAD_USER_INPUT',
    ]);
  });
});

describe('what was done for a child', () => {
  it('counts once for each kind, and takes the consultation further', async () => {
    const intervene = (of: AnsweredConsultation | null, intervention: string) =>
      desk.step(broker, 'recordIntervention', of, { intervention });
    const table = await intervene(await contacted(), 'ACCELERATION_TABLE');
    const again = await intervene(table.consultation, 'ACCELERATION_TABLE');
    const mediated = await intervene(again.consultation, 'OTHER_MEDIATION');
    expect(again.consultation).toEqual(table.consultation);
    expect(mediated.consultation).toMatchObject({
      status: 'ROUND_TABLE_HELD',
      interventions: ['ACCELERATION_TABLE', 'OTHER_MEDIATION'],
    });
  });
});

describe('what came of it', () => {
  it('is added to, also months after the end, and the newest finding is the result', async () => {
    const find = (of: AnsweredConsultation | null, kind: string, isStable: boolean | null) =>
      desk.step(broker, 'recordOutcome', of, { kind, measuredOn: '2026-02-01', isStable });
    const found = await find(await contacted(), 'OUT_OF_HOME_PREVENTED', null);
    const closed = await desk.step(broker, 'closeConsultation', found.consultation);
    const followed = await find(closed.consultation, 'AS_HOME_AS_POSSIBLE', true);
    expect(closed.consultation).toMatchObject({ status: 'CLOSED', result: 'OUT_OF_HOME_PREVENTED' });
    expect(followed.consultation).toMatchObject({
      status: 'CLOSED',
      result: 'AS_HOME_AS_POSSIBLE',
      outcomes: [
        { kind: 'AS_HOME_AS_POSSIBLE', isStable: true },
        { kind: 'OUT_OF_HOME_PREVENTED', isStable: null },
      ],
    });
  });

  it.each([
    ['that is no finding', { kind: 'OPEN', measuredOn: '2026-02-01' }],
    ['on a day that is still ahead', { kind: 'NOT_SUCCESSFUL', measuredOn: '2999-02-01' }],
  ])('is refused %s', async (_, input) => {
    expect(codesOf(await desk.step(broker, 'recordOutcome', await contacted(), input))).toEqual(['BAD_USER_INPUT']);
  });
});

describe('two brokers at one consultation', () => {
  it('do not undo each other: the second hears which version there is now', async () => {
    const read = await contacted();
    await desk.step(broker, 'recordIntervention', read, { intervention: 'TAILOR_MADE' });
    const late = await desk.step(broker, 'closeConsultation', read);
    expect(late.errors).toMatchObject([{ code: 'VERSION_CONFLICT', message: expect.stringContaining('versie 3') }]);
  });

  it('who send at the same moment: one step is taken', async () => {
    const read = await contacted();
    const both = await Promise.all(
      ['TAILOR_MADE', 'REFERRED_TO_RET'].map((intervention) =>
        desk.step(broker, 'recordIntervention', read, { intervention }),
      ),
    );
    expect(both.flatMap(codesOf)).toEqual(['VERSION_CONFLICT']);
  });

  it('whose request is sent twice is answered twice and done once', async () => {
    const input = { idempotencyKey: randomUUID(), intervention: 'TAILOR_MADE' };
    const read = await contacted();
    const first = await desk.step(broker, 'recordIntervention', read, input);
    const second = await desk.step(broker, 'recordIntervention', read, input);
    expect([first.isReplay, second.isReplay]).toEqual([false, true]);
    expect(second.consultation).toEqual(first.consultation);
  });
});

describe('a step', () => {
  it.each<[string, ConsultationOperation, object, string]>([
    ['of an intervention before the first contact', 'recordIntervention', { intervention: 'TAILOR_MADE' }, 'RECEIVED'],
    ['of an end before the first contact', 'closeConsultation', {}, 'RECEIVED'],
    [
      'of a finding before the first contact',
      'recordOutcome',
      { kind: 'NOT_SUCCESSFUL', measuredOn: '2026-01-01' },
      'RECEIVED',
    ],
  ])('%s is refused', async (_, operation, input, state) => {
    const { errors } = await desk.step(broker, operation, await received(), input);
    expect(errors).toMatchObject([{ code: 'STATE_CONFLICT', message: expect.stringContaining(state) }]);
  });

  it('after the end is refused', async () => {
    const ended = await desk.step(broker, 'abandonConsultation', await received(), { reason: 'NOT_REACHED' });
    expect(ended.consultation).toMatchObject({ status: 'ABANDONED' });
    for (const [operation, input] of [
      ['recordContact', contact],
      ['recordIntervention', { intervention: 'TAILOR_MADE' }],
      ['abandonConsultation', { reason: 'OTHER' }],
    ] as const)
      expect(codesOf(await desk.step(broker, operation, ended.consultation, input))).toEqual(['STATE_CONFLICT']);
  });

  it.each<[string, Caller, string]>([
    ['a broker of another region', { ...broker, region: 'region-2' }, 'NOT_FOUND'],
    ['the organisation that asked', owner, 'FORBIDDEN'],
    ['a provider', callerAs('provider-planner', idOf(801)), 'FORBIDDEN'],
    ['the privacy officer', callerAs('privacy-officer'), 'FORBIDDEN'],
  ])('is not for %s', async (_, caller, code) => {
    const read = await received();
    const operations: [ConsultationOperation, object][] = [
      ['recordContact', contact],
      ['recordIntervention', { intervention: 'TAILOR_MADE' }],
      ['recordOutcome', { kind: 'NOT_SUCCESSFUL', measuredOn: '2026-01-01' }],
      ['closeConsultation', {}],
      ['abandonConsultation', { reason: 'OTHER' }],
    ];
    for (const [operation, input] of operations)
      expect(codesOf(await desk.step(caller, operation, read, input))).toEqual([code]);
  });
});

describe('the record', () => {
  it('tells who registered and changed a consultation, and who was refused', async () => {
    const read = await received();
    await desk.step(broker, 'recordContact', read, contact);
    await desk.step({ ...broker, region: 'region-2', subject: 'other' }, 'closeConsultation', read);
    const rows = await desk.database.owner.query<{ done: string }[]>(
      `select event_code || ' ' || outcome || ' ' || user_id as done from audit_event where object_ids @> array[$1::uuid] and action <> 'R'
       order by occurred_at`,
      [read?.id],
    );
    expect(rows.map(({ done }) => done)).toEqual([
      `CONSULTATION_CREATED GRANTED ${broker.subject}`,
      `CONSULTATION_CHANGED GRANTED ${broker.subject}`,
      'CONSULTATION_CHANGED REFUSED other',
    ]);
  });
});

describe('the database alone', () => {
  const insert = (region: string, organisation: string | null) =>
    `insert into consultation (region, municipality_code, referrer_kind, referrer_organisation_id, referrer_municipality_code, is_identified, channel,
       received_at, reporting_year, status)
     values ('${region}', '0995', 'PARENT', ${organisation === null ? 'null' : `'${organisation}'`}, '0995', false, 'PHONE', now(), 2026, 'RECEIVED')`;

  it.each<[string, Caller, string]>([
    ['a broker for another region', broker, insert('region-2', null)],
    ['an organisation for another', owner, insert('flevoland', idOf(902))],
    ['an organisation for another region', owner, insert('region-2', idOf(901))],
    ['an analyst', callerAs('analyst'), insert('flevoland', null)],
  ])('lets no consultation be added by %s', async (_, caller, sql) => {
    await expect(desk.asCaller(caller, sql)).rejects.toThrow('row-level security');
  });

  it.each<[string, Caller, number]>([
    ['a broker of the region', broker, 1],
    ['a broker of another region', { ...broker, region: 'region-2' }, 0],
    ['the organisation that asked', owner, 0],
    ['an analyst of the region', callerAs('analyst'), 0],
  ])('lets a consultation be changed by %s: %s', async (_, caller, changed) => {
    const { consultation } = await desk.register(owner, {
      referrer: { kind: 'LOCAL_ACCESS', municipalityCode: '0995' },
    });
    const sql = `update consultation set channel = 'FORM' where id = '${consultation?.id}' returning id`;
    expect(await desk.asCaller(caller, sql)).toHaveLength(changed);
  });

  it('lets contacts and findings be added, never changed or removed', async () => {
    const { consultation } = await desk.step(broker, 'recordOutcome', await contacted(), {
      kind: 'NOT_SUCCESSFUL',
      measuredOn: '2026-01-01',
    });
    for (const table of ['contact_moment', 'outcome']) {
      const where = `where consultation_id = '${consultation?.id}'`;
      await expect(desk.asCaller(broker, `update ${table} set recorded_at = now() ${where}`)).rejects.toThrow('denied');
      await expect(desk.asCaller(broker, `delete from ${table} ${where}`)).rejects.toThrow('denied');
      expect(await desk.asCaller(broker, `select id from ${table} ${where}`)).toHaveLength(1);
      expect(await desk.asCaller({ ...broker, region: 'region-2' }, `select id from ${table} ${where}`)).toEqual([]);
    }
  });
});
