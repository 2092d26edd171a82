import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../../platform/identity/caller.js';
import { callerAs } from '../../../test/builders/callers.js';
import { idOf } from '../testing/rows.js';
import { openDirectoryDesk, publishers, row, type DirectoryDesk } from '../../../test/builders/desks/directory-desk.js';

const { planner, foreign, broker } = publishers;
let desk: DirectoryDesk;

beforeAll(async () => {
  desk = await openDirectoryDesk();
});
beforeEach(() => desk.begin());
afterAll(() => desk.close());

describe('what an organisation publishes of its professionals', () => {
  it('is found at once by who seeks help, is changed by its own key, and is confirmed with it', async () => {
    expect((await desk.publish([row()])).results).toMatchObject([
      {
        outcome: 'CREATED',
        error: null,
        professional: {
          key: 'a',
          name: 'Dilek Aydın',
          freshness: 'FRESH',
          municipalities: [{ code: '0034' }, { code: '0995' }],
        },
      },
    ]);
    expect(await desk.foundBy(broker)).toEqual([
      {
        name: 'Dilek Aydın',
        key: null,
        freshness: 'FRESH',
        registration: { register: 'SKJ', number: '130012345', isVerified: false },
        expertise: [{ code: 'TRAUMA', level: 'SPECIALIST' }],
        workContact: { email: 'd.aydin@organisatie.example' },
      },
    ]);
    expect(await desk.outcomes([row({ languages: ['tr', 'nl', 'tr'], municipalityCodes: ['0034', '0995'] })])).toEqual([
      'UNCHANGED',
    ]);
    expect(await desk.outcomes([row({ expertise: [{ code: 'TRAUMA', level: 'BASIC' }] })])).toEqual(['CHANGED']);
    expect(await desk.foundBy(broker)).toMatchObject([{ expertise: [{ code: 'TRAUMA', level: 'BASIC' }] }]);
    expect(await desk.all()).toHaveLength(1);
  });

  it('is found by nobody else when the professional does not want it', async () => {
    await desk.publish([row({ isVisible: false })]);
    expect(await desk.foundBy(broker)).toEqual([]);
    expect(await desk.foundBy(planner)).toMatchObject([{ name: 'Dilek Aydın', key: 'a' }]);
  });

  it('is of its own organisation alone: the same key of another is another professional', async () => {
    await desk.publish([row()]);
    expect(await desk.outcomes([{ key: 'a', leftOn: '2026-01-01' }], {}, foreign)).toEqual([
      'REJECTED PROFESSIONAL_KEY_UNKNOWN professionals.0.key',
    ]);
    expect((await desk.confirm({ keys: ['a'] }, foreign)).answer).toMatchObject({
      confirmedCount: 0,
      unknownKeys: ['a'],
    });
    expect(await desk.outcomes([row({ name: 'Ander' })], {}, foreign)).toEqual(['CREATED']);
    expect((await desk.all()).map(({ name }) => name).sort()).toEqual(['Ander', 'Dilek Aydın']);
  });

  it('asks a changed number to be verified again, and the same one not', async () => {
    await desk.publish([row()]);
    await desk.owner.query('update professional set is_registration_verified = true');
    const verified = async (): Promise<unknown> => (await desk.all())[0]?.['is_registration_verified'];
    await desk.publish([row({ jobTitle: 'gezinstherapeut' })]);
    expect(await verified()).toBe(true);
    await desk.publish([row({ registration: { register: 'SKJ', number: '130012346' } })]);
    expect(await verified()).toBe(false);
  });

  it.each<[string, object, string]>([
    ['without a name', { name: ' ' }, 'BAD_USER_INPUT professionals.0.professional.name'],
    [
      'whose function may hold a BSN',
      { jobTitle: 'hulp 111222333' },
      'CONTAINS_BSN professionals.0.professional.jobTitle',
    ],
    [
      'whose function is where a child lives',
      { jobTitle: 'woont Dorpsstraat 12' },
      'CONTAINS_PERSONAL_DATA professionals.0.professional.jobTitle',
    ],
    [
      'with a private address',
      { workEmail: 'dilek@Gmail.com' },
      'PRIVATE_CONTACT professionals.0.professional.workEmail',
    ],
    ['with an address that is none', { workEmail: 'dilek' }, 'BAD_USER_INPUT professionals.0.professional.workEmail'],
    ['with a number that is none', { workPhone: '0320-101' }, 'BAD_USER_INPUT professionals.0.professional.workPhone'],
    ['who works nowhere', { municipalityCodes: [] }, 'BAD_USER_INPUT professionals.0.professional.municipalityCodes'],
    [
      'who works where nothing is',
      { municipalityCodes: ['0001'] },
      'UNKNOWN_MUNICIPALITY professionals.0.professional.municipalityCodes.0',
    ],
    ['who speaks nothing', { languages: [] }, 'BAD_USER_INPUT professionals.0.professional.languages'],
    [
      'with an empty number of a register',
      { registration: { register: 'BIG', number: '' } },
      'BAD_USER_INPUT professionals.0.professional.registration.number',
    ],
    [
      'who knows one thing twice',
      {
        expertise: [
          { code: 'DEBT', level: 'BASIC' },
          { code: 'DEBT', level: 'SPECIALIST' },
        ],
      },
      'BAD_USER_INPUT professionals.0.professional.expertise',
    ],
  ])('%s is refused, and the next is not', async (_what, replaced, expected) => {
    expect(await desk.outcomes([row(replaced), row({}, 'b')])).toEqual([`REJECTED ${expected}`, 'CREATED']);
    expect(await desk.all()).toHaveLength(1);
  });

  it('is refused under half a description, an odd key, a key named twice or a day to come', async () => {
    expect(
      await desk.outcomes([
        { key: 'a' },
        { ...row({}, 'b'), leftOn: '2020-01-01' },
        row({}, ' c'),
        row({}, 'd'),
        row({}, 'd'),
        { key: 'e', leftOn: '2999-01-01' },
        row({}, 'mp 111222333'),
      ]),
    ).toEqual([
      'REJECTED BAD_USER_INPUT professionals.0.professional',
      'REJECTED BAD_USER_INPUT professionals.1.professional',
      'REJECTED BAD_USER_INPUT professionals.2.key',
      'REJECTED PROFESSIONAL_KEY_REPEATED professionals.3.key',
      'REJECTED PROFESSIONAL_KEY_REPEATED professionals.4.key',
      'REJECTED BAD_USER_INPUT professionals.5.leftOn',
      'REJECTED CONTAINS_BSN professionals.6.key',
    ]);
  });

  it.each([0, 501])('is refused as a whole with %i professionals', async (size) => {
    const rows = Array.from({ length: size }, (_, n) => ({ key: `${n}`, leftOn: '2026-01-01' }));
    expect((await desk.publish(rows)).codes).toEqual(['TOO_MANY_ROWS']);
  });

  it.each<[string, Caller, string]>([
    ['a broker', broker, 'FORBIDDEN'],
    ['a case owner', callerAs('case-owner', idOf(1)), 'FORBIDDEN'],
    ['an analyst', callerAs('analyst'), 'FORBIDDEN'],
    ['a planner of no organisation', callerAs('provider-planner'), 'FORBIDDEN'],
  ])('is not for %s to say', async (_who, caller, code) => {
    expect((await desk.publish([row()], {}, caller)).codes).toEqual([code]);
    expect((await desk.confirm({}, caller)).codes).toEqual([code]);
    expect(await desk.all()).toEqual([]);
  });

  it('is done once for each key of a request, and a rehearsal is not done at all', async () => {
    expect(await desk.publish([row()], { idempotencyKey: 'k', isRehearsal: true })).toMatchObject({
      results: [{ outcome: 'CREATED', professional: null }],
    });
    expect(await desk.all()).toEqual([]);
    expect(await desk.publish([row()], { idempotencyKey: 'k' })).toMatchObject({ isReplay: false });
    const again = await desk.publish([row()], { idempotencyKey: 'k' });
    expect(again).toMatchObject({ isReplay: true, results: [{ outcome: 'CREATED' }] });
    expect((await desk.publish([row({ name: 'Ander' })], { idempotencyKey: 'k' })).codes).toEqual([
      'IDEMPOTENCY_KEY_REUSED',
    ]);
    expect(await desk.all()).toHaveLength(1);
  });

  it('is written down by who it was about, and a rehearsal is not', async () => {
    await desk.publish([row()], { isRehearsal: true });
    expect(await desk.owner.query('select from audit_event')).toEqual([]);
    await desk.publish([row()]);
    const [written] = await desk.all();
    const events: unknown[] = await desk.owner.query(
      `select object_ids as ids from audit_event where event_code = 'PROFESSIONAL_CHANGED'`,
    );
    expect(events).toEqual([{ ids: [written?.['id']] }]);
  });

  it('costs the statements of one for five hundred', async () => {
    const counts: number[] = [];
    for (const size of [1, 500]) {
      desk.statements.length = 0;
      const rows = Array.from({ length: size }, (_, n) => row({}, `${size}-${n}`));
      expect((await desk.publish(rows)).results.filter(({ outcome }) => outcome === 'CREATED')).toHaveLength(size);
      counts.push(desk.statements.length);
    }
    expect(new Set(counts).size).toBe(1);
  });
});
