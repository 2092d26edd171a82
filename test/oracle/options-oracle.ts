import { readFileSync } from 'node:fs';
import type { NeedFields } from '../../vocabulary/need.js';
import type { World, WorldHold, WorldOffer, WorldReport } from './world.js';

/**
 * The ranking written a second time, offer by offer and without SQL, from the rules and not from the product's code:
 * slow and plain. It shares nothing with the product but the shape of a need and the table of postcode areas.
 */
export interface OracleAnswer {
  readonly offersConsidered: number;
  readonly organisationsConsidered: number;
  readonly ranking: readonly OracleOption[];
  readonly excluded: Readonly<Record<string, readonly string[]>>;
  readonly missing: readonly { organisationId: string; reason: string; lastReportAt: number | null }[];
}

export interface OracleOption {
  readonly id: string;
  readonly status: string;
  readonly available: number | null;
  readonly freshness: string;
  readonly startsInTime: boolean;
  readonly toHome: number | null;
  readonly toSchool: number | null;
}

const hour = 3_600_000;
const dayLength = 24 * hour;

const ladder = [
  ['OWN_HOME', 0],
  ['LOCAL_TEAM', 1],
  ['COMMUNITY_SUPPORT', 2],
  ['MENTOR_JIM', 3],
  ['AMBULATORY', 4],
  ['INTENSIVE_AMBULATORY', 5],
  ['DAY_TREATMENT', 6],
  ['PART_TIME_RESPITE', 7],
  ['KINSHIP_FOSTER', 8],
  ['FOSTER', 9],
  ['FAMILY_HOME', 10],
  ['SMALL_SCALE', 11],
  ['ASSISTED_LIVING', 11.5],
  ['RESIDENTIAL_GROUP', 12],
  ['SECURE', 13],
] as const;
const weight = new Map<string, number>(ladder);

const centres = new Map(
  readFileSync(new URL('../../subgraphs/capacity/migrations/postcode-areas.csv', import.meta.url), 'utf8')
    .split('\n')
    .map((line) => line.split(','))
    .map(([postcode = '', , latitude, longitude]) => [
      postcode,
      { latitude: Number(latitude), longitude: Number(longitude) },
    ]),
);

/** The answer to a need at an instant (milliseconds since 1970). */
export function askOracle(world: World, need: NeedFields, at: number): OracleAnswer {
  const considered = world.offers.filter(
    (offer) =>
      offer.workingArea.includes(need.municipalityCode) &&
      (offer.retiredHoursAgo === null || offer.retiredHoursAgo < 0),
  );
  const excluded: Record<string, string[]> = {};
  const options: Assessed[] = [];
  for (const offer of considered) {
    const criterion = firstFailed(offer, need, at);
    if (criterion === null) options.push(assess(offer, need, at));
    else (excluded[criterion] ??= []).push(offer.id);
  }
  options.sort(compare);
  return {
    offersConsidered: considered.length,
    organisationsConsidered: new Set(considered.map(({ organisationId }) => organisationId)).size,
    ranking: options,
    excluded,
    missing: missingSources(options),
  };
}

function rungWeight(offer: WorldOffer): number {
  return weight.get(offer.homeRung ?? offer.rung) ?? NaN;
}

function isClosed(offer: WorldOffer): boolean {
  return offer.closures.some(
    ({ closedHoursAgo, reopenedHoursAgo }) =>
      closedHoursAgo >= 0 && (reopenedHoursAgo === null || reopenedHoursAgo < 0),
  );
}

