import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { consultationsOf2023 } from '../../../../infra/demonstration/cases/consultations-2023.js';
import { callerAs } from '../../../../test/builders/callers.js';
import { openCasesDatabase, type CasesDatabase } from '../../../../test/builders/databases/cases-database.js';
import { openConsultationDesk, type ConsultationDesk } from '../../../../test/builders/desks/consultation-desk.js';
import type { ConsultationRow } from '../consultation.entity.js';
import { yearTableReadModel } from '../../year-table/year-table.read-model.js';
import { yearTableService } from '../../year-table/year-table.service.js';

const broker = callerAs('care-broker');

let desk: ConsultationDesk;
let seeded: CasesDatabase;

beforeAll(async () => {
  [desk, seeded] = await Promise.all([openConsultationDesk(), openCasesDatabase('demonstration')]);
});

afterAll(() => Promise.all([desk.close(), seeded.close()]));

/** Does again what brokers did for one child in 2023. */
async function replay(row: ConsultationRow): Promise<void> {
  const { channel, municipalityCode, isIdentified, referrerKind, referrerOrganisationId } = row;
  const referrer = {
    kind: referrerKind,
    organisationId: referrerOrganisationId,
    municipalityCode: row.referrerMunicipalityCode,
  };
  const asked = { channel, municipalityCode, isIdentified, referrer, receivedAt: row.receivedAt.toISOString() };
  let { consultation } = await desk.register(broker, asked);
  const steps = [
    ['recordContact', { kind: 'PHONE', at: row.firstContactAt?.toISOString() }],
    ...row.interventions.map((intervention) => ['recordIntervention', { intervention }] as const),
    ...(row.result === 'OPEN' ? [] : [['recordOutcome', { kind: row.result, measuredOn: '2024-01-15' }] as const]),
    ['closeConsultation', { closedAt: row.closedAt?.toISOString() }],
  ] as const;
  for (const [operation, input] of steps)
    consultation = (await desk.step(broker, operation, consultation, input)).consultation;
  expect(consultation).toMatchObject({ status: 'CLOSED', reportingYear: 2023, result: row.result });
}

it('the 252 consultations of 2023, worked on one by one, give the year table cell by cell with what does not add up in it', async () => {
  const rows = consultationsOf2023();
  for (const row of rows) await replay(row);
  const [replayed, printed] = await Promise.all(
    [desk.database, seeded].map(({ owner }) =>
      yearTableService(yearTableReadModel(owner.manager)).yearTable(broker, 'flevoland', 2023),
    ),
  );
  expect(rows).toHaveLength(252);
  expect(replayed).toEqual(printed);
  expect(new Set(replayed?.checks.map(({ code }) => code)).size).toBe(4);
});
