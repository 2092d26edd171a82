import type { CasePlaceRow } from '../../../subgraphs/cases/case/whereabouts/case-place.entity.js';
import type { CaseRow } from '../../../subgraphs/cases/case/case.entity.js';
import type { SchoolKind } from '../../../subgraphs/cases/case/case.vocabulary.js';
import type { NeedRow } from '../../../subgraphs/cases/need/need.entity.js';
import { flevoland } from '../../../vocabulary/places/region.js';
import { localAccessOf, organisationByKey } from '../organisations.js';
import { createRandom, demonstrationId, type Random } from '../random.js';
import { dayAfter, daysBefore, type LoadingDay } from './calendar.js';
import { singularCases, type SingularCase } from './singular-cases.js';
import { situations, type Situation } from './situations.js';

/** The columns of a case that are stored; its age and what is joined to it are read beside them. */
export type StoredCase = Omit<CaseRow, 'age' | 'need' | 'place' | 'glass'>;

/** What a need and a place say together: they are drawn in one row. */
export type DrawnNeed = NeedRow & Pick<CasePlaceRow, 'nearPostcode4' | 'schoolPostcode4'>;

const withoutNeed = 61;
const closed = 62;

/** Where the families live: Almere most often, and each municipality at least once in a round. */
const places = [
  '0034',
  '0995',
  '0034',
  '0303',
  '0034',
  '0171',
  '0995',
  '0034',
  '0050',
  '0184',
  '0034',
  '0995',
] as const;

const postcodes: Readonly<Record<string, readonly string[]>> = {
  '0034': ['1311', '1315', '1324', '1335', '1339', '1354', '1358'],
  '0303': ['8251', '8253', '8255'],
  '0995': ['8219', '8224', '8232', '8239', '8243'],
  '0171': ['8302', '8305', '8308', '8316'],
  '0184': ['8321', '8322'],
  '0050': ['3891', '3893', '3894'],
};

/** FL-26-0001 to FL-26-0060 with a need, FL-26-0061 without one yet, FL-26-0062 closed. A higher number was opened later. */
export function demonstrationCases(day: LoadingDay): {
  cases: StoredCase[];
  needs: NeedRow[];
  places: CasePlaceRow[];
} {
  const made = Array.from({ length: closed }, (_, index) => makeCase(index + 1, day));
  return {
    cases: made.map((one) => one.file),
    needs: made.filter((_, index) => index + 1 !== withoutNeed).map(({ need }) => need),
    places: made.map(({ place }) => place),
  };
}

function makeCase(serial: number, day: LoadingDay): { file: StoredCase; need: NeedRow; place: CasePlaceRow } {
  const number = `FL-26-${String(serial).padStart(4, '0')}`;
  const random = createRandom(`case:${number}`);
  const singular = singularCases[serial];
  const situation = { ...pick(situations, serial - 1), ...singular?.situation };
  const { postcode4, ...family } = familyOf(serial, situation, singular, random, day);
  const file = {
    id: demonstrationId(`case:${number}`),
    number,
    region: flevoland.key,
    ...family,
    ...ownerOf(situation, family.municipalityCode, random),
    ...protectionOf(situation, random),
    ...courseOf(serial, day, random),
    ...{ schoolKind: schoolKindOf(day.year - family.birthYear), processDirectorId: null },
    version: 1,
  };
  const drawn = { ...needOf(file, postcode4, situation, random, day), ...singular?.need?.(day) };
  const { nearPostcode4, schoolPostcode4, ...need } = drawn;
  return { file, need, place: { caseId: file.id, postcode4, nearPostcode4, schoolPostcode4 } };
}

/** The case of a number. Throws when there is none. */
export function caseOf(cases: readonly StoredCase[], wanted: string): StoredCase {
  const found = cases.find(({ number }) => number === wanted);
  if (!found) throw new Error(`there is no case ${wanted}`);
  return found;
}

/** What most children of an age go to: a class of their age in a common school. */
function schoolKindOf(age: number): SchoolKind | null {
  if (age < 4) return null;
  if (age < 12) return 'PRIMARY';
  return age < 18 ? 'SECONDARY' : 'VOCATIONAL';
}

