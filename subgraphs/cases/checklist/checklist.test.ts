import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withCaller } from '../../../platform/database/with-caller.js';
import type { Caller } from '../../../platform/identity/caller.js';
import { callerAs } from '../../../test/builders/callers.js';
import { atWork, openTableDesk, type Stepped, type TableDesk } from '../../../test/builders/desks/table-desk.js';
import { idOf } from '../../../test/builders/rows/case.js';
import { lighterThan } from './checklist.rules.js';

const { broker, otherBroker, owner, otherOwner, anna } = atWork;
const fields = 'state missing isConsultationHeld alternatives { rung verdict reason }';
const foster = { alternative: { rung: 'FOSTER', verdict: 'NOT_SUITABLE', reason: 'YOUTH_DECLINES' } };
let desk: TableDesk;

beforeAll(async () => {
  desk = await openTableDesk();
});
afterAll(() => desk.close());

const answer = (caller: Caller, version: number, input: object, caseId = idOf(1)): Promise<Stepped> =>
  desk.step(caller, 'answerChecklistItem', 'checklist', fields, { caseId, version, ...input });
const complete = (caller: Caller, version: number, input: object = {}, caseId = idOf(1)): Promise<Stepped> =>
  desk.step(caller, 'completeChecklist', 'checklist', fields, { caseId, version, ...input });
const begin = () => desk.database.owner.query('delete from checklist');

/** Answers everything that a place in a group asks; gives the version. */
async function answerAll(caseId = idOf(1)): Promise<number> {
  let version = 0;
  const items = lighterThan('RESIDENTIAL_GROUP').map((rung) => ({ alternative: { rung, verdict: 'TRIED' } }));
  const rest = { isConsultationHeld: true, isRetDiscussed: true, familyFormReason: 'TREATMENT_NEEDED' };
  for (const item of [...items, rest]) version = (await answer(broker, version, item, caseId)).version;
  return version;
}

describe('a checklist', () => {
  beforeAll(begin);

  it('is empty while nobody answered, and says what lacks', async () => {
    const { data } = await desk.ask(
      owner,
      `{ case(id: "${idOf(1)}") { residentialChecklist { id version state missing } } }`,
    );
    expect(data?.['case']).toEqual({
      residentialChecklist: {
        ...{ id: idOf(1), version: 0, state: 'OPEN' },
        missing: [...lighterThan('RESIDENTIAL_GROUP'), 'CONSULTATION', 'RET', 'FAMILY_FORM_REASON'],
      },
    });
  });

  it('keeps each answer, and the newest of one form of help', async () => {
    const first = await answer(broker, 0, { alternative: { rung: 'FOSTER', verdict: 'NO_CAPACITY' } });
    const second = await answer(owner, first.version, foster);
    expect(second).toMatchObject({
      codes: [],
      version: 2,
      alternatives: [foster.alternative],
      isConsultationHeld: null,
    });
    const third = await answer(broker, second.version, { isConsultationHeld: true });
    expect(third).toMatchObject({ alternatives: [foster.alternative], isConsultationHeld: true });
  });

  it('that somebody else answered meanwhile is not answered over their head, and nothing of theirs is lost', async () => {
    expect((await answer(broker, 0, { isConsultationHeld: false })).codes).toEqual(['VERSION_CONFLICT']);
    expect(await answer(broker, 3, { isRetDiscussed: true })).toMatchObject({ codes: [], isConsultationHeld: true });
  });

  it('is answered once, however often it is sent', async () => {
    const input = { ...foster, idempotencyKey: 'checklist-1' };
    const first = await answer(broker, 4, input);
    expect(await answer(broker, 4, input)).toMatchObject({ version: first.version, isReplay: true, codes: [] });
  });

  it('is completed only when nothing lacks, and an answer opens it again', async () => {
    await begin();
    expect((await complete(broker, 0)).codes).toEqual(['CHECKLIST_INCOMPLETE']);
    const done = await complete(broker, await answerAll());
    expect(done).toMatchObject({ codes: [], state: 'COMPLETE', missing: [] });
    expect((await complete(broker, done.version)).codes).toEqual(['STATE_CONFLICT']);
    expect(await answer(broker, done.version, foster)).toMatchObject({ state: 'OPEN', missing: [] });
  });

  it('for a secure place weighs the group as well', async () => {
    await begin();
    const version = await answerAll();
    expect((await complete(broker, version, { rung: 'SECURE' })).codes).toEqual(['CHECKLIST_INCOMPLETE']);
  });

  it.each<[string, Caller, object, string]>([
    ['of another region', otherBroker, {}, 'NOT_FOUND'],
    ['of another organisation', otherOwner, {}, 'NOT_FOUND'],
    ['who sits at a table', anna, {}, 'FORBIDDEN'],
    ['of a provider', callerAs('provider-planner', idOf(801)), {}, 'FORBIDDEN'],
    ['of a closed case', broker, { caseId: idOf(4) }, 'CASE_CLOSED'],
    ['of a restricted case, for another organisation', broker, { caseId: idOf(5) }, 'CASE_RESTRICTED'],
    ['who answers nothing', broker, { isRetDiscussed: null }, 'BAD_USER_INPUT'],
    ['who weighs what is not lighter', broker, { alternative: { rung: 'SECURE', verdict: 'TRIED' } }, 'BAD_USER_INPUT'],
  ])('is not answered by somebody %s', async (_who, caller, input, code) => {
    expect((await answer(caller, 0, { isRetDiscussed: true, ...input })).codes).toEqual([code]);
  });

  it('is shown by the database itself to who works on the case, and to nobody else', async () => {
    await begin();
    await answer(broker, 0, foster);
    const rows = (caller: Caller) =>
      withCaller(desk.database.db, caller, (tx) =>
        tx.query<object[]>('select from checklist union all select from checklist_alternative'),
      );
    expect([(await rows(broker)).length, (await rows(owner)).length]).toEqual([2, 2]);
    for (const caller of [otherBroker, otherOwner, anna, callerAs('analyst')]) expect(await rows(caller)).toEqual([]);
  });
});

