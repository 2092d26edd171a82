import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Characteristic, LegalFramework, PlaceFeature, Sex, TimeWindow } from '../../../vocabulary/child.js';
import { LadderRung } from '../../../vocabulary/ladder.js';
import { caseRow, consultationRow, needRow, placeRow } from '../../../test/builders/rows/case.js';
import { openCasesDatabase, type CasesDatabase } from '../../../test/builders/databases/cases-database.js';
import { CaseStatus, LegalMeasure, OutOfHomeAuthorisation, ProblemDomain } from '../case/case.vocabulary.js';
import {
  ConsultationChannel,
  ConsultationStatus,
  InterventionKind,
  ReferrerKind,
  ResultKind,
} from '../consultation/consultation.vocabulary.js';

let database: CasesDatabase;
let serial = 0;

beforeAll(async () => {
  database = await openCasesDatabase();
});

afterAll(() => database.close());

const at = new Date('2026-03-01T08:00:00Z');

function writeCase(other: Parameters<typeof caseRow>[1]): Promise<void> {
  return database.write({ cases: [caseRow(++serial, other)] });
}

async function writeNeed(other: Parameters<typeof needRow>[1]): Promise<void> {
  await writeCase({});
  return database.write({ needs: [needRow(serial, other)] });
}

async function writePlace(other: Parameters<typeof placeRow>[1]): Promise<void> {
  await writeCase({});
  return database.write({ places: [placeRow(serial, other)] });
}

function writeConsultation(other: Parameters<typeof consultationRow>[1]): Promise<void> {
  return database.write({ consultations: [consultationRow(++serial, other)] });
}

describe('the tables take every code of the vocabulary', () => {
  it('for cases', async () => {
    await writeCase({
      legalFrameworks: [...LegalFramework.codes],
      measures: [...LegalMeasure.codes],
      problemDomains: [...ProblemDomain.codes],
    });
    for (const currentRung of LadderRung.codes) await writeCase({ currentRung });
    for (const outOfHomeAuthorisation of OutOfHomeAuthorisation.codes) await writeCase({ outOfHomeAuthorisation });
    for (const status of CaseStatus.codes) await writeCase({ status, closedAt: status === 'CLOSED' ? at : null });
  });

  it('for needs', async () => {
    await writeNeed({
      rungs: [...LadderRung.codes],
      timeWindows: [...TimeWindow.codes],
      characteristics: [...Characteristic.codes],
      placeFeatures: [...PlaceFeature.codes],
    });
    for (const heaviestRung of LadderRung.codes.filter((rung) => rung !== 'TAILORED'))
      await writeNeed({ heaviestRung });
    for (const sex of Sex.codes) await writeNeed({ sex });
  });

  it('for consultations', async () => {
    await writeConsultation({ interventions: [...InterventionKind.codes] });
    for (const referrerKind of ReferrerKind.codes) await writeConsultation({ referrerKind });
    for (const channel of ConsultationChannel.codes) await writeConsultation({ channel });
    for (const result of ResultKind.codes) await writeConsultation({ result });
    for (const status of ConsultationStatus.codes) {
      const hasEnded = status === 'CLOSED' || status === 'ABANDONED';
      await writeConsultation({
        status,
        firstContactAt: status === 'RECEIVED' ? null : at,
        closedAt: hasEnded ? at : null,
      });
    }
  });
});

describe('the tables refuse', () => {
  it.each<[string, () => Promise<void>]>([
    ['a number that is taken', () => writeCase({ number: 'FL-26-0001' })],
    ['a number that nobody can say', () => writeCase({ number: '42' })],
    ['a measure twice', () => writeCase({ measures: ['SUPERVISION', 'SUPERVISION'] })],
    ['a language that is no tag', () => writeCase({ languages: ['Nederlands'] })],
    ['a whole postcode', () => writePlace({ postcode4: '8232AB' })],
    ['a closed case without a moment', () => writeCase({ status: 'CLOSED' })],
    ['an open case that was closed', () => writeCase({ closedAt: at })],
    ['a reference without an owner', () => writeCase({ ownReference: 'LT-1' })],
    ['a quarter of an hour', () => writeNeed({ hoursPerWeek: 2.25 })],
    ['no hours', () => writeNeed({ hoursPerWeek: 0 })],
    ['no child', () => writeNeed({ childrenTogether: 0 })],
    ['a tailored arrangement as the heaviest rung', () => writeNeed({ heaviestRung: 'TAILORED' })],
    ['a need without a case', () => database.write({ needs: [needRow(9_999)] })],
    ['an intervention twice for one child', () => writeConsultation({ interventions: ['TAILOR_MADE', 'TAILOR_MADE'] })],
    ['a consultation that ended without a moment', () => writeConsultation({ status: 'CLOSED', firstContactAt: at })],
    ['a consultation under way that nobody has answered', () => writeConsultation({ status: 'MATCHING' })],
    [
      'an answer before the question',
      () => writeConsultation({ status: 'CONTACTED', firstContactAt: new Date('2025-12-31T08:00:00Z') }),
    ],
  ])('%s', async (_, write) => {
    await expect(write()).rejects.toThrow(/violates/);
  });
});
