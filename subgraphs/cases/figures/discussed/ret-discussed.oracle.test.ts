import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Figure } from '../../../../figures/figure.type.js';
import { withCaller } from '../../../../platform/database/with-caller.js';
import { callerAs } from '../../../../test/builders/callers.js';
import { openCasesDatabase, type CasesDatabase } from '../../../../test/builders/databases/cases-database.js';
import { caseRow, consultationRow, idOf } from '../../../../test/builders/rows/case.js';
import { plantRows } from '../../../../test/builders/rows/plant-rows.js';
import { exactFigure, sharesOf, type Share } from '../../../../test/oracle/counted-figure.js';
import { isSmall, whatIsLearnt } from '../../../../test/oracle/figure-reader.js';
import { mostlyAlike } from '../../../../test/oracle/mostly-alike.js';
import { flevoland } from '../../../../vocabulary/places/region.js';
import { retDiscussedReadModel } from './ret-discussed.read-model.js';
import { retDiscussedService } from './ret-discussed.service.js';
import { DiscussedGrouping, DiscussedSubject } from './ret-discussed.vocabulary.js';

const runs = Math.ceil(Number(process.env['RECOVERY_PAIRS'] ?? 60) / 10);
const kinds = [
  'RET_MORNING',
  'CASE_WEEK',
  'ACCELERATION_TABLE',
  'ROUND_TABLE',
  'EARLY_JOINT_MEETING',
  'LOCAL_TEAM_REVIEW',
];

/** A child, the table that spoke about it, and when it came to live where. Of a case that is gone its placement is left. */
const child = fc.record({
  region: mostlyAlike('flevoland', 'flevoland', 'region-2'),
  municipality: mostlyAlike('0995', '0034', '0184', '0363'),
  isThreatened: mostlyAlike(true, false),
  openedOn: mostlyAlike('2025-03-10', '2025-04-01', '2024-12-31', '2026-01-01'),
  tables: fc.array(
    fc.record({
      kind: mostlyAlike(...kinds),
      isHeld: fc.constantFrom(true, true, false),
      on: fc.constantFrom('2025-04-30', '2025-02-01', '2024-10-29', '2024-11-01', '2025-05-01', '2026-01-05'),
      isOfConsultation: fc.constantFrom(false, true),
    }),
    { maxLength: 3 },
  ),
  isOnChecklist: fc.constantFrom(null, false, true),
  placed: mostlyAlike<readonly [rung: string, on: string, isSecondary: boolean, isErased: boolean] | null>(
    ['RESIDENTIAL_GROUP', '2025-05-01', false, false],
    ['SECURE', '2025-12-31', false, false],
    ['SECURE', '2025-06-01', false, true],
    null,
    ['FOSTER', '2025-05-01', false, false],
    ['RESIDENTIAL_GROUP', '2025-05-01', true, false],
    ['RESIDENTIAL_GROUP', '2026-01-01', false, false],
  ),
});
type Child = typeof child extends fc.Arbitrary<infer C> ? C : never;
const children = fc.array(child, { minLength: 20, maxLength: 250, size: 'max' });
const noon = (day: string): string => `${day}T12:00:00Z`;

let database: CasesDatabase;
beforeAll(async () => {
  database = await openCasesDatabase();
});
afterAll(() => database.close());

async function write(all: readonly Child[]): Promise<void> {
  const { owner } = database;
  await owner.query('truncate case_file, placement, consultation, round_table cascade');
  const numbered = all.map((one, index) => ({ ...one, n: index + 1 }));
  await database.write({
    cases: numbered.map(({ n, region, municipality, isThreatened, openedOn }) =>
      caseRow(n, {
        ...{ region, municipalityCode: municipality, isThreatenedOutOfHome: isThreatened },
        openedAt: new Date(noon(openedOn)),
      }),
    ),
    consultations: numbered.map(({ n }) => consultationRow(n, { caseId: idOf(n) })),
  });
  await plantRows(
    owner,
    'round_table',
    numbered.flatMap(({ n, tables }) =>
      tables.map(({ kind, isHeld, on, isOfConsultation }) => ({
        ...{ case_id: isOfConsultation ? null : idOf(n), consultation_id: isOfConsultation ? idOf(n) : null, kind },
        ...{ state: isHeld ? 'HELD' : 'PLANNED', planned_at: noon(on), held_at: isHeld ? noon(on) : null },
        ...{ participant_ids: [], organisation_ids: [], is_institution_involved: false, is_institution_invited: false },
        ...{ are_parents_present: isHeld ? true : null, decisions: isHeld ? ['DEPLOY_DUO'] : [] },
      })),
    ),
  );
  const asked = numbered.filter(({ isOnChecklist }) => isOnChecklist !== null);
  await plantRows(
    owner,
    'checklist',
    asked.map(({ n, isOnChecklist }) => ({ case_id: idOf(n), is_ret_discussed: isOnChecklist })),
  );
  await plantRows(
    owner,
    'placement',
    numbered.flatMap(({ n, region, municipality, placed }) =>
      placed
        ? [
            {
              ...{ case_id: placed[3] ? null : idOf(n), region, municipality_code: municipality, birth_year: 2012 },
              ...{ rung: placed[0], started_at: noon(placed[1]), is_secondary: placed[2], status: 'STARTED' },
            },
          ]
        : [],
    ),
  );
}