describe('a referral', () => {
  const refer = async (input: object, caseId = idOf(2)) => {
    const document = 'mutation ($input: ReferCaseInput!) { referCase(input: $input) { referral { id } } }';
    const given = { idempotencyKey: randomUUID(), caseId, organisationId: idOf(801), ground: 'PROTECTION_MEASURE' };
    return (await desk.ask(broker, document, { input: { ...given, ...input } })).codes;
  };
  const offers = { group: idOf(601), home: idOf(602), tailoredGroup: idOf(603), smallScale: idOf(604) };

  beforeAll(async () => {
    await desk.database.owner.query(
      `with place as (insert into capacity.site (organisation_id, name, municipality_code, postcode4) values ($1, 'huis', '0995', '8232') returning id)
       insert into capacity.offer (id, organisation_id, key, site_id, title, description, rung, home_rung, category, product_code, age_min, age_max,
         legal_frameworks, unit, capacity_model, working_area)
       select o.id, $1, o.id::text, place.id, 'aanbod', '', o.rung, o.home_rung, '43', '43A', 0, 18, '{VOLUNTARY}', 'PLACE', 'PLACES', '{0995}'
       from place cross join (values ($2::uuid, 'RESIDENTIAL_GROUP', null), ($3, 'AMBULATORY', null), ($4, 'TAILORED', 'RESIDENTIAL_GROUP'),
         ($5, 'SMALL_SCALE', null)) as o (id, rung, home_rung)`,
      [idOf(801), offers.group, offers.home, offers.tailoredGroup, offers.smallScale],
    );
    // and whose they are, as capacity told
    for (const [offerId, provider, rung] of [
      [offers.tailoredGroup, 801, 'RESIDENTIAL_GROUP'],
      [idOf(605), 802, 'FOSTER'],
      [offers.home, 803, 'AMBULATORY'],
      [offers.group, 804, 'RESIDENTIAL_GROUP'],
      [offers.smallScale, 805, 'SMALL_SCALE'],
    ] as const)
      await desk.database.owner.query('insert into known_offer values ($1, $2, $3, 1)', [
        offerId,
        idOf(provider),
        rung,
      ]);
  });

  it.each([offers.group, offers.tailoredGroup, offers.smallScale])(
    'for a place in a group or small-scale waits for the checklist: %s',
    async (offerId) => {
      expect(await refer({ offerId })).toEqual(['CHECKLIST_INCOMPLETE']);
    },
  );

  it('that names no offer waits when nothing lighter is sought', async () => {
    await desk.database.owner.query(`update need set rungs = '{SECURE,RESIDENTIAL_GROUP}' where case_id = $1`, [
      idOf(2),
    ]);
    expect(await refer({})).toEqual(['CHECKLIST_INCOMPLETE']);
    await desk.database.owner.query(`update need set rungs = '{FOSTER,RESIDENTIAL_GROUP}' where case_id = $1`, [
      idOf(2),
    ]);
    expect(await refer({ organisationId: idOf(802) })).toEqual([]);
  });

  it('for help at home needs none', async () => {
    expect(await refer({ offerId: offers.home, organisationId: idOf(803) })).toEqual([]);
  });

  it('for a place in a group comes before the provider once the checklist is complete', async () => {
    await complete(broker, await answerAll(idOf(2)), {}, idOf(2));
    expect(await refer({ offerId: offers.group, organisationId: idOf(804) })).toEqual([]);
    expect(await refer({ offerId: offers.smallScale, organisationId: idOf(805) })).toEqual([]);
  });
});