function firstFailed(offer: WorldOffer, need: NeedFields, at: number): string | null {
  const year = Number((need.startByOn ?? dutchDay(at)).slice(0, 4));
  const ages = [year - need.birthYear - 1, year - need.birthYear];
  const has = (list: readonly string[], other: readonly string[]): boolean => list.some((item) => other.includes(item));
  const heaviest = need.heaviestRung === null ? Infinity : (weight.get(need.heaviestRung) ?? NaN);
  const home = distance(offer, need.nearPostcode4);
  const criteria: [string, boolean][] = [
    ['RUNG_NOT_SOUGHT', need.rungs.length > 0 && !(need.rungs as string[]).includes(offer.rung)],
    ['TOO_HEAVY', rungWeight(offer) > heaviest],
    ['AGE', !ages.some((age) => age >= offer.ageMin && age <= offer.ageMax)],
    ['SEX', offer.sex !== null && need.sex !== null && offer.sex !== need.sex],
    ['LEGAL_FRAMEWORK', need.legalFrameworks.some((framework) => !offer.legalFrameworks.includes(framework))],
    ['EXCLUSION', has(offer.exclusions, need.characteristics)],
    ['TARGET_GROUP', offer.targetGroups.length > 0 && !has(offer.targetGroups, need.characteristics)],
    ['CHILDREN_TOGETHER', offer.childrenTogether < need.childrenTogether],
    ['INTAKE_CLOSED', isClosed(offer)],
    ['NO_CONTRACT', need.contractedOnly && !isContracted(offer, need)],
    ['TOO_FAR', need.maxDistanceKm !== null && home !== null && home > need.maxDistanceKm],
  ];
  return criteria.find(([, fails]) => fails)?.[0] ?? null;
}

function isContracted(offer: WorldOffer, need: NeedFields): boolean {
  return offer.contracted.includes(need.responsibleMunicipalityCode ?? need.municipalityCode);
}

interface Assessed extends OracleOption {
  readonly organisationId: string;
  readonly asOf: number | null;
  readonly keys: readonly number[];
}

function assess(offer: WorldOffer, need: NeedFields, at: number): Assessed {
  const report = newestReport(offer);
  const freshness = freshnessOf(offer, report);
  const isKnown = freshness === 'FRESH' || freshness === 'AGING';
  const free = report && isKnown ? freeUnits(offer, report) : null;
  const status =
    !report || !isKnown ? 'UNKNOWN' : report.status === 'HAS_CAPACITY' && free === 0 ? 'NO_CAPACITY' : report.status;
  const startsInTime = canStart(offer, need, report, free, at);
  const toHome = distance(offer, need.nearPostcode4);
  const toSchool = distance(offer, need.schoolPostcode4);
  const hours = need.hoursPerWeek === null || offer.unit !== 'HOUR_PER_WEEK' || (free ?? 0) >= need.hoursPerWeek;
  const times =
    offer.timeWindows.length === 0 || need.timeWindows.every((window) => offer.timeWindows.includes(window));
  const held = offer.holds
    .filter(({ createdHoursAgo }) => createdHoursAgo >= 0)
    .map(({ createdHoursAgo }) => -createdHoursAgo);
  const keys = [
    isContracted(offer, need) ? 0 : 1,
    rungWeight(offer),
    startsInTime ? 0 : 1,
    { FRESH: 0, AGING: 1, STALE: 2, UNKNOWN: 2 }[freshness],
    hours && times ? 0 : 1,
    Math.floor((toHome ?? 0) / 5),
    Math.floor((toSchool ?? 0) / 5),
    held.length === 0 ? -Infinity : Math.max(...held),
  ];
  const asOf = report === null ? null : at - report.asOfHoursAgo * hour;
  return {
    id: offer.id,
    organisationId: offer.organisationId,
    asOf,
    status,
    available: free,
    freshness,
    startsInTime,
    toHome,
    toSchool,
    keys,
  };
}

function newestReport(offer: WorldOffer): WorldReport | null {
  const known = offer.reports.filter(
    ({ receivedHoursAgo, withdrawnHoursAgo }) =>
      receivedHoursAgo >= 0 && (withdrawnHoursAgo === null || withdrawnHoursAgo < 0),
  );
  return known.reduce<WorldReport | null>(
    (newest, report) => (newest === null || report.asOfHoursAgo <= newest.asOfHoursAgo ? report : newest),
    null,
  );
}

function freshnessOf(offer: WorldOffer, report: WorldReport | null): 'FRESH' | 'AGING' | 'STALE' | 'UNKNOWN' {
  if (report === null || report.status === 'UNKNOWN') return 'UNKNOWN';
  const [aging, stale] = offer.isCrisis ? [4, 12] : report.method === 'MACHINE' ? [24, 72] : [72, 168];
  return report.asOfHoursAgo < aging ? 'FRESH' : report.asOfHoursAgo < stale ? 'AGING' : 'STALE';
}