/** One by one: who is asked about, where and when each counts, and at which table it was spoken about. */
function counted(all: readonly Child[], by: DiscussedGrouping, subject: DiscussedSubject, asOf: string): Share[] {
  const isInYear = (day: string): boolean => day >= '2025-01-01' && day <= '2025-12-31' && day <= asOf;
  return all.flatMap((one) => {
    const day = subject === 'THREATENED' ? one.openedOn : one.placed?.[1];
    if (one.region !== 'flevoland' || day === undefined || !isInYear(day)) return [];
    if (subject === 'THREATENED' && !one.isThreatened) return [];
    const [rung = '', , isSecondary, isErased] = one.placed ?? [];
    if (subject === 'RESIDENTIAL' && (isSecondary || !['RESIDENTIAL_GROUP', 'SECURE'].includes(rung))) return [];
    const home = flevoland.municipalityCodes.includes(one.municipality) ? one.municipality : 'ELSEWHERE';
    const outcome = subject === 'RESIDENTIAL' && isErased ? 'ERASED' : tableOf(one, subject, day, asOf);
    return [{ groups: [by === 'MONTH' ? day.slice(0, 7) : home], outcome }];
  });
}

function tableOf({ tables, isOnChecklist }: Child, subject: DiscussedSubject, day: string, asOf: string): string {
  const from =
    subject === 'THREATENED' ? '' : new Date(Date.parse(day) - 26 * 7 * 86_400_000).toISOString().slice(0, 10);
  const before = subject === 'THREATENED' ? `${asOf} 24` : day;
  const held = tables.filter(({ isHeld, on }) => isHeld && on >= from && on < before).map(({ kind }) => kind);
  return kinds.find((kind) => held.includes(kind)) ?? (isOnChecklist ? 'CHECKLIST' : 'NONE');
}

const ask = (
  role: 'care-broker' | 'analyst',
  by: DiscussedGrouping,
  subject: DiscussedSubject,
  asOf: string,
): Promise<Figure> =>
  withCaller(database.db, callerAs(role), (tx) =>
    retDiscussedService(retDiscussedReadModel(tx)).retDiscussed(
      callerAs(role),
      { region: null, year: 2025, asOf },
      by,
      subject,
    ),
  );

describe('who was spoken about at a table', () => {
  it('is for a broker who is counted one by one, in every table and on any day', async () => {
    await fc.assert(
      fc.asyncProperty(children, fc.constantFrom('2025-12-31', '2025-04-30', '2026-02-01'), async (all, asOf) => {
        await write(all);
        for (const subject of DiscussedSubject.codes)
          for (const by of DiscussedGrouping.codes) {
            const shares = counted(all, by, subject, asOf);
            const figure = await ask('care-broker', by, subject, asOf);
            expect(figure).toMatchObject(exactFigure(figure, sharesOf(shares), shares.length));
          }
      }),
      { numRuns: 8 },
    );
  });

  it('is not told to an analyst where few are, by no table nor by all of them together', async () => {
    await fc.assert(
      fc.asyncProperty(children, async (all) => {
        await write(all);
        for (const subject of DiscussedSubject.codes) {
          const answers = [];
          for (const by of DiscussedGrouping.codes) {
            const shares = counted(all, by, subject, '2025-12-31');
            answers.push({ figure: await ask('analyst', by, subject, '2025-04-30'), counted: sharesOf(shares) });
          }
          expect(
            whatIsLearnt(answers, 'EXACT', isSmall).filter(({ lowest, highest }) => highest - lowest < 10),
          ).toEqual([]);
        }
      }),
      { numRuns: runs },
    );
  });
});
