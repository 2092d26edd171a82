import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  openCaseDesk,
  workers,
  type AnsweredCase,
  type CaseDesk,
  type CaseOperation,
} from '../../../../test/builders/desks/case-desk.js';
import { consultationRow, idOf } from '../../../../test/builders/rows/case.js';

const { owner, broker } = workers;
const strangers = [workers['another owner'], workers['broker of another region']];
let desk: CaseDesk;
let file: AnsweredCase | null;

beforeAll(async () => {
  desk = await openCaseDesk('statements');
  const opened = await desk.open(owner, { postcode4: '8232', isRestricted: true });
  const described = await desk.step(owner, 'describeNeed', opened.case, { need: { rungs: ['FOSTER'] } });
  file = (await desk.step(owner, 'describeNeed', described.case, { need: { rungs: ['FAMILY_HOME'] } })).case;
});
afterAll(() => desk.close());

describe('without row level security beneath them', () => {
  it.each<[CaseOperation, object]>([
    ['changeCase', { changes: { currentRung: 'FOSTER' } }],
    ['describeNeed', { need: { rungs: ['FOSTER'] } }],
    ['handOverCase', { region: 'region-2' }],
    ['closeCase', { reason: 'OTHER' }],
    ['reopenCase', {}],
  ])('%s is still for nobody whose case it is not', async (operation, input) => {
    for (const stranger of strangers)
      expect((await desk.step(stranger, operation, file, input)).codes).toEqual(['NOT_FOUND']);
  });

  it('brokers still do not learn where a child of a restricted case was', async () => {
    const fields = 'formerNeeds { need { rungs nearPostcode4 } }';
    const of = (nearPostcode4: string | null) => ({ formerNeeds: [{ need: { rungs: ['FOSTER'], nearPostcode4 } }] });
    expect(await desk.read(owner, file?.id, fields)).toEqual(of('8232'));
    expect(await desk.read(broker, file?.id, fields)).toEqual(of(null));
  });

  it('a consultation still becomes no case of who does not see it, and is seen with its case alone', async () => {
    await desk.database.write({ consultations: [consultationRow(1, { referrerOrganisationId: idOf(901) })] });
    for (const stranger of strangers)
      expect((await desk.open(stranger, { consultationId: idOf(1) })).codes).toEqual(['NOT_FOUND']);
    const { case: of } = await desk.open(broker, { consultationId: idOf(1) });
    const given = await desk.step(broker, 'handOverCase', of, { region: 'region-2' });
    expect(given.codes).toEqual([]);
    expect(await desk.consultations(broker)).toEqual([]);
    expect(await desk.consultations(workers['broker of another region'])).toEqual([idOf(1)]);
    expect(await desk.consultations(owner)).toEqual([idOf(1)]);
    await desk.step(owner, 'handOverCase', { ...(of as AnsweredCase), version: 2 }, { ownerOrganisationId: idOf(902) });
    expect(await desk.consultations(owner)).toEqual([]);
  });
});