/** What is reported less what is held since, and never more than the size leaves beside all that is held. */
function freeUnits(offer: WorldOffer, report: WorldReport): number {
  const live = offer.holds.filter(isLive);
  const since = live.filter((hold) => !isReported(hold, report));
  const beside = live.filter((hold) => !(isReported(hold, report) && isPast(hold.convertedHoursAgo)));
  const sum = (holds: readonly WorldHold[]): number => holds.reduce((total, { quantity }) => total + quantity, 0);
  return Math.max(0, Math.min(report.available - sum(since), report.maximum - sum(beside)));
}

function isPast(hoursAgo: number | null): boolean {
  return hoursAgo !== null && hoursAgo >= 0;
}

function isLive(hold: WorldHold): boolean {
  if (hold.createdHoursAgo < 0 || isPast(hold.endedHoursAgo)) return false;
  const term = isPast(hold.acceptedHoursAgo) ? (hold.expiresHoursAgo ?? NaN) : hold.answerDueHoursAgo;
  return isPast(hold.convertedHoursAgo) || term < 0;
}

/** Whether the report already counts a hold: it was accepted before. */
function isReported(hold: WorldHold, report: WorldReport): boolean {
  const since = Math.max(report.asOfHoursAgo, report.receivedHoursAgo);
  return isPast(hold.acceptedHoursAgo) && (hold.acceptedHoursAgo ?? NaN) >= since;
}

function canStart(
  offer: WorldOffer,
  need: NeedFields,
  report: WorldReport | null,
  free: number | null,
  at: number,
): boolean {
  if (report === null || free === null) return false;
  const today = dutchDay(at);
  const deadline = need.startByOn !== null && need.startByOn > today ? need.startByOn : today;
  const asked = offer.unit === 'PLACE' ? need.childrenTogether : 1;
  if (free >= asked) return true;
  const later = (day: string): boolean => day >= today && day <= deadline;
  if (report.nextAvailableInDays !== null) return later(plusDays(today, report.nextAvailableInDays));
  const wait = report.waitEstimateDays ?? 0;
  return wait > 0 && later(plusDays(dutchDay(at - report.asOfHoursAgo * hour), wait));
}

function missingSources(options: readonly Assessed[]): OracleAnswer['missing'] {
  const silent = options.filter(({ freshness }) => freshness === 'STALE' || freshness === 'UNKNOWN');
  return [...new Set(silent.map(({ organisationId }) => organisationId))].map((organisationId) => {
    const own = silent.filter((option) => option.organisationId === organisationId);
    const moments = own.map(({ asOf }) => asOf).filter((asOf) => asOf !== null);
    return {
      organisationId,
      reason: own.some(({ freshness }) => freshness === 'STALE') ? 'STALE' : 'UNKNOWN',
      lastReportAt: moments.length === 0 ? null : Math.max(...moments),
    };
  });
}

function compare(one: Assessed, other: Assessed): number {
  for (const [place, key] of one.keys.entries()) {
    const difference = key - (other.keys[place] ?? NaN);
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
  }
  return one.id < other.id ? -1 : 1;
}

/** Of an offer in a secret place nobody learns how far away it is. */
function distance({ isSecret, postcode4 }: WorldOffer, to: string | null): number | null {
  return isSecret ? null : kilometres(postcode4, to);
}

function kilometres(from: string, to: string | null): number | null {
  const start = centres.get(from);
  const end = to === null ? undefined : centres.get(to);
  if (!start || !end) return null;
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const north = Math.sin(radians(end.latitude - start.latitude) / 2);
  const east = Math.sin(radians(end.longitude - start.longitude) / 2);
  const chord = north * north + Math.cos(radians(start.latitude)) * Math.cos(radians(end.latitude)) * east * east;
  return Math.round(2 * 6371 * Math.asin(Math.sqrt(chord)) * 10) / 10;
}

/** The calendar day in the Netherlands, yyyy-mm-dd. */
export function dutchDay(at: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(at);
}

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10);
}
