import { developmentIssuer } from '../../gateway/oauth/development/accounts.js';
import { flevoland } from '../../vocabulary/places/region.js';
import type { Row } from './capacity-offers.js';
import { offerTemplates } from './offer-templates.js';
import { createRandom, demonstrationId, type Random } from './random.js';

const hour = 3_600_000;
const day = 24 * hour;

/** How many published waiting lists wait so many weeks; source: the public waiting lists of Twente, August 2026, counted per four weeks. */
const waitWeeks: readonly (readonly [from: number, lines: number])[] = [
  [0, 18],
  [4, 10],
  [8, 12],
  [12, 10],
  [16, 7],
  [20, 2],
  [24, 3],
  [28, 1],
  [36, 1],
  [44, 1],
];

/** Marks the reports of invented providers. */
export const demonstrationSource = 'demonstratie';

/** The moments from which the ages of figures are counted: the start of the day of loading, and for crisis places the hour. */
export interface LoadingTime {
  readonly startOfDay: Date;
  readonly startOfHour: Date;
}

/** The reports, closures and holds of all offers: most figures fresh, some aging, some stale, some never given. */
export function demonstrationFigures(
  offers: readonly Row[],
  time: LoadingTime,
): { reports: Row[]; closures: Row[]; holds: Row[]; holdCases: Row[]; holdUnits: Row[] } {
  const held = offers.flatMap((offer) => holdsOf(offer, time));
  const holds = held.map(({ hold }) => hold);
  return {
    reports: offers.flatMap((offer) => reportsOf(offer, time)),
    closures: offers.flatMap((offer) => closuresOf(offer, time)),
    holds,
    holdCases: held.map(({ ofCase }) => ofCase),
    holdUnits: holds.map(unitOf),
  };
}

function randomOf(offer: Row, what: string): Random {
  return createRandom(`${what}:${String(offer['id'])}`);
}

function reportsOf(offer: Row, time: LoadingTime): Row[] {
  const random = randomOf(offer, 'report');
  if (random.chance(0.07)) return [];
  const method = random.chance(0.6) ? 'MACHINE' : random.pick(['MANUAL', 'IMPORT', 'PHONED']);
  const newest = newestAsOf(offer, random, method, time);
  const steps = [random.whole(3, 9) + random.whole(3, 9), random.whole(3, 9), 0].sort((a, b) => b - a);
  return steps.map((daysBack, index) =>
    reportRow(offer, random, { sequence: index + 1, asOf: new Date(newest.getTime() - daysBack * day), method }),
  );
}

/** Seven in ten fresh, then aging, then stale: by the default terms of one day for machines and three days for people. */
function newestAsOf(offer: Row, random: Random, method: string, time: LoadingTime): Date {
  if (offer['is_crisis'] === true) return time.startOfHour;
  const drawn = random.fraction();
  const isMachine = method === 'MACHINE';
  const [from, to] =
    drawn < 0.7
      ? isMachine
        ? [0, 0]
        : [0, 40]
      : drawn < 0.85
        ? isMachine
          ? [26, 44]
          : [74, 140]
        : [24 * 8, 24 * 60];
  return new Date(time.startOfDay.getTime() - random.whole(from, to) * hour);
}

interface ReportMoment {
  readonly sequence: number;
  readonly asOf: Date;
  readonly method: string;
}