function familyOf(
  serial: number,
  situation: Situation,
  singular: SingularCase | undefined,
  random: Random,
  { year }: LoadingDay,
) {
  const round = Math.floor((serial - 1) / situations.length);
  const municipalityCode = singular?.municipalityCode ?? pick(places, serial - 1 + round);
  const hasMoved = singular === undefined && random.chance(0.1);
  const languages = random.chance(0.2) ? ['nl', random.pick(['tr', 'pl', 'ar', 'en'])] : ['nl'];
  return {
    birthYear: year - random.whole(...situation.ages),
    municipalityCode,
    responsibleMunicipalityCode: hasMoved ? random.pick(flevoland.municipalityCodes) : municipalityCode,
    postcode4: singular?.postcode4 ?? random.pick(postcodes[municipalityCode] ?? []),
    languages: [...(situation.languages ?? languages)],
    problemDomains: random.sample(situation.problems, random.whole(0, situation.problems.length)),
  };
}

function protectionOf(situation: Situation, random: Random) {
  return {
    legalFrameworks: [...situation.frameworks],
    measures: [...(situation.measures ?? [])],
    outOfHomeAuthorisation: situation.authorisation ?? null,
    currentRung: random.pick(situation.current),
    isThreatenedOutOfHome: situation.isThreatened ?? random.chance(0.2),
    isRestricted: situation.isRestricted ?? false,
  };
}

function courseOf(
  serial: number,
  day: LoadingDay,
  random: Random,
): Pick<StoredCase, 'status' | 'openedAt' | 'closedAt'> {
  if (serial === closed)
    return { status: 'CLOSED', openedAt: daysBefore(day, 40, 600), closedAt: daysBefore(day, 4, 900) };
  return { status: 'OPEN', openedAt: daysBefore(day, 310 - serial * 5, random.whole(8 * 60, 17 * 60)), closedAt: null };
}

function needOf(file: StoredCase, postcode4: string, situation: Situation, random: Random, day: LoadingDay): DrawnNeed {
  const { hours, together } = situation;
  const isSoon = situation.isCrisis ?? random.chance(0.3);
  return {
    caseId: file.id,
    rungs: [...situation.sought],
    heaviestRung: situation.heaviest,
    sex: situation.sex ?? null,
    startByOn: isSoon ? null : dayAfter(day, random.whole(7, 90)),
    durationWeeks: random.pick([13, 26, 39, 52, null]),
    hoursPerWeek: hours ? random.whole(hours[0] * 2, hours[1] * 2) / 2 : null,
    timeWindows: [...(situation.windows ?? [])],
    childrenTogether: together ? random.whole(...together) : 1,
    nearPostcode4: postcode4,
    schoolPostcode4: random.chance(0.3) ? random.pick(postcodes[file.municipalityCode] ?? []) : null,
    maxDistanceKm: random.chance(0.2) ? random.pick([15, 25, 40]) : null,
    characteristics: random.sample(situation.characteristics, random.whole(1, 2)),
    placeFeatures: [...(situation.features ?? [])],
    contractedOnly: random.chance(0.15),
    isCrisis: situation.isCrisis ?? false,
  };
}

/** The organisation that brought the case, and its own number for it. */
function ownerOf(situation: Situation, municipalityCode: string, random: Random) {
  const serial = random.whole(10_000, 99_999);
  switch (situation.owner) {
    case 'LOCAL_ACCESS':
      return { ownerOrganisationId: localAccessOf(municipalityCode).id, ownReference: `LT-${serial}` };
    case 'SAFE_HOME':
      return { ownerOrganisationId: organisationByKey('veilig-thuis').id, ownReference: `VT-${serial}` };
    case 'CERTIFIED_INSTITUTION': {
      const key = `jeugdbescherming-${random.pick(['west', 'oost', 'landelijk'])}`;
      return { ownerOrganisationId: organisationByKey(key).id, ownReference: `JB-${serial}` };
    }
  }
}

function pick<T>(values: readonly T[], index: number): T {
  const value = values[index % values.length];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
}
