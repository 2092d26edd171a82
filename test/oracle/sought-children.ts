import fc from 'fast-check';
import { LadderRung } from '../../vocabulary/ladder.js';
import { flevoland } from '../../vocabulary/places/region.js';
import type { CasesDatabase } from '../builders/databases/cases-database.js';
import { caseRow, idOf, needRow } from '../builders/rows/case.js';
import { plantRows } from '../builders/rows/plant-rows.js';
import { referralRow } from '../builders/rows/referral.js';
import { mostlyAlike } from './mostly-alike.js';

/** A child with a case, as plain data. Times are whole days before the end of 2025, below nothing for after it. */
export interface Sought {
  readonly region: string;
  readonly municipality: string;
  readonly birthYear: number;
  readonly opened: number;
  readonly closed: number | null;
  /** When it was closed and opened again in between. */
  readonly pause: readonly [closed: number, reopened: number] | null;
  readonly rungs: readonly LadderRung[] | null;
  readonly heaviest: 'FOSTER' | 'AMBULATORY' | null;
  /** What was sought until a day. */
  readonly before: { readonly rungs: readonly LadderRung[]; readonly until: number } | null;
  readonly care: readonly Care[];
  readonly refusals: readonly { readonly at: number; readonly by: 'REFERRAL' | 'HOLD' | 'BOTH' }[];
}

interface Care {
  readonly rung: LadderRung;
  readonly from: number;
  readonly to: number | null;
  readonly isSecondary: boolean;
}

const yearEnd = Date.parse('2025-12-31T23:00:00Z');
const aDay = 86_400_000;
const at = (daysBefore: number): Date => new Date(yearEnd - daysBefore * aDay);

const rungs: fc.Arbitrary<readonly LadderRung[]> = mostlyAlike<readonly LadderRung[]>(
  ['FOSTER'],
  ['FOSTER', 'FAMILY_HOME'],
  ['AMBULATORY'],
  [],
  ['SECURE', 'RESIDENTIAL_GROUP', 'FOSTER'],
);
const care = fc.record({
  rung: mostlyAlike<LadderRung>('AMBULATORY', 'FOSTER', 'SECURE'),
  from: fc.constantFrom(330, 200, 100),
  to: fc.constantFrom(90, 57, 20, -5),
  isSecondary: fc.constantFrom(false, false, true),
});
const refusal = fc.record({
  at: fc.constantFrom(250, 80, 40, 12, 3, -2),
  by: fc.constantFrom('REFERRAL' as const, 'HOLD' as const, 'BOTH' as const),
});

const child: fc.Arbitrary<Sought> = fc.record({
  region: mostlyAlike('flevoland', 'flevoland', 'flevoland', 'region-2'),
  municipality: mostlyAlike('0995', '0034', '0184', '0363'),
  birthYear: mostlyAlike(2012, 2009, 2021, 1996),
  opened: mostlyAlike(70, 400, 56, 55, 160, 20, -1),
  closed: mostlyAlike(null, null, null, -3, 10),
  pause: mostlyAlike<Sought['pause']>(null, null, [60, 50], [15, -4]),
  rungs: fc.oneof({ weight: 9, arbitrary: rungs }, { weight: 1, arbitrary: fc.constant(null) }),
  heaviest: fc.constantFrom('FOSTER' as const, 'AMBULATORY' as const, null),
  before: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.record({ rungs, until: fc.constantFrom(30, -2) }) },
  ),
  care: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(care, { maxLength: 2 }) }),
  refusals: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(refusal, { maxLength: 6 }) },
  ),
});

/** Children that are sought for, most of them like each other, so that large and small counts stand side by side. */
export const soughtChildren: fc.Arbitrary<readonly Sought[]> = fc
  .array(child, { minLength: 20, maxLength: 160, size: 'max' })
  .map((children) => children.map((one) => ({ ...one, pause: canBePaused(one) ? one.pause : null })));

/** A case is closed and opened again while it is not closed for good. */
function canBePaused({ pause, opened, closed }: Sought): boolean {
  return pause !== null && opened > pause[0] && (closed === null || closed < pause[1]);
}

type Numbered = Sought & { readonly n: number };
type Refusal = Sought['refusals'][number] & { readonly n: number; readonly id: number };

/** Writes these children in the place of all others. */
export async function writeSought(database: CasesDatabase, all: readonly Sought[]): Promise<void> {
  const { owner } = database;
  await owner.query('truncate case_file, placement, pseudonym cascade');
  const children = all.map((one, index) => ({ ...one, n: index + 1 }));
  const refused = children.flatMap(({ n, refusals }) =>
    refusals.map((one, index) => ({ ...one, n, id: 100 * n + index })),
  );
  const needs = children.flatMap(({ n, rungs: sought, heaviest }) =>
    sought ? [needRow(n, { rungs: [...sought], heaviestRung: heaviest })] : [],
  );
  await database.write({ cases: children.map(fileRow), needs });
  await plantRows(owner, 'case_change', children.flatMap(changeRows));
  await plantRows(owner, 'former_need', children.flatMap(formerRows));
  await plantRows(owner, 'placement', children.flatMap(careRows));
  await plantRows(owner, 'known_hold', refused.filter(({ by }) => by !== 'REFERRAL').map(holdRow));
  await database.write({ referrals: refused.filter(({ by }) => by !== 'HOLD').map(declinedRow) });
}

function fileRow({ n, region, municipality, birthYear, opened, closed }: Numbered) {
  return caseRow(n, {
    ...{ region, municipalityCode: municipality, birthYear, openedAt: at(opened) },
    ...(closed !== null && { status: 'CLOSED', closedAt: at(Math.min(closed, opened)) }),
  });
}