function reportRow(offer: Row, random: Random, { sequence, asOf, method }: ReportMoment): Row {
  const template = offerTemplates.find(({ rung }) => rung === offer['rung']);
  const maximum = createRandom(`size:${String(offer['id'])}`).whole(...(template?.maximum ?? [1, 1]));
  const isFree = random.chance(0.45);
  const available = isFree ? random.whole(1, Math.max(1, Math.floor(maximum / 3))) : 0;
  const waitDays = isFree ? 0 : drawWaitDays(random);
  const isWaiting = !isFree && random.chance(0.7);
  return {
    id: demonstrationId(`report:${String(offer['id'])}:${sequence}`),
    offer_id: offer['id'],
    sequence,
    as_of: asOf,
    received_at: asOf,
    source: demonstrationSource,
    method,
    status: isFree
      ? random.chance(0.12)
        ? 'ADDITIONAL_ASSESSMENT_REQUIRED'
        : 'HAS_CAPACITY'
      : isWaiting
        ? 'WAITLIST'
        : 'NO_CAPACITY',
    available,
    maximum,
    unit: offer['unit'],
    next_available_on: !isFree && random.chance(0.3) ? dutchDay(asOf.getTime() + waitDays * day) : null,
    waitlist_count: isWaiting ? random.whole(1, 14) : 0,
    wait_estimate_days: isWaiting ? waitDays : null,
    note: null,
    withdrawn_at: null,
  };
}

/** The calendar day in the Netherlands, yyyy-mm-dd. */
function dutchDay(time: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(time);
}

function drawWaitDays(random: Random): number {
  let left = random.whole(
    1,
    waitWeeks.reduce((sum, [, lines]) => sum + lines, 0),
  );
  const [from] = waitWeeks.find(([, lines]) => (left -= lines) <= 0) ?? [0];
  return from * 7 + random.whole(1, 28);
}

function closuresOf(offer: Row, { startOfDay }: LoadingTime): Row[] {
  const random = randomOf(offer, 'closure');
  if (!random.chance(0.05)) return [];
  return [
    {
      id: demonstrationId(`closure:${String(offer['id'])}`),
      offer_id: offer['id'],
      reason: random.pick(['STAFF_SHORTAGE', 'GROUP_SAFETY', 'RENOVATION', 'INFECTION', 'FULL']),
      closed_at: new Date(startOfDay.getTime() - random.whole(2, 40) * day),
      expected_end_on: dutchDay(startOfDay.getTime() + random.whole(7, 60) * day),
      reopened_at: null,
    },
  ];
}

/** How many cases of the region are open: FL-26-0001 and on. */
const openCases = 61;

/** A hold, and for whom it was placed. */
interface Held {
  readonly hold: Row;
  readonly ofCase: Row;
}

/** A quarter of the offers was held before, and released; a few are held now, waiting for an answer. */
function holdsOf(offer: Row, { startOfDay }: LoadingTime): Held[] {
  const random = randomOf(offer, 'hold');
  const drawn = random.fraction();
  if (drawn > 0.3) return [];
  const isLive = drawn < 0.05;
  const createdAt = new Date(startOfDay.getTime() - (isLive ? 0 : random.whole(3, 90) * day));
  const id = demonstrationId(`hold:${String(offer['id'])}`);
  const ofCase = {
    hold_id: id,
    case_id: demonstrationId(`case:FL-26-${String(random.whole(1, openCases)).padStart(4, '0')}`),
    region: flevoland.key,
    placed_by: `${developmentIssuer}#demonstration-care-broker`,
  };
  const term = { answer_due_at: new Date(createdAt.getTime() + 2 * day), accepted_at: null, expires_at: null };
  const ending = isLive ? null : new Date(createdAt.getTime() + random.whole(2, 40) * hour);
  const times = { ...term, created_at: createdAt, converted_at: null, ended_at: ending };
  const ended = isLive ? null : 'RELEASED';
  return [{ ofCase, hold: { id, offer_id: offer['id'], quantity: 1, ...times, ended_as: ended } }];
}

/** Each offer was held once at the most: its first unit, until the hold ended or its term passed. */
function unitOf(hold: Row): Row {
  const until = hold['ended_at'] ?? hold['answer_due_at'];
  return {
    hold_id: hold['id'],
    offer_id: hold['offer_id'],
    unit_no: 1,
    period: `[${instantText(hold['created_at'])},${instantText(until)})`,
  };
}

function instantText(value: unknown): string {
  return (value as Date).toISOString();
}
