import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { callerAs } from '../../../test/builders/callers.js';
import { openReferralDesk, people, type ReferralDesk } from '../../../test/builders/desks/referral-desk.js';
import { idOf } from '../../../test/builders/rows/case.js';

const { owner, broker } = people;
let desk: ReferralDesk;

beforeAll(async () => {
  desk = await openReferralDesk();
});
afterAll(() => desk.database.close());
beforeEach(() => desk.begin());

const fields = 'mentor { id chosenOn isMonitored endedOn } isReplay';

async function register(input: object = {}, caller = broker) {
  const document = `mutation ($input: RegisterMentorInput!) { step: registerMentor(input: $input) { ${fields} } }`;
  const given = { idempotencyKey: randomUUID(), caseId: idOf(1), chosenOn: '2026-01-05', ...input };
  const { data, codes } = await desk.ask(caller, document, { input: given });
  return { mentor: (data?.['step'] as { mentor: { id: string } } | null)?.mentor ?? null, codes };
}

async function end(mentorId: string, endedOn = '2026-02-01', caller = broker) {
  const document = `mutation ($input: EndMentorInput!) { step: endMentor(input: $input) { ${fields} } }`;
  const { data, codes } = await desk.ask(caller, document, {
    input: { idempotencyKey: randomUUID(), mentorId, endedOn },
  });
  return { mentor: (data?.['step'] as { mentor: object } | null)?.mentor ?? null, codes };
}

describe('a mentor whom the child chose', () => {
  it('is registered without a name, once at a time, until it ends', async () => {
    const { mentor } = await register({ isMonitored: true });
    expect(mentor).toMatchObject({ chosenOn: '2026-01-05', isMonitored: true, endedOn: null });
    expect((await register()).codes).toEqual(['MENTOR_RUNS']);
    expect((await end(mentor?.id ?? '')).mentor).toMatchObject({ endedOn: '2026-02-01' });
    expect((await end(mentor?.id ?? '')).codes).toEqual(['STATE_CONFLICT']);
    expect((await register({ chosenOn: '2026-02-02' }, owner)).codes).toEqual([]);
    const { data } = await desk.ask(owner, 'query ($id: ID!) { case(id: $id) { mentors { chosenOn endedOn } } }', {
      id: idOf(1),
    });
    expect(data).toMatchObject({ case: { mentors: [{ endedOn: null }, { endedOn: '2026-02-01' }] } });
  });

  it('was not chosen ahead, and does not end before that', async () => {
    expect((await register({ chosenOn: '2090-01-01' })).codes).toEqual(['BAD_USER_INPUT']);
    const { mentor } = await register();
    expect((await end(mentor?.id ?? '', '2026-01-01')).codes).toEqual(['BAD_USER_INPUT']);
  });

  it('is registered by who works on the case, and by nobody else', async () => {
    expect((await register({}, { ...broker, region: 'region-2' })).codes).toEqual(['NOT_FOUND']);
    expect((await register({ caseId: idOf(3) })).codes).toEqual(['CASE_RESTRICTED']);
    expect((await register({ caseId: idOf(5) }, owner)).codes).toEqual(['CASE_CLOSED']);
    expect((await register({}, callerAs('provider-planner', idOf(801)))).codes).toEqual(['FORBIDDEN']);
    const { mentor } = await register();
    expect((await end(mentor?.id ?? '', '2026-02-01', callerAs('case-owner', idOf(902)))).codes).toEqual(['NOT_FOUND']);
  });
});