function changeRows({ n, pause }: Numbered): object[] {
  return (pause ?? []).map((days, index) => ({
    ...{ case_id: idOf(n), version: index + 2, kind: index === 0 ? 'CLOSED' : 'REOPENED', at: at(days) },
    ...{ roles: ['care-broker'], purpose: 'FIND_CARE', reason: index === 0 ? 'OTHER' : null },
  }));
}

function formerRows({ n, before, birthYear, municipality, heaviest }: Numbered): object[] {
  if (!before) return [];
  return [
    {
      ...{ case_id: idOf(n), version: 1, replaced_at: at(before.until), rungs: before.rungs, heaviest_rung: heaviest },
      ...{ birth_year: birthYear, municipality_code: municipality, responsible_municipality_code: municipality },
      ...{ languages: ['nl'], legal_frameworks: [] },
    },
  ];
}

function holdRow({ n, id, at: days }: Refusal): object {
  return {
    ...{ hold_id: idOf(id), case_id: idOf(n), organisation_id: idOf(id), offer_id: idOf(id), rung: 'FOSTER' },
    ...{ state: 'REFUSED', changed_at: at(days), version: 1 },
  };
}

function declinedRow({ n, id, by, at: days }: Refusal) {
  return referralRow(id, {
    ...{ caseId: idOf(n), organisationId: idOf(id), ground: 'DUTY_TO_COLLEGE', consentIds: [] },
    ...{ holdId: by === 'BOTH' ? idOf(id) : null, offerId: by === 'BOTH' ? idOf(id) : null },
    ...{ madeAt: at(days + 1), declinedAt: at(days), declineReason: 'NO_CAPACITY' },
  });
}

function careRows({ n, region, municipality, birthYear, care: all }: Numbered): object[] {
  return all.map(({ rung, from, to, isSecondary }) => ({
    ...{
      case_id: idOf(n),
      region,
      municipality_code: municipality,
      birth_year: birthYear,
      rung,
      is_secondary: isSecondary,
    },
    ...{ status: 'ENDED', started_at: at(from), ended_at: at(to ?? 0) },
  }));
}

/** In which groups a child that is stuck counts in each grouping, and how it counts by each measure. */
export interface StuckChild {
  readonly groups: Readonly<Record<'RUNG' | 'MUNICIPALITY' | 'AGE_BAND', readonly string[]>>;
  readonly outcomes: Readonly<Record<'WEEKS' | 'REFUSALS', string>>;
}

/** Who is stuck at the end of a day, with the groups in which each counts and how it counts by weeks and by refusals. */
export function stuckChildren(
  all: readonly Sought[],
  asOf: string,
  from: { readonly fromWeeks: number; readonly fromRefusals: number },
): StuckChild[] {
  const until = endOf(asOf);
  return all.flatMap((one) => {
    const since = soughtSince(one, until);
    if (since === null) return [];
    const weeks = Math.floor((until - since.at) / (7 * aDay));
    const refusals = one.refusals.filter(({ at: days }) => +at(days) >= since.at && +at(days) < until).length;
    if (weeks < from.fromWeeks && refusals < from.fromRefusals) return [];
    const isInside = flevoland.municipalityCodes.includes(one.municipality);
    return [
      {
        groups: {
          RUNG: since.rungs.length > 0 ? [...since.rungs] : ['ANY'],
          MUNICIPALITY: [isInside ? one.municipality : 'ELSEWHERE'],
          AGE_BAND: [ageBand(2025 - one.birthYear)],
        },
        outcomes: { WEEKS: band(weeks, [0, 4, 8, 13, 26, 52]), REFUSALS: band(refusals, [0, 1, 2, 3, 6]) },
      },
    ];
  });
}

/** The instant at which a day of 2025 is over in the Netherlands. */
const endOf = (day: string): number => Date.parse(`${day}T00:00:00${day > '2025-10-25' ? '+01:00' : '+02:00'}`) + aDay;

function soughtSince(one: Sought, until: number): { at: number; rungs: readonly LadderRung[] } | null {
  const [closed, reopened] = (one.pause ?? []).map((days) => +at(days)).map((time) => (time < until ? time : null));
  const isClosed = one.closed !== null && +at(Math.min(one.closed, one.opened)) < until;
  if (one.region !== 'flevoland' || +at(one.opened) >= until || isClosed || (closed != null && reopened == null))
    return null;
  if (one.rungs === null) return null;
  const sought = one.before && +at(one.before.until) >= until ? one.before.rungs : one.rungs;
  const seeking = sought.length > 0 ? sought : lighterThan(one.heaviest);
  const care = one.care.filter((it) => !it.isSecondary && seeking.includes(it.rung) && +at(it.from) < until);
  if (care.some(({ to }) => +at(to ?? 0) >= until)) return null;
  return { at: Math.max(+at(one.opened), reopened ?? 0, ...care.map(({ to }) => +at(to ?? 0))), rungs: sought };
}

function lighterThan(heaviest: LadderRung | null): LadderRung[] {
  const ladder = LadderRung.codes.filter((rung): boolean => rung !== 'TAILORED' && rung !== 'OWN_HOME');
  return heaviest ? ladder.slice(0, ladder.indexOf(heaviest) + 1) : ladder;
}

const band = (number: number, bands: readonly number[]): string =>
  `FROM_${bands.filter((from) => from <= number).at(-1)}`;

function ageBand(age: number): string {
  if (age <= 3) return 'AGE_0_3';
  if (age <= 11) return 'AGE_4_11';
  if (age <= 15) return 'AGE_12_15';
  if (age <= 17) return 'AGE_16_17';
  if (age <= 22) return 'AGE_18_22';
  return age <= 27 ? 'AGE_23_27' : 'OLDER';
}
